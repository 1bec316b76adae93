import Cells
import StudyModel
import Workbooks

/// The draft of the email with which a school gets its workbook.
func coverEmail(
  for request: WorkbookRequest, to recipients: [String], attachments: [MailMessage.Attachment]
) -> String {
  let identity = request.stamp.identity
  let programme = request.programme
  var lines = [
    "Hello,", "",
    "Here is the data workbook for \(programme.title) in your school (\(identity.school)).", "",
    "1. Keep a copy of both files. The pupil key is for you only: write the names of your pupils "
      + "beside the codes, keep it in school, and never send it.",
    "2. In the data workbook, start with the sheet called Start. It says what to do and whether "
      + "the workbook is ready.",
    "3. When it says READY TO RETURN, save it and send it back by answering this email"
      + (request.returnBy.map { ", by \($0.iso) at the latest" } ?? "") + ".", "",
    "Please never write a pupil's name, date of birth or number into the data workbook or into an "
      + "email.", "",
    "The guidance, the session plans and the tests are pages to print; they came with the pack.",
  ]
  if let contact = request.contact { lines += ["", "Questions: \(contact)"] }
  lines += ["", "Workbook \(identity.workbook), \(identity.study)", ""]
  let isAddress = request.contact.map(MailAddress.isAddress) ?? false
  return MailMessage(
    sender: isAddress ? request.contact : nil, recipients: recipients,
    subject: "\(programme.title): data workbook of \(identity.school) (\(identity.workbook))",
    date: mailDate(request.created), body: lines.joined(separator: "\r\n"),
    attachments: attachments
  ).text
}

/// As RFC 5322 writes a day: `Thu, 01 Jan 2026 00:00:00 +0000`.
private func mailDate(_ day: ExcelDate) -> String {
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  // Day 1 of the calendar of spreadsheets that is right, 1 March 1900, was a Thursday.
  let weekdays = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"]
  let weekday = weekdays[Int(day.serial) % 7]
  let number = (day.day < 10 ? "0" : "") + String(day.day)
  return "\(weekday), \(number) \(months[day.month - 1]) \(day.year) 00:00:00 +0000"
}
