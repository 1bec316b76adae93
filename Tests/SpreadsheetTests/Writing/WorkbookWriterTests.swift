import Cells
import Spreadsheet
import Testing

@Suite struct WorkbookWriterTests {
  @Test func samePlanGivesTheSameBytes() throws {
    #expect(try writeWorkbook(.small) == writeWorkbook(.small))
  }
}

extension WorkbookPlan {
  /// A workbook with one of everything.
  static var small: WorkbookPlan {
    var pupils = SheetPlan(
      name: "Pupils",
      cells: [
        WrittenCell(CellReference(row: 1, column: 1), .text("Pupils _x0041_ \u{7} <&>")),
        WrittenCell(CellReference(row: 2, column: 1), .number(0.1 + 0.2)),
        WrittenCell(
          CellReference(row: 2, column: 2), .empty,
          CellStyle().with {
            $0.fill = 0xFFF2CC
            $0.border = 0x7F6000
            $0.isLocked = false
          }),
        WrittenCell(
          CellReference(row: 3, column: 1), .formula("=A2>0", cached: .boolean(true))),
        WrittenCell(
          CellReference(row: 4, column: 1), .formula("=A1&\"\"", cached: .text(" padded "))),
        WrittenCell(
          CellReference(row: 5, column: 1), .formula("=A2*2", cached: .number(1.0 / 3))),
        WrittenCell(
          CellReference(row: 6, column: 1), .date(ExcelDate(year: 2026, month: 7, day: 10))),
        WrittenCell(CellReference(row: 7, column: 1), .boolean(false)),
        WrittenCell(CellReference(row: 8, column: 1), .text("To the lists"), .link),
      ])
    pupils.columnWidths = [1: 30, 2: 12]
    pupils.rowHeights = [1: 28]
    pupils.defaultRowHeight = 20
    pupils.freeze = CellReference(row: 2, column: 2)
    pupils.protection = SheetProtection()
    pupils.autofilter = CellRange("B1:B8")
    pupils.links = [
      CellReference(row: 8, column: 1): CellAddress(
        sheet: "Lists we use", reference: CellReference(row: 1, column: 1))
    ]
    var list = ValidationPlan(
      CellRange(CellReference(row: 2, column: 2)), .list(definedName: "lstGroup"))
    list.input = .init(title: "Group", text: "Choose one.")
    list.error = .init(title: "Group", text: "Only from the list.")
    pupils.validations = [list]
    pupils.conditionalFormats = [
      ConditionalFormatPlan(
        CellRange(CellReference(row: 2, column: 1), CellReference(row: 8, column: 1)),
        formula: "=A2=\"Fix\"", highlight: Highlight(fill: 0xF46A25, isBold: true))
    ]
    pupils.pageSetup.isLandscape = true
    pupils.pageSetup.repeatedRows = 1...1
    pupils.pageSetup.footer = "&RPage &P of &N"
    pupils.tabColor = 0x12436D
    pupils.showsGridlines = false
    var lists = SheetPlan(
      name: "Lists we use",
      cells: [
        WrittenCell(CellReference(row: 1, column: 1), .text("Tutored")),
        WrittenCell(CellReference(row: 2, column: 1), .text("Comparison")),
      ])
    lists.visibility = .hidden
    var kit = SheetPlan(
      name: "_kit", cells: [WrittenCell(CellReference(row: 1, column: 1), .text("schema"))])
    kit.visibility = .veryHidden
    var plan = WorkbookPlan(
      sheets: [pupils, lists, kit],
      properties: DocumentProperties(
        title: "Pupils", author: "A hub", created: ExcelDate(year: 2026, month: 7, day: 1)))
    plan.definedNames = [DefinedName("lstGroup", "='Lists we use'!$A$1:$A$2")]
    plan.customProperties = [CustomProperty("whatworkedWorkbook", "7F3A-22K9")]
    return plan
  }
}
