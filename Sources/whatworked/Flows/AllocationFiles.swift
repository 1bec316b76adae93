import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Workbooks

/// What the files of a call to allocate are: workbooks that came back, and records that were kept.
struct AllocationFiles {
  var records: [(path: String, file: AllocationFile)] = []
  var workbooks: [(path: String, record: StudyRecord, language: String)] = []
  /// Tables of pupils.
  var tables: [String] = []

  /// - Throws: `UsageFailure` with every file that is none of these.
  init(paths: [String], settings: ReadingSettings) throws {
    var faults: [String] = []
    for path in try InputFiles.list(paths) {
      let bytes: [UInt8]
      do throws(SpreadsheetError) {
        bytes = try readFile(at: path, limits: settings.limits)
      } catch {
        faults.append("\(path.printable): \(error.message)")
        continue
      }
      do {
        try add(path.text, bytes, settings)
      } catch {
        faults.append((error as? UsageFailure)?.message ?? "\(error)")
      }
    }
    guard faults.isEmpty else { throw UsageFailure(message: faults.joined(separator: "\n")) }
  }

  private mutating func add(
    _ path: String, _ bytes: [UInt8], _ settings: ReadingSettings
  ) throws {
    let name = URL(filePath: path).lastPathComponent
    if bytes.starts(with: AllocationFile.format.utf8) {
      let text = String(decoding: bytes, as: UTF8.self)
      records.append((path, try AllocationFile(text: text, file: name)))
      return
    }
    let isText = fileKind(of: bytes) == .text
    if isText || isTable(bytes) {
      tables.append(path)
      return
    }
    for file in readReturn(named: path, bytes, passwords: [], limits: .standard) {
      switch file.outcome {
      case .workbook(let cells, _):
        do {
          let record = try readReturnedWorkbook(
            cells, programmes: { settings.programmes[$0] }, languages: settings.languages,
            fileName: name)
          workbooks.append((path, record, Self.language(of: cells)))
        } catch {
          throw UsageFailure(message: "\(name): \(error.message)")
        }
      case .refused(let error, _): throw UsageFailure(message: "\(name): \(error.message)")
      case .passedOver: continue
      }
    }
  }

  /// The language that its hidden sheet names; English where that is gone.
  private static func language(of cells: WorkbookCells) -> String {
    let sheet = cells.sheet(named: WorkbookLayout.stampSheetName)
    let row = sheet?.cells.first { shownText($0.cell) == "language" }?.reference.row
    guard let sheet, let row, case .text(let code) = sheet.value(row: row, column: 2) else {
      return "en"
    }
    return code
  }

  /// Whether a workbook is a plain table of pupils and not one of ours.
  private func isTable(_ bytes: [UInt8]) -> Bool {
    guard fileKind(of: bytes) == .workbook, let cells = try? readWorkbook(bytes) else {
      return false
    }
    return cells.sheet(named: WorkbookLayout.stampSheetName) == nil
      && cells.sheets.contains { sheet in
        sheet.row(1).contains { shownText($0.cell)?.lowercased() == "code" }
      }
  }
}
