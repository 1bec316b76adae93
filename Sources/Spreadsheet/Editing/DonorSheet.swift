import Cells

/// A sheet in a workbook of its own, as the C library wrote it, ready to be moved.
struct DonorSheet {
  let parts: Container
  let part: XMLPart
  let styles: XMLPart
  /// The shared strings, each as it is written: control characters still in their escapes.
  let strings: [String]
  /// What is put right when the sheet is moved, so that it is read only once.
  private let corrections: SheetCorrections
  /// What the workbook says about this sheet by name: rows to repeat, range to filter.
  let definedNames: [(name: String, formula: String, isHidden: Bool)]

  init(_ plan: SheetPlan, scratchFolder: String) throws(GraftError) {
    // The day stays in the workbook that is thrown away.
    let workbook = WorkbookPlan(
      sheets: [plan],
      properties: DocumentProperties(created: ExcelDate(year: 2000, month: 1, day: 1)))
    let written: [UInt8]
    do {
      written = try libraryOutput(workbook, scratchFolder: scratchFolder)
    } catch {
      throw .sheet(error)
    }
    parts = try Container(written, holding: .all)
    corrections = SheetCorrections(of: plan)
    part = try XMLPart(parts.contents(of: Self.sheetPart), name: Self.sheetPart)
    styles = try XMLPart(parts.contents(of: "xl/styles.xml"), name: "xl/styles.xml")
    strings = try Self.strings(in: parts)
    let book = try XMLPart(parts.contents(of: "xl/workbook.xml"), name: "xl/workbook.xml")
    definedNames = book.elements.filter { $0.localName == "definedName" }.map {
      ($0["name"] ?? "", $0.text, $0["hidden"] == "1")
    }
  }

  static let sheetPart = "xl/worksheets/sheet1.xml"

  /// The relationships of one of its parts; nil where it has none.
  func relationships(of part: String) throws(GraftError) -> EditedRelationships? {
    let name = PartPath.relationships(of: part)
    guard parts.index(of: name) != nil else { return nil }
    return try EditedRelationships(parts.contents(of: name), of: part)
  }

  func contentType(of part: String) throws(GraftError) -> String {
    let name = EditedContentTypes.partName
    let types = try EditedContentTypes(parts.contents(of: name))
    guard let type = types.type(of: part) else {
      throw .unexpectedContent(part: part, "no content type")
    }
    return type
  }

  /// Cell formats in use, in order.
  var cellFormats: [Int] { numbers(of: "s", on: "c") }
  /// Differential formats in use, in order.
  var differentialFormats: [Int] { numbers(of: "dxfId", on: "cfRule") }

  private func numbers(of attribute: String, on name: String) -> [Int] {
    Set(
      part.elements.lazy.filter { $0.localName == name }
        .compactMap { $0[attribute].flatMap { Int($0) } }
    ).sorted()
  }

  private static func strings(in parts: Container) throws(GraftError) -> [String] {
    let name = "xl/sharedStrings.xml"
    guard parts.index(of: name) != nil else { return [] }
    let part = try XMLPart(parts.contents(of: name), name: name)
    return part.elements.filter { $0.localName == "t" }.map(\.text)
  }

  /// The sheet for another workbook: texts in their cells, styles by their new numbers.
  ///
  /// Without styles, everything that needs one goes.
  func moved(
    to family: OfficeFamily, styles: StyleGraft?, isSelected: Bool
  ) -> [UInt8] {
    var splices = corrections.splices(in: part)
    if family == .strict {
      let tag = part.elements[0].startTag
      splices.append(
        XMLPart.Splice(range: tag, replacement: family.translated(part.markup(tag))))
    }
    for (index, element) in part.elements.enumerated() {
      switch element.localName {
      case "c": splices += cellSplices(index, styles)
      case "sheetView" where !isSelected:
        if let splice = part.removing("tabSelected", of: index) { splices.append(splice) }
      case "cfRule":
        guard let number = element["dxfId"].flatMap({ Int($0) }),
          let new = styles?.differentialFormats[number]
        else { continue }
        splices.append(part.setting("dxfId", to: String(new), of: index))
      case "conditionalFormatting" where styles == nil: splices.append(part.removing(index))
      default: continue
      }
    }
    return part.applying(splices)
  }

  private func cellSplices(_ cell: Int, _ styles: StyleGraft?) -> [XMLPart.Splice] {
    let element = part.elements[cell]
    var splices: [XMLPart.Splice] = []
    if let old = element["s"].flatMap({ Int($0) }) {
      if let new = styles?.cellFormats[old] {
        splices.append(part.setting("s", to: String(new), of: cell))
      } else if let removal = part.removing("s", of: cell) {
        splices.append(removal)
      }
    }
    let value = cell + 1
    guard element["t"] == "s", part.elements.indices.contains(value),
      let index = Int(part.elements[value].text), strings.indices.contains(index)
    else { return splices }
    let (type, markup) = Self.written(strings[index])
    splices.append(part.setting("t", to: type, of: cell))
    splices.append(XMLPart.Splice(range: part.elements[value].range, replacement: markup))
    return splices
  }

  /// A text within its cell, so that the workbook's own strings stay as they are.
  ///
  /// As the result of a formula that is not there: some programs show cells with `inlineStr` empty.
  /// Only padded text needs the other form, which can say that its spaces count.
  private static func written(_ text: String) -> (type: String, markup: String) {
    let escaped = SplicedText.escapedUnicode(text)
    let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return isPadded
      ? ("inlineStr", "<is><t xml:space=\"preserve\">\(escaped)</t></is>")
      : ("str", "<v>\(escaped)</v>")
  }
}
