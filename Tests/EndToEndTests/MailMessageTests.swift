import Foundation
import Testing

@testable import whatworked

@Suite struct MailMessageTests {
  @Test func plainHeadersStayAsTheyAre() {
    #expect(MailMessage.unstructured("Data workbook of S-1", after: 9) == "Data workbook of S-1")
    #expect(MailMessage.parameter("filename", "a b.xlsx") == "filename=\"a b.xlsx\"")
  }

  @Test(arguments: ["Résultats de l’école", "اردو کی ورک بک", String(repeating: "é👩‍🏫", count: 40)])
  func wordsThatAreNotASCIIAreEncodedWhole(text: String) throws {
    let lines = MailMessage.unstructured(text, after: 9).split(separator: "\r\n ")
    var bytes = Data()
    for line in lines {
      #expect(line.count <= 75 && line.hasPrefix("=?utf-8?B?") && line.hasSuffix("?="))
      let word = try #require(Data(base64Encoded: String(line.dropFirst(10).dropLast(2))))
      #expect(String(data: word, encoding: .utf8) != nil, "a character was cut in two")
      bytes += word
    }
    #expect(String(data: bytes, encoding: .utf8) == text)
  }

  @Test func longOrForeignNamesOfFilesComeInPieces() {
    let short = MailMessage.parameter("filename", "clé.xlsx")
    #expect(short == "filename*=utf-8''cl%C3%A9.xlsx")
    let long = MailMessage.parameter("filename", String(repeating: "ü", count: 40) + ".xlsx")
    let pieces = long.components(separatedBy: ";\r\n ")
    #expect(pieces.count > 2 && pieces.allSatisfy { $0.count <= 76 })
    #expect(pieces[0].hasPrefix("filename*0*=utf-8''") && pieces[1].hasPrefix("filename*1*="))
  }

  @Test func theMessageHasItsPartsAndNoBareLineFeeds() {
    let message = MailMessage(
      sender: nil, recipients: ["a@b.org", "c@d.org"], subject: "Bonjour à vous",
      date: "Thu, 01 Jan 2026 00:00:00 +0000", body: "Hello\r\n",
      attachments: [MailMessage.Attachment(workbook: "a.xlsx", [1, 2, 3])]
    ).text
    #expect(message.hasPrefix("X-Unsent: 1\r\nTo: a@b.org,\r\n c@d.org\r\nDate: "))
    #expect(!message.contains("From:"))
    #expect(!message.replacing("\r\n", with: "").contains("\n"))
    #expect(message.contains("filename=\"a.xlsx\"\r\n\r\nAQID\r\n--part_"))
    #expect(message.hasSuffix("--\r\n"))
  }

  @Test(arguments: ["a@b.org", "first.last+x@sub.example.com"]) func knowsAnAddress(text: String) {
    #expect(MailAddress.isAddress(text))
  }

  @Test(arguments: ["", "a", "a@b", "a b@c.org", "a@b..org", "a@b.org\r\nBcc: x@y.org", "ä@b.org"])
  func knowsWhatIsNone(text: String) {
    #expect(!MailAddress.isAddress(text))
  }
}
