import Cells
import Foundation
import StudyModel
import Testing

@testable import whatworked

@Suite struct ReplyDraftTests {
  /// The column to say why stands in the table of pupils alone.
  @Test(arguments: [
    (["Pupils"], "on the sheet for pupils, in the column ‘If this is right, say why’:"),
    (["About", "Implementation"], "in your email:"),
    (["Pupils", "About"], "in your email; of a pupil, on the sheet for pupils"),
  ])
  func saysWhereToSayWhy(sheets: [String], words: String) throws {
    let place = { (sheet: String) in
      CellAddress(sheet: sheet, reference: CellReference(row: 8, column: 4))
    }
    var file = ProcessedReturn(path: "a.xlsx", status: .fix)
    file.pupils = [PupilRow(row: 8, entries: [:], addresses: ["sessions": place("Pupils")])]
    file.findings = sheets.map {
      Finding(code: "W407", severity: .query, address: place($0), message: "Odd", help: "Look.")
    }
    let text = ReplyDraft.text(for: file, contact: nil)
    let encoded = try #require(text.components(separatedBy: "\r\n\r\n").last)
    let body = try #require(Data(base64Encoded: encoded, options: .ignoreUnknownCharacters))
    #expect(String(decoding: body, as: UTF8.self).contains("say why\r\n\(words)"))
  }
}
