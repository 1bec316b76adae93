import Cells
import Spreadsheet

/// What the C library is told for one workbook, one call a line, its arguments between tabs.
///
/// It is the plan itself that is followed, so that the floor writes the same cells, styles and
/// rules as the product does.
struct CallScript {
  private(set) var lines: [String] = []
  private var styles: [CellStyle: Int] = [:]
  private var highlights: [Highlight: Int] = [:]

  init(of plan: WorkbookPlan) {
    say("title", plan.properties.title, plan.properties.subject, plan.properties.author)
    for property in plan.customProperties { say("property", property.name, property.value) }
    for sheet in plan.sheets { add(sheet, isActive: sheet.name == plan.activeSheet) }
    for name in plan.definedNames { say("name", name.name, name.formula) }
  }

  private mutating func say(_ call: String, _ arguments: Any...) {
    lines.append(([call] + arguments.map { escaped("\($0)") }).joined(separator: "\t"))
  }

  private mutating func add(_ sheet: SheetPlan, isActive: Bool) {
    say("sheet", sheet.name, sheet.visibility == .visible ? 0 : 1, isActive ? 1 : 0)
    if let height = sheet.defaultRowHeight { say("height", height) }
    for (column, width) in sheet.columnWidths.sorted(by: { $0.key < $1.key }) {
      say("column", column - 1, width)
    }
    for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
      say("row", row - 1, height)
    }
    for cell in sheet.cells.sorted(by: { $0.reference < $1.reference }) {
      add(cell, link: sheet.links[cell.reference].map { "internal:\($0)" })
    }
    for format in sheet.conditionalFormats {
      say("highlight", corners(format.range), number(of: format.highlight), format.formula)
    }
    for validation in sheet.validations { add(validation) }
    if let freeze = sheet.freeze { say("freeze", freeze.row - 1, freeze.column - 1) }
    let page = sheet.pageSetup
    say(
      "page", page.paper == .a4 ? 9 : 1, page.isLandscape ? 1 : 0, page.fitsWidth ? 1 : 0,
      page.fitsHeight ? 1 : 0, page.repeatedRows?.lowerBound ?? 0)
    if sheet.protection != nil { say("protect") }
  }

  private mutating func add(_ cell: WrittenCell, link: String?) {
    let style = number(of: cell.style)
    let (row, column) = (cell.reference.row - 1, cell.reference.column - 1)
    switch cell.value {
    case .empty: say("blank", row, column, style)
    case .number(let number): say("number", row, column, style, "\(number)")
    case .date(let date): say("number", row, column, style, "\(date.serial)")
    case .boolean(let truth): say("number", row, column, style, truth ? "1" : "0")
    case .text(let text):
      if let link {
        say("link", row, column, style, link, text)
      } else {
        say("text", row, column, style, text)
      }
    case .formula(let formula, .text(let text)):
      say("formulatext", row, column, style, formula, text)
    case .formula(let formula, .number(let number)):
      say("formula", row, column, style, formula, "\(number)")
    case .formula(let formula, .boolean(let truth)):
      say("formula", row, column, style, formula, truth ? "1" : "0")
    }
  }

  private mutating func add(_ plan: ValidationPlan) {
    let rule: [String] =
      switch plan.rule {
      case .list(let name): ["list", "=\(name)", ""]
      case .formula(let formula): ["custom", formula, ""]
      case .anything: ["any", "", ""]
      case .textLength(let length): ["length", "\(length)", ""]
      case .wholeNumber(let range): ["whole", "\(range.lowerBound)", "\(range.upperBound)"]
      case .date(let first, let last): ["date", "\(first.serial)", "\(last.serial)"]
      case .decimal(.number(let low), .number(let high)): ["decimal", "\(low)", "\(high)"]
      case .decimal(.formula(let low), .formula(let high)): ["bounds", low, high]
      case .decimal: ["any", "", ""]
      }
    say(
      "rule", corners(plan.range), rule[0], rule[1], rule[2], plan.input?.title ?? "",
      plan.input?.text ?? "", plan.error?.title ?? "", plan.error?.text ?? "")
  }

  private func corners(_ range: CellRange) -> String {
    "\(range.first.row - 1) \(range.first.column - 1) \(range.last.row - 1) "
      + "\(range.last.column - 1)"
  }

  private mutating func number(of style: CellStyle) -> Int {
    if let known = styles[style] { return known }
    say(
      "format", style.fontName, style.size, style.isBold ? 1 : 0, style.isUnderlined ? 1 : 0,
      style.fontColor.map { Int($0.rgb) } ?? -1, style.fill.map { Int($0.rgb) } ?? -1,
      style.border.map { Int($0.rgb) } ?? -1, style.numberFormat ?? "", style.wraps ? 1 : 0,
      style.isLocked ? 1 : 0, style.vertical == .top ? 1 : 0)
    styles[style] = styles.count
    return styles.count - 1
  }

  private mutating func number(of highlight: Highlight) -> Int {
    if let known = highlights[highlight] { return known }
    say("mark", highlight.fill.map { Int($0.rgb) } ?? -1, highlight.isBold ? 1 : 0)
    highlights[highlight] = highlights.count
    return highlights.count - 1
  }
}

private func escaped(_ text: String) -> String {
  text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
}
