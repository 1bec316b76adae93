import Cells
import Spreadsheet
import StudyModel

/// One row of the sheet Check: what is counted, how, and what it comes to now.
struct CheckRow {
  enum Judgement {
    /// Above zero it must be put right.
    case fix
    /// Above zero it is worth knowing.
    case note
    /// A person has to look.
    case look

    /// What it says where there is something.
    var word: WorkbookText {
      switch self {
      case .fix: .fix
      case .note: .note
      case .look: .forYouToCheck
      }
    }
  }

  var label: String
  var judgement: Judgement
  /// Without the `=` at its beginning.
  var formula: String
  var count: Int
}

/// The rows of the sheet Check, and where they are.
struct CheckLayout {
  var sheet: String
  /// Those to put right come first, then those to look at, then notes: one range for each colour.
  var rows: [CheckRow]

  static let firstRow = 5

  func range(of judgement: CheckRow.Judgement) -> ClosedRange<Int>? {
    let places = rows.indices.filter { rows[$0].judgement == judgement }
    guard let first = places.first, let last = places.last else { return nil }
    return Self.firstRow + first...Self.firstRow + last
  }

  var totalRow: Int { Self.firstRow + rows.count }
  /// As formulas on other sheets write it: `Check!$C$14`.
  var totalAddress: String { "\(sheetReference(to: sheet))!$C$\(totalRow)" }
  /// What the total comes to.
  var total: Int { rows.filter { $0.judgement == .fix }.reduce(0) { $0 + $1.count } }
}

extension DataWorkbookWriter {
  /// What is still to do, counted.
  func checkSheet() -> SheetPlan {
    let check = checkLayout
    let widths = [72.0, 22.0, 14.0]
    var cells = introduction(texts[.checkTitle], texts[.checkIntro], texts[.checkMeaning])
    cells += headings([texts[.checkWhat], texts[.checkResult], texts[.checkCount]])
    var heights: [Int: Double] = [:]
    for (place, row) in check.rows.enumerated() {
      let number = CheckLayout.firstRow + place
      cells += [
        WrittenCell(
          CellReference(row: number, column: 1), .text(row.label), WorkbookStyle.locked),
        WrittenCell(
          CellReference(row: number, column: 2), result(of: row, in: number),
          WorkbookStyle.locked),
        WrittenCell(
          CellReference(row: number, column: 3),
          .formula("=" + row.formula, cached: .number(Double(row.count))), WorkbookStyle.locked),
      ]
      heights[number] = WorkbookStyle.height(of: [
        (row.label, widths[0]), (texts[row.judgement.word], widths[1]),
      ])
    }
    cells += totalCells(check)
    var sheet = tableSheet(texts[.checkSheet], cells: cells)
    sheet.rowHeights.merge(heights) { $1 }
    sheet.columnWidths = [1: widths[0], 2: widths[1], 3: widths[2]]
    for (judgement, text, look) in [
      (CheckRow.Judgement.fix, texts[.fix], WorkbookStyle.fix),
      (.note, texts[.note], WorkbookStyle.note),
    ] {
      guard let rows = check.range(of: judgement) else { continue }
      sheet.conditionalFormats.append(
        highlight(
          CellRange(
            CellReference(row: rows.lowerBound, column: 2),
            CellReference(row: rows.upperBound, column: 2)), text: text, as: look))
    }
    return sheet
  }

  private func result(of row: CheckRow, in number: Int) -> WrittenValue {
    let ok = texts[.allRight]
    let word = texts[row.judgement.word]
    if row.judgement == .look { return .text(word) }
    return .formula(
      "=IF(C\(number)>0,\(quoted(word)),\(quoted(ok)))",
      cached: .text(row.count > 0 ? word : ok))
  }

  private func totalCells(_ check: CheckLayout) -> [WrittenCell] {
    let row = check.totalRow
    let rows = check.range(of: .fix) ?? row...row
    return [
      WrittenCell(
        CellReference(row: row, column: 1), .text(texts[.checkTotal]), WorkbookStyle.total),
      WrittenCell(CellReference(row: row, column: 2), .empty, WorkbookStyle.total),
      WrittenCell(
        CellReference(row: row, column: 3),
        .formula(
          "=SUM(C\(rows.lowerBound):C\(rows.upperBound))", cached: .number(Double(check.total))),
        WorkbookStyle.total),
    ]
  }
}
