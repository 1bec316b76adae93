@testable import Spreadsheet

/// What is wrong with a package that would make Excel offer to repair it, in words.
///
/// Real files have faults of their own, so tests compare what an edited package says with what it
/// said before.
func faults(in bytes: [UInt8]) throws -> Set<String> {
  var checker = try PackageChecker(bytes)
  try checker.checkRelationships()
  try checker.checkContentTypes()
  try checker.checkWorkbook()
  try checker.checkStyles()
  for place in checker.parts.sheets.indices { try checker.checkSheet(place) }
  try checker.checkSelection()
  return checker.faults
}

struct PackageChecker {
  let parts: WorkbookParts
  var faults: Set<String> = []
  private var cellFormats = 0
  private var differentialFormats = 0
  private var selected: [Int] = []

  init(_ bytes: [UInt8]) throws {
    parts = try WorkbookParts(of: bytes)
  }

  private var names: [String] {
    parts.container.package.entries.filter { !$0.isFolder }.map { PartPath.normalised($0.name) }
  }

  private mutating func expect(_ isRight: Bool, _ fault: String) {
    if !isRight { faults.insert(fault) }
  }

  mutating func checkRelationships() throws {
    for name in names where name.hasSuffix(".rels") {
      let source = name.dropLast(5).replacing("_rels/", with: "")
      let relationships = try EditedRelationships(
        parts.container.contents(of: name), of: String(source))
      let identifiers = relationships.all.map(\.identifier)
      expect(Set(identifiers).count == identifiers.count, "\(name): an identifier twice")
      for relationship in relationships.all where !relationship.isExternal {
        let target = relationships.partName(of: relationship)
        expect(parts.container.index(of: target) != nil, "\(name): nothing at \(target)")
      }
      expect(
        source.isEmpty || parts.container.index(of: String(source)) != nil,
        "\(name): relationships of nothing")
    }
  }

  mutating func checkContentTypes() throws {
    for name in names where name != "[content_types].xml" {
      expect(parts.contentTypes.type(of: name) != nil, "no content type for \(name)")
    }
    let overrides = parts.contentTypes.part.elements.compactMap { $0["PartName"] }
      .map(PartPath.normalised)
    expect(Set(overrides).count == overrides.count, "a content type twice")
    for name in overrides {
      expect(
        parts.container.index(of: name) != nil, "a content type for \(name), which is not there")
    }
  }

  mutating func checkWorkbook() throws {
    let sheets = parts.sheets
    expect(Set(sheets.map { $0.name.lowercased() }).count == sheets.count, "a sheet name twice")
    for sheet in sheets {
      expect(SheetName.fault(in: sheet.name) == nil, "sheet name \(sheet.name)")
    }
    expect(Set(sheets.map(\.sheetIdentifier)).count == sheets.count, "a sheetId twice")
    let used = sheets.map(\.relationshipIdentifier).filter { !$0.isEmpty }
    expect(Set(used).count == used.count, "a relationship used by two sheets")
    let book = parts.workbook
    var defined: Set<String> = []
    for element in book.elements where element.localName == "definedName" {
      if let local = element["localSheetId"].flatMap({ Int($0) }) {
        expect(sheets.indices.contains(local), "localSheetId \(local)")
      }
      let name = "\(element["name"] ?? "") of \(element["localSheetId"] ?? "all")".lowercased()
      expect(defined.insert(name).inserted, "defined name twice: \(name)")
    }
    expect(orderIsRight(book, WorkbookEditor.sequence), "order of elements in the workbook")
  }

  mutating func checkStyles() throws {
    guard let name = parts.stylesPartName else { return }
    let styles = try XMLPart(parts.container.contents(of: name), name: name)
    func count(_ list: String) -> Int {
      styles.child(list).map { styles.children(of: $0).count } ?? 0
    }
    cellFormats = count("cellXfs")
    differentialFormats = count("dxfs")
    for list in ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] {
      guard let element = styles.child(list), let declared = styles.elements[element]["count"]
      else { continue }
      expect(declared == String(count(list)), "count of \(list)")
    }
    for format in styles.child("cellXfs").map({ styles.children(of: $0) }) ?? [] {
      for (attribute, list) in [
        ("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs"),
      ] {
        guard let index = styles.elements[format][attribute].flatMap({ Int($0) }) else { continue }
        expect(index < count(list) || list == "cellStyleXfs" && index == 0, "\(attribute) \(index)")
      }
    }
    expect(orderIsRight(styles, StyleGraft.sequence), "order of elements in the styles")
  }

  mutating func checkSheet(_ place: Int) throws {
    guard let name = parts.sheets[place].partName, parts.container.index(of: name) != nil else {
      return
    }
    let sheet = try XMLPart(parts.container.contents(of: name), name: name)
    let views = parts.workbook.elements.count { $0.localName == "workbookView" }
    for element in sheet.elements {
      switch element.localName {
      case "sheetView":
        let view = Int(element["workbookViewId"] ?? "") ?? 0
        expect(view < max(views, 1), "\(name): workbookViewId \(view)")
        if ["1", "true"].contains(element["tabSelected"] ?? "") { selected.append(place) }
      case "c":
        let style = Int(element["s"] ?? "0") ?? 0
        expect(style < max(cellFormats, 1), "\(name): style \(style)")
      case "cfRule":
        if let format = element["dxfId"].flatMap({ Int($0) }) {
          expect(format < differentialFormats, "\(name): dxfId \(format)")
        }
      default: continue
      }
    }
    guard sheet.elements[0].localName == "worksheet" else { return }
    expect(orderIsRight(sheet, worksheetSequence), "\(name): order of elements")
    try checkReferences(of: sheet, name)
  }

  /// Every `r:id` of a sheet leads to a relationship.
  private mutating func checkReferences(of sheet: XMLPart, _ name: String) throws {
    let rels = PartPath.relationships(of: name)
    let known =
      parts.container.index(of: rels) == nil
      ? []
      : try EditedRelationships(parts.container.contents(of: rels), of: name).all.map(\.identifier)
    for index in sheet.elements.indices {
      guard
        let reference = sheet.attribute("id", inOneOf: OfficeFamily.allRelationships, of: index)
      else { continue }
      expect(known.contains(reference.value), "\(name): no relationship \(reference.value)")
    }
  }

  mutating func checkSelection() throws {
    let view = parts.workbook.elements.first { $0.localName == "workbookView" }
    let active = Int(view?["activeTab"] ?? "0") ?? 0
    expect(parts.sheets.indices.contains(active), "activeTab \(active)")
    expect(selected.count <= 1, "\(selected.count) sheets selected")
    if let only = selected.first, selected.count == 1 {
      expect(only == active, "sheet \(only) selected, \(active) active")
    }
  }

  private func orderIsRight(_ part: XMLPart, _ sequence: [String]) -> Bool {
    let places = part.children(of: 0).compactMap {
      sequence.firstIndex(of: String(part.elements[$0].localName))
    }
    return places == places.sorted()
  }
}

/// - Source: ECMA-376 Part 1 §18.3.1.99.
private let worksheetSequence = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
  "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
  "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
  "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
  "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
  "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
  "webPublishItems", "tableParts", "extLst",
]
