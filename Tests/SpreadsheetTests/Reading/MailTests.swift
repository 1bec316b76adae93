import Spreadsheet
import Testing

/// Workbooks that come by mail, in the ways in which mail programs write them.
struct MailTests {
  private let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")

  private func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var four: [Character] = []
      for place in 0..<4 {
        four.insert(3 - place > group.count ? "=" : digits[bits & 63], at: 0)
        bits >>= 6
      }
      text += String(four)
      if text.utf8.count % 78 == 76 { text += "\r\n" }
    }
    return text
  }

  private func mail(name: String) -> String {
    """
    From: =?utf-8?Q?Zo=C3=AB?= <head@school.example>\r
    To: hub@example.org\r
    Subject: =?UTF-8?B?w4ljb2xl?= =?UTF-8?Q?_return?=\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="=_b"\r
    \r
    --=_b\r
    Content-Type: text/plain\r
    \r
    Here it is.\r
    --=_b\r
    Content-Type: application/octet-stream\r
    Content-Disposition: attachment;\r
     \(name)\r
    Content-Transfer-Encoding: base64\r
    \r
    \(base64(workbook))\r
    --=_b--\r

    """
  }

  @Test(arguments: [
    ("filename=form.xlsx", "form.xlsx"), ("filename=\"a; b.xlsx\"", "a; b.xlsx"),
    ("filename*=utf-8''%C3%89cole.xlsx", "École.xlsx"),
    ("filename*0=\"school \"; filename*1=\"form.xlsx\"", "school form.xlsx"),
    ("filename*0*=iso-8859-1'fr'%C9co; filename*1=le.xlsx", "École.xlsx"),
    ("filename=\"=?UTF-8?Q?=C3=89cole.xlsx?=\"", "École.xlsx"),
  ])
  func readsTheAttachedWorkbookUnderItsName(parameter: String, name: String) {
    let files = readReturn(named: "mail.eml", Array(mail(name: parameter).utf8))
    #expect(files.map(\.path) == [["mail.eml", name]])
    guard case .workbook(_, let bytes)? = files.first?.outcome else {
      Issue.record("not read: \(files)")
      return
    }
    #expect(bytes == workbook)
  }

  @Test func readsSubjectsAndSendersAsTheyWereTyped() {
    let message = MailMessage(Array(mail(name: "filename=form.xlsx").utf8))
    #expect(message.subject == "École return")
    #expect(message.sender == "Zoë <head@school.example>")
  }

  @Test func opensForwardedMailAndMailboxes() {
    let forwarded =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: Fwd\r\n"
      + "Content-Type: message/rfc822\r\n\r\n" + mail(name: "filename=form.xlsx")
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
