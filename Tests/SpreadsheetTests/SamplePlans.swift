import Cells
import Spreadsheet

extension WorkbookPlan {
  /// A workbook with one of everything.
  static var small: WorkbookPlan {
    var lists = SheetPlan(
      name: "Lists we use",
      cells: [WrittenCell("A1", .text("Tutored")), WrittenCell("A2", .text("Comparison"))])
    lists.visibility = .hidden
    var kit = SheetPlan(name: "_kit", cells: [WrittenCell("A1", .text("schema"))])
    kit.visibility = .veryHidden
    var plan = WorkbookPlan(
      sheets: [.pupils, lists, kit],
      properties: DocumentProperties(
        title: "Pupils", author: "A hub", created: ExcelDate(year: 2026, month: 7, day: 1)))
    plan.definedNames = [DefinedName("lstGroup", "='Lists we use'!$A$1:$A$2")]
    plan.customProperties = [CustomProperty("whatworkedWorkbook", "7F3A-22K9")]
    return plan
  }
}

extension SheetPlan {
  static var pupils: SheetPlan {
    let input = CellStyle().with {
      $0.fill = 0xFFF2CC
      $0.border = 0x7F6000
      $0.isLocked = false
    }
    var pupils = SheetPlan(
      name: "Pupils",
      cells: [
        WrittenCell("A1", .text("Pupils _x0041_ \u{7} <&> é ا")),
        WrittenCell("A2", .number(0.1 + 0.2)),
        WrittenCell("B2", .empty, input),
        WrittenCell("A3", .formula("=A2>0", cached: .boolean(true))),
        WrittenCell("A4", .formula("=A1&\"\"", cached: .text(" padded "))),
        WrittenCell("A5", .formula("=A2*2", cached: .number(1.0 / 3))),
        WrittenCell("A6", .date(ExcelDate(year: 2026, month: 7, day: 10))),
        WrittenCell("A7", .boolean(false)),
        WrittenCell("A8", .text("To the lists"), .link),
        WrittenCell("A9", .text("=1+1")),
      ])
    pupils.columnWidths = [1: 30, 2: 12]
    pupils.rowHeights = [1: 28]
    pupils.defaultRowHeight = 20
    pupils.freeze = CellReference("B2")
    pupils.protection = SheetProtection()
    pupils.autofilter = CellRange("B1:B8")
    pupils.links = [
      CellReference(row: 8, column: 1): CellAddress(
        sheet: "Lists we use", reference: CellReference(row: 1, column: 1))
    ]
    var list = ValidationPlan("B2", .list(definedName: "lstGroup"))
    list.input = .init(title: "Group", text: "Choose one.")
    list.error = .init(title: "Group", text: "Only from the list.")
    pupils.validations = [list]
    pupils.conditionalFormats = [
      ConditionalFormatPlan(
        "A2:A8", formula: "=A2=\"Fix\"", highlight: Highlight(fill: 0xF46A25, isBold: true))
    ]
    pupils.pageSetup.isLandscape = true
    pupils.pageSetup.repeatedRows = 1...1
    pupils.pageSetup.footer = "&RPage &P of &N"
    pupils.tabColor = 0x12436D
    pupils.showsGridlines = false
    return pupils
  }

  static var results: SheetPlan {
    let title = CellStyle().with {
      $0.isBold = true
      $0.size = 18
    }
    let header = CellStyle().with {
      $0.fill = 0x12436D
      $0.fontColor = 0xFFFFFF
      $0.border = 0xB1B4B6
    }
    var sheet = SheetPlan(
      name: "Results",
      cells: [
        WrittenCell("A1", .text("Your results"), title),
        WrittenCell("A2", .text("Effect"), header),
        WrittenCell("B2", .number(0.123456789), CellStyle().with { $0.numberFormat = "+0.00" }),
        WrittenCell("A3", .text(" padded ← é")),
        WrittenCell("A4", .text("whatworked-results · 1.0.0")),
        WrittenCell("A5", .date(ExcelDate(year: 2026, month: 7, day: 10))),
        WrittenCell("C2", .number(0.03)), WrittenCell("D2", .number(0.5)),
        WrittenCell("C3", .number(0.5)), WrittenCell("D3", .number(0.5)),
      ])
    sheet.charts = [.effect]
    sheet.columnWidths = [1: 40, 2: 14]
    sheet.protection = SheetProtection()
    sheet.pageSetup.repeatedRows = 1...2
    sheet.conditionalFormats = [
      ConditionalFormatPlan("B2", formula: "=B2>0", highlight: Highlight(fill: 0xDCE6F2))
    ]
    return sheet
  }
}

extension IntervalChartPlan {
  static var effect: IntervalChartPlan {
    let interval = Interval(
      name: "Effect", ends: CellRange(written: "C2:D2"),
      estimate: CellReference(written: "B2"), heights: CellRange(written: "C3:D3"))
    return IntervalChartPlan(
      [interval], anchor: CellReference(written: "A8"), title: "The effect & its range",
      axisTitle: "0 is no difference", alternativeText: "A dot at 0.12.", axis: -0.4...1, step: 0.2)
  }
}

extension CellReference {
  /// A place as people write it; the first cell where it is none.
  init(written text: String) {
    self = CellReference(text) ?? CellReference(row: 1, column: 1)
  }
}

extension CellRange {
  init(written text: String) {
    self = CellRange(text) ?? CellRange(CellReference(row: 1, column: 1))
  }
}

extension WrittenCell {
  init(_ place: String, _ value: WrittenValue, _ style: CellStyle = CellStyle()) {
    self.init(CellReference(written: place), value, style)
  }
}

extension ValidationPlan {
  init(_ range: String, _ rule: Rule) {
    self.init(CellRange(written: range), rule)
  }
}

extension ConditionalFormatPlan {
  init(_ range: String, formula: String, highlight: Highlight) {
    self.init(CellRange(written: range), formula: formula, highlight: highlight)
  }
}
