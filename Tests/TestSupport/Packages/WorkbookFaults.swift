import Spreadsheet

extension CheckedPackage {
  /// The workbook, its styles and each of its sheets.
  mutating func checkWorkbook() {
    guard let workbook, let book = trees[workbook] else { return }
    let sheets = book.all("sheet")
    expect(!sheets.isEmpty, "no sheets")
    checkNames(of: sheets)
    checkDefinedNames(in: book, sheetCount: sheets.count)
    expect(isInOrder(book, workbookSequence), "order of elements in the workbook")
    let styles = SheetStyles(part("styles", of: workbook).flatMap { trees[$0] })
    for fault in styles.faults { expect(false, fault) }
    let strings = part("sharedStrings", of: workbook).flatMap { trees[$0]?.all("si").count } ?? 0
    let targets = Dictionary(
      relationships(of: workbook).map { ($0.identifier, $0.target) },
      uniquingKeysWith: { first, _ in first })
    var selected: [Int] = []
    var formulas: [Int: Set<String>] = [:]
    let views = book.all("workbookView")
    for (place, element) in sheets.enumerated() {
      let identifier = element.local("id") ?? ""
      guard let target = targets[identifier] ?? nil, let sheet = trees[target] else { continue }
      let found = SheetFaults(
        sheet, name: target, styles: styles, stringCount: strings, viewCount: views.count)
      for fault in found.faults { expect(false, fault) }
      if found.isSelected { selected.append(place) }
      formulas[element.number("sheetId") ?? 0] = found.formulaCells
    }
    checkOpening(views.first, sheets, selected)
    checkCalculationOrder(of: workbook, formulas)
    checkTables()
  }

  private mutating func checkNames(of sheets: [MarkupTree.Element]) {
    let names = sheets.map { $0.attributes["name"] ?? "" }
    expect(Set(names.map { $0.lowercased() }).count == names.count, "a sheet name twice")
    for name in names { expect(SheetName.fault(in: name) == nil, "sheet name \(name)") }
    let numbers = sheets.map { $0.number("sheetId") ?? 0 }
    expect(Set(numbers).count == numbers.count, "a sheetId twice")
    expect(numbers.allSatisfy { (1...65_535).contains($0) }, "sheetId out of range")
    let used = sheets.compactMap { $0.local("id") }.filter { !$0.isEmpty }
    expect(Set(used).count == used.count, "a relationship used by two sheets")
    expect(
      sheets.contains { ["visible", nil].contains($0.attributes["state"]) }, "no visible sheet")
  }

  private mutating func checkDefinedNames(in book: MarkupTree, sheetCount: Int) {
    var defined: Set<String> = []
    for element in book.all("definedName") {
      if let local = element.number("localSheetId") {
        expect((0..<sheetCount).contains(local), "localSheetId \(local)")
      }
      let name = element.attributes["name"] ?? ""
      let place = element.attributes["localSheetId"] ?? "all"
      expect(
        defined.insert("\(name) of \(place)".lowercased()).inserted,
        "defined name twice: \(name) of \(place)")
    }
  }

  private mutating func checkOpening(
    _ view: MarkupTree.Element?, _ sheets: [MarkupTree.Element], _ selected: [Int]
  ) {
    let active = view?.number("activeTab") ?? 0
    expect(sheets.indices.contains(active), "activeTab \(active)")
    if let first = view?.number("firstSheet") {
      expect(sheets.indices.contains(first), "firstSheet \(first)")
    }
    expect(selected.count <= 1, "\(selected.count) sheets selected")
    if let only = selected.first, selected.count == 1 {
      expect(only == active, "sheet \(only) selected, \(active) active")
    }
  }

  /// Excel takes out a list that names a cell without a formula, and says so.
  private mutating func checkCalculationOrder(of workbook: String, _ formulas: [Int: Set<String>]) {
    guard let chain = part("calcChain", of: workbook).flatMap({ trees[$0] }) else { return }
    var sheet = 0
    for element in chain.all("c") {
      // An entry without a sheet of its own has that of the entry before.
      sheet = element.number("i") ?? sheet
      let cell = element.attributes["r"] ?? ""
      expect(
        formulas[sheet]?.contains(cell) ?? false,
        "the order of calculation names \(cell) of sheet \(sheet)")
    }
  }

  private mutating func checkTables() {
    let tables = trees.filter { $0.value.elements[0].name == "table" }.map { $0.value.elements[0] }
    let identifiers = tables.compactMap { $0.attributes["id"] }
    expect(Set(identifiers).count == identifiers.count, "a table id twice")
    let names = tables.compactMap { $0.attributes["displayName"]?.lowercased() }
    expect(Set(names).count == names.count, "a table name twice")
  }
}

/// Whether the children of the root come in the order that the standard gives them.
func isInOrder(_ tree: MarkupTree, _ sequence: [String]) -> Bool {
  let places = tree.children(of: 0).compactMap { sequence.firstIndex(of: tree.elements[$0].name) }
  return places == places.sorted()
}

/// - Source: ECMA-376 Part 1 §18.2.27.
private let workbookSequence = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
  "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
  "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
  "fileRecoveryPr", "webPublishObjects", "extLst",
]
