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
      heights[reference.row] =
        height ?? WorkbookStyle.height(of: [(text, width)], isBold: style.isBold)
      if let target {
        links[reference] = CellAddress(
          sheet: target, reference: CellReference(row: 1, column: 1))
      }
    }
    let title = texts[.startTitle, request.programme.title]
    line(
      title, WorkbookStyle.title.with { $0.wraps = true },
      height: WorkbookStyle.height(of: [(title, width)], size: 18, isBold: true))
    line(identityLine, WorkbookStyle.paragraph)
    line(texts[.startQuestion], WorkbookStyle.heading, height: WorkbookStyle.titleHeight)
    cells.append(status)
    heights[4] = max(
      WorkbookStyle.statusHeight,
      WorkbookStyle.height(of: statusTexts.map { ($0, width - 4) }, size: 14, isBold: true))
    line(texts[.startSteps], WorkbookStyle.heading, height: WorkbookStyle.titleHeight)
    for step in [
      texts[.startStepAbout, layout.about.name, layout.implementation.name],
      texts[.startStepPupils, layout.pupils.name],
      texts[.startStepCheck, texts[.checkSheet], texts[.fix]], texts[.startStepReturn],
    ] {
      line(step, WorkbookStyle.paragraph)
    }
    line(texts[.startPrivacy], WorkbookStyle.paragraph.with { $0.isBold = true })
    let sheets =
      [layout.about.name, layout.pupils.name] + issuedItemSheets.map(\.name)
      + [layout.implementation.name, texts[.checkSheet], texts[.wordsSheet]]
    for sheet in sheets {
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
    if let date = request.returnBy { parts.append(texts[.startReturnBy, texts.inWords(date)]) }
    if let contact = request.contact { parts.append(texts[.startContact, contact]) }
    return parts.joined(separator: " ")
  }

  /// Everything that the status can say; the longest number has three digits.
  private var statusTexts: [String] {
    [
      texts[.startStatusReady], texts[.startStatusOne, texts[.checkSheet]],
      texts[.startStatusMany, "888", texts[.checkSheet]],
    ]
  }

  /// Ready, or how much is left: `=IF(Check!$C$14=0,"READY…",IF(Check!$C$14=1,"NOT READY…`.
  private var status: WrittenCell {
    let total = checkLayout.totalAddress
    let many = texts[.startStatusMany, "\u{0}", texts[.checkSheet]].split(separator: "\u{0}").map(
      String.init)
    let before = quoted(many.first ?? "")
    let after = quoted(many.count > 1 ? many[1] : "")
    let ready = quoted(texts[.startStatusReady])
    let one = quoted(texts[.startStatusOne, texts[.checkSheet]])
    let count = checkLayout.total
    let result =
      switch count {
      case 0: texts[.startStatusReady]
      case 1: texts[.startStatusOne, texts[.checkSheet]]
      default: texts[.startStatusMany, String(count), texts[.checkSheet]]
      }
    return WrittenCell(
      WorkbookLayout.status,
      .formula(
        "=IF(\(total)=0,\(ready),IF(\(total)=1,\(one),\(before)&\(total)&\(after)))",
        cached: .text(result)), WorkbookStyle.status)
  }
}
