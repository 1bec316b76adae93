import Cells
import Foundation
import Programmes
@testable import Spreadsheet
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

/// The checklist of the Analysis Function for accessible spreadsheets, applied to every workbook
/// that is made: each programme, design and language, the sheets for items and the pupil key too.
@Suite struct AccessibilityTests {
  static let cases = ProgrammeTemplates.ids.flatMap { id in Languages.codes.map { (id, $0) } }

  private func plans(_ id: String, _ code: String) throws -> [WorkbookPlan] {
    try Self.made.get()[id + code] ?? []
  }

  /// Made once, for all tests.
  private static let made = Result {
    try Dictionary(uniqueKeysWithValues: cases.map { ($0.0 + $0.1, try make($0.0, $0.1)) })
  }

  private static func make(_ id: String, _ code: String) throws -> [WorkbookPlan] {
    let programme = try readProgramme(folder: ProgrammeTemplates.folder(of: id))
    let texts = try Languages.texts(code)
    return try programme.designs.flatMap { design in
      var empty = try request(
        programme, design: design, pupils: IssuedPupil.rows(4), texts: texts)
      empty.itemMarks = [:]
      let faulty = try faultyRequest(programme, design: design, texts: texts)
      return [dataWorkbook(for: empty), dataWorkbook(for: faulty), pupilKey(for: empty)]
    }
  }

  private func visible(_ plan: WorkbookPlan) -> [SheetPlan] {
    plan.sheets.filter { $0.visibility == .visible }
  }

  @Test(arguments: cases) func theDocumentSaysWhatItIs(id: String, code: String) throws {
    #expect(try plans(id, code).count >= 9)
    for plan in try plans(id, code) {
      #expect(!plan.properties.title.isEmpty && !plan.properties.subject.isEmpty)
      #expect(plan.properties.language == code)
      #expect(plan.properties.author == "WhatWorked")
      let properties = try entry("docProps/core.xml", of: writeWorkbook(plan))
      #expect(properties.contains("<dc:language>\(code)</dc:language>"))
    }
  }

  @Test(arguments: cases) func sheetsHaveNamesOfTheirOwnAndBeginWithTheirTitle(
    id: String, code: String
  ) throws {
    for plan in try plans(id, code) {
      let names = visible(plan).map { $0.name.lowercased() }
      #expect(Set(names).count == names.count)
      // The first tab is the first thing that is read.
      #expect((plan.activeSheet ?? visible(plan)[0].name) == plan.sheets[0].name)
      for sheet in visible(plan) {
        #expect(!sheet.name.hasPrefix("Sheet") && sheet.name.count >= 3)
        let first = sheet.cells.first { $0.reference == CellReference(row: 1, column: 1) }
        #expect(first?.style.size == 18 && first?.style.isBold == true)
        #expect(sheet.isRightToLeft == ["ur"].contains(code))
      }
    }
  }

  @Test(arguments: cases) func everyTableHasOneRowOfHeadingsAndNoGaps(
    id: String, code: String
  ) throws {
    for plan in try plans(id, code) {
      // The sheet Start is no table.
      let tables = visible(plan).filter { $0.pageSetup.repeatedRows != nil }
      #expect(tables.count == (plan.sheets.count == 1 ? 1 : visible(plan).count - 1))
      for sheet in tables {
        let filled = sheet.cells.filter { $0.value != .empty && $0.reference.row >= 4 }
        let rows = Set(filled.map(\.reference.row))
        #expect(rows == Set(4...(rows.max() ?? 4)), "blank rows in \(sheet.name)")
        #expect(sheet.pageSetup.repeatedRows == 4...4)
        let headings = filled.filter { $0.reference.row == 4 }
        let columns = sheet.cells.filter { $0.reference.row > 4 }.map(\.reference.column).max() ?? 0
        #expect(headings.map(\.reference.column).sorted() == Array(1...columns))
        let words = headings.map { "\($0.value)" }
        #expect(Set(words).count == words.count, "two headings of \(sheet.name) are the same")
        if let freeze = sheet.freeze { #expect(freeze == CellReference(row: 5, column: 2)) }
      }
    }
  }

  @Test(arguments: cases) func nothingIsInPicturesHeadersOrMergedCells(
    id: String, code: String
  ) throws {
    for plan in try plans(id, code) {
      for sheet in visible(plan) {
        // Nothing that would need another text beside it.
        #expect(sheet.charts.isEmpty)
        #expect(sheet.pageSetup.header.isEmpty && sheet.pageSetup.footer.isEmpty)
      }
      let bytes = try writeWorkbook(plan)
      for number in 1...plan.sheets.count {
        let part = try entry("xl/worksheets/sheet\(number).xml", of: bytes)
        #expect(!part.contains("mergeCell") && !part.contains("<drawing"))
      }
    }
  }

  @Test(arguments: cases) func lettersAreLargeAndStandOut(id: String, code: String) throws {
    for plan in try plans(id, code) {
      for sheet in visible(plan) {
        for style in Set(sheet.cells.map(\.style)) {
          #expect(style.fontName == "Arial" && style.size >= 12)
          let ratio = contrast(style.fontColor ?? 0x00_00_00, style.fill ?? 0xFF_FF_FF)
          #expect(ratio >= 4.5, "\(ratio) in \(sheet.name)")
          // A cell to type in is told by its border too.
          if !style.isLocked, let border = style.border {
            #expect(contrast(border, style.fill ?? 0xFF_FF_FF) >= 3)
          }
        }
        for format in sheet.conditionalFormats {
          let look = format.highlight
          #expect(contrast(look.fontColor ?? 0x00_00_00, look.fill ?? 0xFF_FF_FF) >= 4.5)
          // A colour is never the only sign: its formula asks for a word, or for the count behind.
          #expect(format.formula.hasPrefix("=LEFT(") || format.formula.hasSuffix(">0"))
        }
      }
    }
  }

  /// Tab goes from one open cell to the next, row by row; each says what it wants.
  @Test(arguments: cases) func whatIsToBeFilledInSaysWhatItWants(id: String, code: String) throws {
    for plan in try plans(id, code) where plan.sheets.count > 1 {
      for sheet in visible(plan) {
        #expect(sheet.protection != nil)
        for cell in sheet.cells where !cell.style.isLocked {
          let validation = sheet.validations.first { $0.range.contains(cell.reference) }
          #expect(validation?.error != nil, "\(sheet.name)!\(cell.reference)")
          let isTable = sheet.cells.contains {
            $0.reference.row == PupilsLayout.headerRow
              && $0.reference.column == cell.reference.column
          }
          #expect(isTable && cell.reference.row > PupilsLayout.headerRow)
        }
      }
    }
  }

  private func entry(_ name: String, of package: [UInt8]) throws -> String {
    String(decoding: try Container(package).contents(of: name), as: UTF8.self)
  }

  /// - Source: WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ one: Color, _ other: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double((color.rgb >> shift) & 0xFF) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (
      max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
    )
    return (light + 0.05) / (dark + 0.05)
  }
}
