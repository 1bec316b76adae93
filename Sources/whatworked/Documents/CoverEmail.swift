import Cells
import StudyModel
import Workbooks

/// The draft of the email with which a school gets its workbook.
func coverEmail(
  for request: WorkbookRequest, to recipients: [String], attachments: [MailMessage.Attachment]
) -> String {
  let identity = request.stamp.identity
  let programme = request.programme
  let texts = request.texts
  var lines = [
    texts[.mailHello], "", texts[.mailIntro, programme.title, identity.school], "",
    texts[.mailKey], texts[.mailStart, texts[.startSheet]], texts[.mailReturn],
  ]
  if let day = request.returnBy { lines.append(texts[.startReturnBy, texts.inWords(day)]) }
  lines += ["", texts[.startPrivacy], "", texts[.mailPages]]
  if let contact = request.contact { lines += ["", texts[.startContact, contact]] }
  lines += ["", texts[.startOffice, "\(identity.workbook), \(identity.study)"], ""]
  let isAddress = request.contact.map(MailAddress.isAddress) ?? false
  return MailMessage(
    sender: isAddress ? request.contact : nil, recipients: recipients,
    subject: texts[.mailSubject, programme.title, identity.school, identity.workbook],
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
