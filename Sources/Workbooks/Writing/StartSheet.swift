import Cells
import Spreadsheet
import StudyModel

extension DataWorkbookWriter {
  /// What to do, and whether the workbook is ready to return.
  func startSheet() -> SheetPlan {
    let width = 74.0
    var cells: [WrittenCell] = []
    var heights: [Int: Double] = [:]
    var links: [CellReference: CellAddress] = [:]
    func line(
      _ text: String, _ style: CellStyle, height: Double? = nil, target: String? = nil
    ) {
      let reference = CellReference(row: cells.count + 1, column: 1)
      cells.append(WrittenCell(reference, .text(text), style))
      heights[reference.row] = height ?? WorkbookStyle.height(of: [(text, width)])
      if let target {
        links[reference] = CellAddress(
          sheet: target, reference: CellReference(row: 1, column: 1))
      }
    }
    line(
      texts[.startTitle, request.programme.title], WorkbookStyle.title.with { $0.wraps = true },
      height: request.programme.title.count > 34 ? 52 : WorkbookStyle.titleHeight)
    line(identityLine, WorkbookStyle.paragraph)
    line(texts[.startQuestion], WorkbookStyle.heading, height: WorkbookStyle.titleHeight)
    cells.append(status)
    heights[4] = WorkbookStyle.statusHeight
    line(texts[.startSteps], WorkbookStyle.heading, height: WorkbookStyle.titleHeight)
    for step in [
      WorkbookText.startStepAbout, .startStepPupils, .startStepCheck, .startStepReturn,
      .startPrivacy,
    ] {
      line(
        texts[step], WorkbookStyle.paragraph.with { $0.isBold = step == .startPrivacy })
    }
    for sheet in [
      layout.about.name, layout.pupils.name, layout.implementation.name, texts[.checkSheet],
      texts[.wordsSheet],
    ] {
      line(texts[.startLink, sheet], .link, height: WorkbookStyle.rowHeight, target: sheet)
    }
    line(texts[.startOffice, request.stamp.line], WorkbookStyle.small)
    var sheet = SheetPlan(name: texts[.startSheet], cells: cells)
    sheet.columnWidths = [1: width]
    sheet.rowHeights = heights
    sheet.links = links
    sheet.protection = protection
    sheet.pageSetup = page(isLandscape: false)
    sheet.showsGridlines = false
    sheet.conditionalFormats = [
      ConditionalFormatPlan(
        CellRange(WorkbookLayout.status), formula: "=\(checkLayout.totalAddress)>0",
        highlight: WorkbookStyle.fix)
    ]
    return sheet
  }

  private var identityLine: String {
    var parts = [
      texts[.startIdentity, request.school, request.stamp.identity.workbook]
    ]
    if let date = request.returnBy { parts.append(texts[.startReturnBy, date.inWords]) }
    if let contact = request.contact { parts.append(texts[.startContact, contact]) }
    return parts.joined(separator: " ")
  }

  /// Ready, or how much is left: `=IF(Check!$C$14=0,"READY…",IF(Check!$C$14=1,"NOT READY…`.
  private var status: WrittenCell {
    let total = checkLayout.totalAddress
    let many = texts[.startStatusMany, "\u{0}"].split(separator: "\u{0}").map(String.init)
    let before = quoted(many.first ?? "")
    let after = quoted(many.count > 1 ? many[1] : "")
    let ready = quoted(texts[.startStatusReady])
    let one = quoted(texts[.startStatusOne])
    let count = checkLayout.total
    let result =
      switch count {
      case 0: texts[.startStatusReady]
      case 1: texts[.startStatusOne]
      default: texts[.startStatusMany, String(count)]
      }
    return WrittenCell(
      WorkbookLayout.status,
      .formula(
        "=IF(\(total)=0,\(ready),IF(\(total)=1,\(one),\(before)&\(total)&\(after)))",
        cached: .text(result)), WorkbookStyle.status)
  }
}
