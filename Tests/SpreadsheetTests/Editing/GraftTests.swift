import Cells
import Foundation
import Spreadsheet
import TestSupport
import Testing

@Suite struct GraftTests {
  @Test func graftingTwiceGivesTheSameBytes() throws {
    let package = try writeWorkbook(.small)
    let once = try graft(.results, into: package, stamp: .results)
    let twice = try graft(.results, into: once.bytes, stamp: .results)
    #expect(once.bytes == twice.bytes)
    #expect(twice.remarks == [.replacedEarlierSheet])
    #expect(once.sheetName == "Results")
  }

  @Test(
    .enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"),
    arguments: SharedFolder.workbooks)
  func editsRealFilesOrSaysWhyNot(file: String) throws {
    let bytes = try [UInt8](SharedFolder.data("workbooks/" + file))
    let refused: [String: GraftError] = [
      "ExcelDataReader__Test_git_issue289.xlsx": .notAPackage(.encryptedOrOldWorkbook),
      "ExcelDataReader__agile_AES256_SHA512_CBC_pwd_password.xlsx":
        .notAPackage(.encryptedOrOldWorkbook),
      "poi__hello-world-signed.xlsx": .signed,
    ]
    if let reason = refused[file] {
      #expect(throws: reason) { try graft(.results, into: bytes, stamp: .results) }
      return
    }
    let once = try graft(.results, into: bytes, stamp: .results)
    let twice = try graft(.results, into: once.bytes, stamp: .results)
    #expect(once.bytes == twice.bytes)
  }
}

extension SharedFolder {
  /// The names of the real workbooks.
  static var workbooks: [String] {
    let folder = folder.appending(path: "workbooks").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsm") }.sorted()
  }
}

extension SheetPlan {
  static var results: SheetPlan {
    var sheet = SheetPlan(
      name: "Results",
      cells: [
        WrittenCell(
          CellReference(row: 1, column: 1), .text("Your results"),
          CellStyle().with {
            $0.isBold = true
            $0.size = 18
          }),
        WrittenCell(
          CellReference(row: 2, column: 1), .text("Effect"),
          CellStyle().with {
            $0.fill = 0x12436D
            $0.fontColor = 0xFFFFFF
            $0.border = 0xB1B4B6
          }),
        WrittenCell(
          CellReference(row: 2, column: 2), .number(0.123456789),
          CellStyle().with { $0.numberFormat = "+0.00;-0.00" }),
        WrittenCell(CellReference(row: 3, column: 1), .text(" padded ← é")),
        WrittenCell(CellReference(row: 4, column: 1), .text("whatworked-results · 1.0.0")),
      ])
    sheet.columnWidths = [1: 40, 2: 14]
    sheet.protection = SheetProtection()
    sheet.pageSetup.repeatedRows = 1...2
    sheet.conditionalFormats = [
      ConditionalFormatPlan(
        CellRange(CellReference(row: 2, column: 2)), formula: "=B2>0",
        highlight: Highlight(fill: 0xDCE6F2))
    ]
    return sheet
  }
}
