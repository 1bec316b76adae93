import Spreadsheet
import Testing

/// Workbooks that come by mail, in the ways in which mail programs write them.
struct MailTests {
  private let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")

  @Test(arguments: [
    ("filename=form.xlsx", "form.xlsx"), ("filename=\"a; b.xlsx\"", "a; b.xlsx"),
    ("filename*=utf-8''%C3%89cole.xlsx", "École.xlsx"),
    ("filename*0=\"school \"; filename*1=\"form.xlsx\"", "school form.xlsx"),
    ("filename*0*=iso-8859-1'fr'%C9co; filename*1=le.xlsx", "École.xlsx"),
    ("filename=\"=?UTF-8?Q?=C3=89cole.xlsx?=\"", "École.xlsx"),
  ])
  func readsTheAttachedWorkbookUnderItsName(parameter: String, name: String) {
    let files = readReturn(named: "mail.eml", Array(MailBuilder.mail(workbook, parameter).utf8))
    #expect(files.map(\.path) == [["mail.eml", name]])
    guard case .workbook(_, let bytes)? = files.first?.outcome else {
      Issue.record("not read: \(files)")
      return
    }
    #expect(bytes == workbook)
  }

  @Test func readsSubjectsAndSendersAsTheyWereTyped() {
    let message = MailMessage(Array(MailBuilder.mail(workbook, "filename=form.xlsx").utf8))
    #expect(message.subject == "École return")
    #expect(message.sender == "Zoë <head@school.example>")
  }

  /// Decoding a field of megabytes would take minutes.
  @Test func fieldsOfAnyLengthAreCut() {
    func mail(_ count: Int) -> MailMessage {
      let long = String(repeating: "=?utf-8?q?a?= ", count: count)
      let mail = MailBuilder.mail(workbook, "filename=form.xlsx")
        .replacing("Subject:", with: "Subject: \(long)\r\n \(long)\r\nX-\(long):")
      return MailMessage(Array(mail.utf8))
    }
    let message = mail(20_000)
    #expect(message.attachments.map(\.name) == ["form.xlsx"])
    #expect(message.subject.hasPrefix("aaaa"))
    #expect(message.subject.count < 16_384)
    // A head of more than a million bytes is none.
    #expect(mail(40_000).attachments.isEmpty)
  }

  @Test func opensForwardedMailAndMailboxes() {
    let forwarded =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: Fwd\r\n"
      + "Content-Type: message/rfc822\r\n\r\n" + MailBuilder.mail(workbook, "filename=form.xlsx")
    let box = "From a@example.org Fri Jul 10 09:30:00 2026\n"
    let mailbox =
      box + forwarded + "\n" + box + "Subject: none\nTo: b@example.org\n\n>From here on\n"
    let files = readReturn(named: "box.mbox", Array(mailbox.utf8))
    #expect(
      files.map(\.path) == [["box.mbox", "message 1", "form.xlsx"], ["box.mbox", "message 2"]])
    #expect(files.map(\.code) == [nil, "W134"])
  }

  @Test func opensZipsOfWorkbooksAndPassesOverWhatBelongsToNobody() {
    var zip = PackageBuilder()
    zip.add("returns/a.xlsx", workbook)
    zip.add("__MACOSX/returns/._a.xlsx", [0, 5, 22, 7])
    zip.add("returns/~$a.xlsx", [1, 2, 3])
    zip.add("returns/notes.pdf", Array("%PDF-1.7".utf8))
    let files = readReturn(named: "all.zip", zip.bytes)
    #expect(
      files.map { $0.path.last } == ["returns/a.xlsx", "returns/~$a.xlsx", "returns/notes.pdf"])
    #expect(files.map(\.code) == [nil, "W105", "W116"])
  }
}
