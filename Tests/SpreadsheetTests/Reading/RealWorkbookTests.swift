import Cells
import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Every real workbook of the shared folder, against what two independent readers found in it.
@Suite(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
struct RealWorkbookTests {
  @Test func readsEveryWorkbookAsItsManifestSays() throws {
    let manifest = try WorkbookManifest.read()
    var cellCount = 0
    for file in manifest.files {
      let bytes = [UInt8](try SharedFolder.data("workbooks/\(file.file)"))
      do throws(SpreadsheetError) {
        let workbook = try readWorkbook(bytes, passwords: [file.facts.password].compactMap(\.self))
        #expect(file.outcome == nil, "\(file.file) was read")
        expect(workbook, toBe: file)
        cellCount += workbook.sheets.map(\.cells.count).reduce(0, +)
      } catch {
        #expect(error.code == file.outcome, "\(file.file): \(error.message)")
      }
    }
    print("\(manifest.files.count) real workbooks, \(cellCount) cells")
    #expect(manifest.files.count >= 50)
    #expect(cellCount > 4_000)
  }

  private func expect(_ workbook: WorkbookCells, toBe file: WorkbookManifest.File) {
    let listed = Set(file.facts.sheets.map(\.name))
    #expect(Set(workbook.sheets.map(\.name) + workbook.otherSheets) == listed, "\(file.file)")
    for sheet in workbook.sheets {
      let state = file.facts.sheets.first { $0.name == sheet.name }?.state
      #expect(sheet.visibility.rawValue == state, "\(file.file): \(sheet.name)")
      guard let count = file.expectedCount(of: sheet.name) else { continue }
      let found = sheet.cells.count { !$0.cell.value.isEmpty }
      #expect(found == count, "\(file.file): \(sheet.name)")
    }
    for cell in file.facts.cells ?? [] {
      guard let reference = CellReference(cell.ref) else { continue }
      let found = workbook.sheet(named: cell.sheet)?[reference]
      #expect(
        cell.matches(found, countsFrom1904: workbook.countsDatesFrom1904),
        "\(file.file): \(cell.sheet)!\(cell.ref) is \(String(describing: found))")
    }
  }
}
