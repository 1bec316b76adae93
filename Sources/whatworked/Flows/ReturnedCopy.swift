import Cells
import Reports
import Spreadsheet

/// The copy of its workbook that a school gets back, with one sheet of ours.
struct ReturnedCopy {
  var contents: SplicedBytes
  /// `xlsx`, or `xlsm` for a workbook with macros.
  var fileExtension = "xlsx"
  /// What was taken out because it tells of a person or a computer.
  var removed: [RemovedMetadata] = []
  /// Why the sheet stands in a workbook of its own; nil where it is in the school's.
  var reason: String?
}

/// What a copy carries back, and how it is made.
struct ReturnedSheet {
  let stamp: GraftStamp
  /// Cells to mark.
  var highlighted: [CellAddress] = []
  let stripsMetadata: Bool
  let columnWidths: [Double]
  let rows: (SheetHome) -> [SheetRowContent]

  /// Adds the sheet to the school's own file, and takes out what an earlier run has left there.
  ///
  /// The sheet goes into a workbook of its own where the file must not be added to.
  func copy(of file: [UInt8]) throws -> ReturnedCopy {
    do {
      return try grafted(into: file)
    } catch let error as GraftError {
      if case .sheet(let fault) = error { throw fault }
      return ReturnedCopy(contents: SplicedBytes(try alone()), reason: error.message)
    }
  }

  private func grafted(into file: [UInt8]) throws -> ReturnedCopy {
    let other: GraftStamp = stamp == .results ? .toPutRight : .results
    let cleared = try takeOutSheet(with: other, of: file)
    let marked = try highlight(highlighted, as: .toPutRight, in: cleared).bytes
    let result = try graft(plan(in: .schoolsWorkbook), into: marked, stamp: stamp)
    var copy = ReturnedCopy(contents: result.contents, fileExtension: result.fileExtension)
    if stripsMetadata {
      let stripped = try stripMetadata(of: result.bytes)
      copy.contents = SplicedBytes(stripped.bytes)
      copy.removed = stripped.removed
    }
    return copy
  }

  private func alone() throws -> [UInt8] {
    var plan = WorkbookPlan(
      sheets: [plan(in: .ownWorkbook)],
      // A file has to give a day; the same one each time, so that the bytes are the same.
      properties: DocumentProperties(
        title: stamp.sheetName, created: ExcelDate(year: 2000, month: 1, day: 1)))
    plan.activeSheet = stamp.sheetName
    return try writeWorkbook(plan)
  }

  private func plan(in home: SheetHome) -> SheetPlan {
    sheetPlan(
      name: stamp.sheetName, rows: rows(home), columnWidths: columnWidths, stamp: stamp)
  }
}

extension Highlight {
  /// Orange and bold: dark text on it can be read, and it can be told apart without seeing red.
  static let toPutRight = Highlight(fill: 0xF46A25, isBold: true)
}
