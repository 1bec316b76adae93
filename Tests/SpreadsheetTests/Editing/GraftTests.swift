import Cells
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

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
    arguments: SharedFolder.editableWorkbooks, [GraftOpening.onGraftedSheet, .asBefore])
  func leavesRealFilesAsTheyWere(file: String, opening: GraftOpening) throws {
    try expectGraft(into: [UInt8](SharedFolder.data("workbooks/" + file)), opening)
  }

  /// Made by the product, filled in, and saved by LibreOffice and Gnumeric.
  @Test(arguments: SharedFolder.sampleWorkbooks, [GraftOpening.onGraftedSheet, .asBefore])
  func leavesReturnedWorkbooksAsTheyWere(file: String, opening: GraftOpening) throws {
    let place = SharedFolder.project.appending(path: "SampleWorkbooks/" + file)
    try expectGraft(into: [UInt8](Data(contentsOf: place)), opening)
  }

  private func expectGraft(into before: [UInt8], _ opening: GraftOpening) throws {
    let after = try graft(.results, into: before, stamp: .results, opening: opening)
    let again = try graft(.results, into: after.bytes, stamp: .results, opening: opening)
    #expect(after.bytes == again.bytes)
    try expectUntouched(before, after.bytes, opening)
    try expectSameCells(before, after)
    #expect(try packageFaults(in: after.bytes).subtracting(packageFaults(in: before)) == [])
  }

  @Test(
    .enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"),
    arguments: [
      ("poi__hello-world-signed.xlsx", GraftError.signed),
      (
        "ExcelDataReader__Test_git_issue289.xlsx",
        .unreadable(.notAWorkbook(.encryptedWorkbook))
      ),
    ])
  func refusesWhatItWouldBreak(file: String, reason: GraftError) throws {
    let bytes = try [UInt8](SharedFolder.data("workbooks/" + file))
    #expect(throws: reason) { try graft(.results, into: bytes, stamp: .results) }
  }

  /// Every old entry but the few that must name the sheet is there with the same bytes.
  private func expectUntouched(
    _ before: [UInt8], _ after: [UInt8], _ opening: GraftOpening
  ) throws {
    let old = try WorkbookParts(of: before)
    let new = try Container(after)
    var allowed: Set<String?> = [
      "[content_types].xml", old.workbook.name, PartPath.relationships(of: old.workbook.name),
      old.stylesPartName,
    ]
    if opening == .onGraftedSheet { allowed.formUnion(old.sheets.map(\.partName)) }
    #expect(
      old.container.package.entries.map(\.nameBytes)
        == new.package.entries.prefix(old.container.package.entries.count).map(\.nameBytes))
    var changed: Set<String> = []
    for (index, entry) in old.container.package.entries.enumerated() {
      let oldRecord = old.container.package.bytes[old.container.records[index]]
      let newRecord = new.package.bytes[new.records[index]]
      if !oldRecord.elementsEqual(newRecord) { changed.insert(PartPath.normalised(entry.name)) }
    }
    #expect(changed.subtracting(allowed.compactMap { $0 }) == [])
    let sheets = Set(old.sheets.compactMap(\.partName))
    let selected = try sheets.filter {
      try old.container.index(of: $0) != nil
        && String(decoding: old.container.contents(of: $0).filter { $0 != 0 }, as: UTF8.self)
          .contains("tabSelected=\"")
    }
    #expect(changed.intersection(sheets).isSubset(of: selected))
  }

  private func expectSameCells(_ before: [UInt8], _ after: GraftedPackage) throws {
    // One file has rows numbered 0: the reader refuses it, before and after.
    guard let old = try? readWorkbook(before) else { return }
    let new = try readWorkbook(after.bytes)
    #expect(new.sheets.dropLast().map(\.cells) == old.sheets.map(\.cells))
    #expect(new.sheets.dropLast().map(\.name) == old.sheets.map(\.name))
    let results = try #require(new.sheet(named: after.sheetName))
    for cell in SheetPlan.results.cells {
      let shift = new.countsDatesFrom1904 ? 1462.0 : 0
      #expect(results[cell.reference]?.value == cell.value.asRead(shiftedBy: shift))
    }
  }
}

extension WrittenValue {
  /// What a reader must find.
  var asRead: CellValue { asRead(shiftedBy: 0) }

  /// The same where the days are counted from a later one.
  func asRead(shiftedBy days: Double) -> CellValue {
    switch self {
    case .empty: .empty
    case .number(let number), .formula(_, cached: .number(let number)): .number(number)
    case .text(let text), .formula(_, cached: .text(let text)): .text(text)
    case .boolean(let isTrue), .formula(_, cached: .boolean(let isTrue)): .boolean(isTrue)
    case .date(let date): .number(date.serial - days)
    }
  }
}

extension SharedFolder {
  /// The names of the workbooks that come with the project.
  static var sampleWorkbooks: [String] { names(in: project.appending(path: "SampleWorkbooks")) }

  private static func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsm") }.sorted()
  }

  /// The names of the real workbooks that may be edited.
  static var editableWorkbooks: [String] {
    let refused = ["poi__hello-world-signed", "Test_git_issue289", "agile_AES256"]
    return names(in: folder.appending(path: "workbooks")).filter { name in
      !refused.contains { name.contains($0) }
    }
  }
}
