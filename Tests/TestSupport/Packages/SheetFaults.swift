import Cells

/// How many styles of each kind a workbook has, and what is wrong with them.
struct SheetStyles {
  private(set) var cellFormats = 0
  private(set) var differentialFormats = 0
  private(set) var faults: [String] = []

  init(_ styles: MarkupTree?) {
    guard let styles else { return }
    func count(_ list: String) -> Int { styles.list(list).count }
    cellFormats = count("cellXfs")
    differentialFormats = count("dxfs")
    for list in ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] {
      guard let declared = styles.child(list).flatMap({ styles.elements[$0].attributes["count"] })
      else { continue }
      if declared != String(count(list)) { faults.append("count of \(list)") }
    }
    let numbers = styles.list("numFmts").compactMap { $0.number("numFmtId") }
    if Set(numbers).count != numbers.count { faults.append("a number format twice") }
    for format in styles.list("cellXfs") {
      for (attribute, list) in [
        ("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs"),
      ] {
        guard let index = format.number(attribute) else { continue }
        let isFirst = list == "cellStyleXfs" && index == 0
        if index >= count(list), !isFirst { faults.append("\(attribute) \(index)") }
      }
      // Those below 164 every program knows.
      if let number = format.number("numFmtId"), number >= 164, !numbers.contains(number) {
        faults.append("numFmtId \(number)")
      }
    }
    if !isInOrder(styles, Self.sequence) { faults.append("order of elements in the styles") }
  }

  /// - Source: ECMA-376 Part 1 §18.8.39.
  private static let sequence = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]
}

/// What is wrong with one sheet.
struct SheetFaults {
  private(set) var faults: [String] = []
  private(set) var isSelected = false
  private(set) var formulaCells: Set<String> = []
  private let name: String
  private let sheet: MarkupTree

  init(
    _ sheet: MarkupTree, name: String, styles: SheetStyles, stringCount: Int, viewCount: Int
  ) {
    self.name = name
    self.sheet = sheet
    var previous = CellReference(row: 1, column: 0)
    var row = 0
    for element in sheet.elements {
      switch element.name {
      case "sheetView":
        let view = element.number("workbookViewId") ?? 0
        expect(view < max(viewCount, 1), "workbookViewId \(view)")
        if element.isTrue("tabSelected") { isSelected = true }
      case "row":
        let number = element.number("r") ?? row + 1
        expect(number > row, "row \(number) after row \(row)")
        row = number
      case "c":
        expect(
          element.number("s") ?? 0 < max(styles.cellFormats, 1), "style \(element.number("s") ?? 0)"
        )
        guard let written = element.attributes["r"] else { continue }
        guard let reference = CellReference(written) else {
          expect(false, "cell reference \(written)")
          continue
        }
        expect(previous < reference, "\(written) after \(previous)")
        previous = reference
      case "cfRule":
        let format = element.number("dxfId") ?? 0
        expect(format < max(styles.differentialFormats, 1), "dxfId \(format)")
      default: continue
      }
    }
    checkValues(stringCount: stringCount)
    guard sheet.elements[0].name == "worksheet" else { return }
    expect(isInOrder(sheet, worksheetSequence), "order of elements")
  }

  private mutating func expect(_ isRight: Bool, _ fault: @autoclosure () -> String) {
    if !isRight { faults.append("\(name): \(fault())") }
  }

  private mutating func checkValues(stringCount: Int) {
    for element in sheet.elements {
      guard let cell = element.parent.map({ sheet.elements[$0] }), cell.name == "c" else {
        continue
      }
      let place = cell.attributes["r"] ?? ""
      let kind = cell.attributes["t"] ?? "n"
      if element.name == "f" { formulaCells.insert(place) }
      guard element.name == "v" else { continue }
      switch kind {
      case "s":
        let index = Int(element.text) ?? -1
        expect((0..<stringCount).contains(index), "shared string \(element.text) in \(place)")
      case "n":
        let isNumber = element.text.isEmpty || Double(element.text)?.isFinite == true
        expect(isNumber, "number \(element.text) in \(place)")
      default: expect(element.text.utf16.count <= 32_767, "long text in \(place)")
      }
    }
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
