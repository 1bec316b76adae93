import ArgumentParser
import Cells
import Spreadsheet

/// For those who ask why a file is read otherwise than they expected; schools do not need it.
struct PrintCells: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "Prints every cell of a workbook as it is read, as JSON.",
    shouldDisplay: false)

  @Argument(help: "The workbook.", completion: .file())
  var path: String

  @OptionGroup var opening: OpeningOptions

  mutating func run() throws {
    let (passwords, limits) = (try opening.passwords(), try opening.readingLimits())
    let workbook: WorkbookCells
    do throws(SpreadsheetError) {
      workbook = try readWorkbook(
        readFile(at: FilePath(path).followingLink, limits: limits),
        passwords: passwords, limits: limits)
    } catch {
      throw UsageFailure(message: "\(path): \(error.code) \(error.message)")
    }
    Console.output(
      try JSONValue.object([
        "notes": .list(workbook.notes.map { .text($0.code) }),
        "countsDatesFrom1904": .boolean(workbook.countsDatesFrom1904),
        "sheets": .list(workbook.sheets.map(document)),
      ]).document())
  }

  private func document(_ sheet: SheetCells) -> JSONValue {
    .object([
      "name": .text(sheet.name), "visibility": .text(sheet.visibility.rawValue),
      "merged": .list(sheet.mergedRanges.map { .text("\($0)") }),
      "cells": .list(sheet.cells.map(document)),
    ])
  }

  private func document(_ located: SheetCells.Located) -> JSONValue {
    let cell = located.cell
    return .object([
      "cell": .text("\(located.reference)"), "value": value(cell.value),
      "isDate": .boolean(cell.showsDate), "isFormula": .boolean(cell.isFormula),
    ])
  }

  private func value(_ value: CellValue) -> JSONValue {
    switch value {
    case .empty: .null
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let isTrue): .boolean(isTrue)
    case .error(let error): .object(["error": .text(error.text)])
    }
  }
}
