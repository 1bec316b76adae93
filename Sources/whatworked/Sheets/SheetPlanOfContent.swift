import Cells
import Reports
import Spreadsheet

/// Lays out rows of results on a sheet.
///
/// A text that runs over the whole width is broken into lines of its own, because no cell may be
/// merged and a long line would be cut where the page ends.
func sheetPlan(
  name: String, rows: [SheetRowContent], columnWidths: [Double], stamp: GraftStamp
) -> SheetPlan {
  var plan = SheetPlan(name: name)
  let width = columnWidths.reduce(0, +)
  var row = 0
  for content in rows + [SheetRowContent([SheetCellContent(.text(mark(stamp)), .note)])] {
    if content.isWide, let cell = content.cells.first, case .text(let text) = cell.value {
      for line in lines(of: text, upTo: Int(width * cell.role.charactersPerWidth)) {
        row += 1
        place(SheetCellContent(.text(line), cell.role), row: row, column: 1, in: &plan)
        plan.rowHeights[row] = cell.role.lineHeight
      }
    } else {
      row += 1
      for (index, cell) in content.cells.enumerated() {
        place(cell, row: row, column: index + 1, in: &plan)
      }
      plan.rowHeights[row] = height(of: content, columnWidths: columnWidths)
    }
  }
  for (index, width) in columnWidths.enumerated() { plan.columnWidths[index + 1] = width }
  plan.protection = SheetProtection()
  plan.showsGridlines = false
  plan.pageSetup.isLandscape = true
  plan.pageSetup.fitsWidth = true
  return plan
}

/// What makes the sheet known again when the workbook comes back.
private func mark(_ stamp: GraftStamp) -> String {
  "Mark of this sheet, so that whatworked knows it again: \(stamp.text)"
}

private func place(
  _ content: SheetCellContent, row: Int, column: Int, in plan: inout SheetPlan
) {
  let reference = CellReference(row: row, column: column)
  var style = content.role.style
  switch content.value {
  case .empty:
    plan.cells.append(WrittenCell(reference, .empty, style))
  case .text(let text):
    plan.cells.append(WrittenCell(reference, .text(text), style))
  case .number(let number, let format):
    style.numberFormat = format.code
    plan.cells.append(WrittenCell(reference, .number(number), style))
  case .link(let text, let target):
    style.fontColor = CellStyle.link.fontColor
    style.isUnderlined = true
    plan.cells.append(WrittenCell(reference, .text(text), style))
    if let address = CellAddress(target) { plan.links[reference] = address }
  }
}

/// Tall enough for the cell that needs the most lines.
private func height(of row: SheetRowContent, columnWidths: [Double]) -> Double {
  let most =
    zip(row.cells, columnWidths).map { cell, width -> Int in
      switch cell.value {
      case .text(let text), .link(let text, _):
        lines(of: text, upTo: max(4, Int(width * cell.role.charactersPerWidth))).count
      case .number, .empty: 1
      }
    }.max() ?? 1
  let line = row.cells.map(\.role.lineHeight).max() ?? 16
  return line * Double(max(1, most)) + 4
}

/// Breaks a text between words.
private func lines(of text: String, upTo width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}

extension SheetCellContent.NumberFormat {
  fileprivate var code: String {
    switch self {
    case .decimal(let digits): Self.digits(digits)
    case .signed(let digits):
      "+\(Self.digits(digits));\u{2212}\(Self.digits(digits));\(Self.digits(digits))"
    case .percentage: "0%"
    }
  }

  private static func digits(_ count: Int) -> String {
    count == 0 ? "0" : "0." + String(repeating: "0", count: count)
  }
}

extension SheetCellContent.Role {
  fileprivate var style: CellStyle {
    CellStyle().with { style in
      style.vertical = .top
      switch self {
      case .title:
        style.size = 18
        style.isBold = true
      case .headline:
        style.size = 14
        style.isBold = true
        style.fontColor = 0x12436D
      case .heading:
        style.isBold = true
        style.vertical = .bottom
      case .tableHead:
        style.isBold = true
        style.fontColor = 0xFFFFFF
        style.fill = 0x12436D
        style.border = 0xB1B4B6
        style.wraps = true
      case .tableText:
        style.border = 0xB1B4B6
        style.wraps = true
        style.indent = 1
      case .tableNumber:
        style.border = 0xB1B4B6
        style.horizontal = .right
      case .body: break
      case .note:
        style.size = 10
        style.fontColor = 0x505A5F
      }
    }
  }

  /// In points.
  fileprivate var lineHeight: Double {
    switch self {
    case .title: 26
    case .headline: 21
    case .heading: 24
    case .tableHead, .tableText, .tableNumber, .body: 16
    case .note: 14
    }
  }

  /// How many characters of prose fit where one digit of the default font does.
  fileprivate var charactersPerWidth: Double {
    switch self {
    case .title: 0.6
    case .headline: 0.75
    case .tableHead: 0.85
    case .heading, .tableText, .tableNumber, .body: 0.9
    case .note: 1.1
    }
  }
}
