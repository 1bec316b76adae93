import Cells
import Programmes
package import Spreadsheet
import StudyModel

/// The data workbook that a school fills in.
package func dataWorkbook(for request: WorkbookRequest) -> WorkbookPlan {
  let writer = DataWorkbookWriter(request)
  let visible =
    [writer.startSheet(), writer.questionSheet(writer.layout.about), writer.pupilsSheet()]
    + writer.issuedItemSheets.map(writer.itemsSheet)
    + [
      writer.questionSheet(writer.layout.implementation), writer.checkSheet(),
      writer.wordsSheet(),
    ]
  var plan = WorkbookPlan(
    sheets: (visible + [writer.listsSheet()]).map(writer.finished) + [writer.stampSheet()],
    properties: DocumentProperties(
      title: request.texts[.startTitle, request.programme.title],
      subject: request.stamp.identity.study, author: "WhatWorked",
      language: request.texts.language.code, created: request.created))
  plan.definedNames = writer.layout.lists.lists.map { DefinedName($0.name, "=\($0.labels)") }
  plan.customProperties = [
    CustomProperty(WorkbookLayout.stampPropertyName, request.stamp.line)
  ]
  plan.activeSheet = request.texts[.startSheet]
  return plan
}

/// What every sheet of one data workbook needs to know.
struct DataWorkbookWriter {
  let request: WorkbookRequest
  let layout: WorkbookLayout
  let texts: WorkbookTexts
  let facts: CheckFacts

  init(_ request: WorkbookRequest) {
    self.request = request
    texts = request.texts
    layout = WorkbookLayout(
      programme: request.programme, design: request.design, pupilRows: request.pupils.count,
      texts: request.texts)
    facts = CheckFacts(request, layout: layout)
  }

  /// A sheet on landscape paper with a table whose headings repeat on every page.
  func tableSheet(_ name: String, cells: [WrittenCell]) -> SheetPlan {
    var sheet = SheetPlan(name: name, cells: cells)
    sheet.defaultRowHeight = WorkbookStyle.rowHeight
    sheet.rowHeights[1] = WorkbookStyle.titleHeight
    sheet.rowHeights[PupilsLayout.headerRow] = WorkbookStyle.headerHeight
    sheet.protection = protection
    sheet.pageSetup = page(isLandscape: true)
    sheet.pageSetup.repeatedRows = PupilsLayout.headerRow...PupilsLayout.headerRow
    return sheet
  }

  /// The title and the two lines that stand over every table.
  func introduction(_ title: String, _ first: String, _ second: String) -> [WrittenCell] {
    [
      WrittenCell(CellReference(row: 1, column: 1), .text(title), WorkbookStyle.title),
      WrittenCell(CellReference(row: 2, column: 1), .text(first), WorkbookStyle.plain),
      WrittenCell(CellReference(row: 3, column: 1), .text(second), WorkbookStyle.plain),
    ]
  }

  func headings(_ headings: [String]) -> [WrittenCell] {
    headings.enumerated().map { place, heading in
      WrittenCell(
        CellReference(row: PupilsLayout.headerRow, column: place + 1), .text(heading),
        WorkbookStyle.header)
    }
  }

  /// Sorting stays off: codes are locked, so a sort would part every pupil from the code.
  var protection: SheetProtection {
    var protection = SheetProtection()
    protection.allowsSorting = false
    protection.allowsFiltering = false
    return protection
  }

  func page(isLandscape: Bool) -> PageSetup {
    var page = PageSetup()
    page.paper = request.paper == .a4 ? .a4 : .letter
    page.isLandscape = isLandscape
    return page
  }

  /// What to write for an entry that is filled in already; a choice given by its code is written
  /// as its label.
  func written(_ value: CellValue?, for field: Field) -> WrittenValue {
    switch shown(value ?? .empty, for: field) {
    case .empty, .error: return .empty
    case .number(let number):
      if field.kind == .date, let date = ExcelDate(serial: number) { return .date(date) }
      return .number(number)
    case .text(let text): return .text(text)
    case .boolean(let truth): return .boolean(truth)
    }
  }

  func highlight(_ range: CellRange, text: String, as highlight: Highlight)
    -> ConditionalFormatPlan
  {
    ConditionalFormatPlan(
      range, formula: "=LEFT(\(range.first),\(text.utf16.count))=\(quoted(text))",
      highlight: highlight)
  }
}

/// A choice given by its code, as its label; anything else as it is.
func shown(_ value: CellValue, for field: Field) -> CellValue {
  guard case .choice(let choices) = field.kind, case .text(let text) = value,
    let choice = choices.first(where: { $0.code == text })
  else { return value }
  return .text(choice.label)
}
