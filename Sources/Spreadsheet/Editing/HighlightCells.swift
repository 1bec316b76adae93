package import Cells

/// A package after an edit, and what there is to say about it.
package struct EditedPackage: Hashable, Sendable {
  package var bytes: [UInt8]
  package var remarks: [GraftRemark]
}

/// Marks cells by a conditional format, so that neither their values nor their own formats change.
///
/// What an earlier call marked is no longer marked. Cells of sheets that are not there are passed
/// over.
///
/// - Throws: why this package must not be edited.
package func highlight(
  _ cells: [CellAddress], as highlight: Highlight, in package: [UInt8]
) throws(GraftError) -> EditedPackage {
  let parts = try WorkbookParts(of: package)
  var changes = ContainerChanges(to: parts.container)
  var format: Int?
  if !cells.isEmpty, let name = parts.stylesPartName {
    let styles = try XMLPart(parts.container.contents(of: name), name: name)
    if var list = StyleList("dxfs", in: styles) {
      let prefix = styles.elements[0].prefix
      format = list.index(
        of: SplicedText.prefixed(highlight.markup, with: prefix), reusing: true)
      let splices = list.splices(in: styles, prefix, StyleGraft.sequence)
      try changes.setSplices(splices, in: styles)
    }
  }
  for sheet in parts.sheets {
    guard let name = sheet.partName, parts.container.index(of: name) != nil else { continue }
    let places = cells.filter { $0.sheet.lowercased() == sheet.name.lowercased() }
      .map(\.reference)
    let marked = format == nil ? [] : Set(places).sorted()
    // Nothing of a large sheet is kept where it has no mark of ours and gets none.
    if marked.isEmpty {
      guard try parts.container.contains(SheetHighlighter.word, in: name) else { continue }
    }
    let highlighter = SheetHighlighter(
      bytes: try parts.container.contents(of: name), name: name, places: marked,
      format: format ?? 0)
    if let part = try highlighter.part() {
      try changes.setSplices(highlighter.splices(in: part), in: part)
    }
  }
  return EditedPackage(
    bytes: try changes.package(),
    remarks: format == nil && !cells.isEmpty ? [.withoutStyles] : [])
}

/// Marks cells of one sheet.
private struct SheetHighlighter {
  let bytes: [UInt8]
  let name: String
  let places: [CellReference]
  let format: Int

  /// Always true; and known as ours, after any program has saved the file.
  private static let mark = "\"whatworked\"<>\"\""
  static let word = "whatworked"

  /// Nil where it is no sheet of cells.
  func part() throws(GraftError) -> XMLPart? {
    let part = try XMLPart(bytes, name: name, skipping: ["sheetData"])
    return part.elements[0].localName == "worksheet" ? part : nil
  }

  func splices(in part: XMLPart) -> [XMLPart.Splice] {
    let earlier = part.elements.indices.filter { index in
      part.elements[index].localName == "formula" && part.elements[index].text == Self.mark
    }.compactMap { part.elements[$0].parent.flatMap { part.elements[$0].parent } }
    var splices = Set(earlier).sorted().map { part.removing($0) }
    let ours = Set(earlier)
    guard !places.isEmpty else { return splices }
    let priorities = part.elements.filter {
      $0.localName == "cfRule" && !($0.parent.map { ours.contains($0) } ?? false)
    }.compactMap { $0["priority"].flatMap { Int($0) } }
    let markup = SplicedText.prefixed(
      "<conditionalFormatting sqref=\"\(places.map(\.description).joined(separator: " "))\">"
        + "<cfRule type=\"expression\" dxfId=\"\(format)\""
        + " priority=\"\((priorities.max() ?? 0) + 1)\">"
        + "<formula>\(SplicedText.escaped(Self.mark))</formula></cfRule>"
        + "</conditionalFormatting>",
      with: part.elements[0].prefix)
    splices.append(
      part.inserting(markup, named: "conditionalFormatting", in: Self.sequence))
    return splices
  }

  // What may stand in a sheet after conditional formats; ECMA-376 Part 1 §18.3.1.99.
  private static let sequence = [
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
    "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches",
    "ignoredErrors", "smartTags", "drawing", "drawingHF", "legacyDrawing", "legacyDrawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    "AlternateContent",
  ]
}

extension Highlight {
  /// As a differential format.
  fileprivate var markup: String {
    var font = isBold ? "<b/>" : ""
    if let fontColor { font += "<color rgb=\"\(fontColor.argb)\"/>" }
    let fonts = font.isEmpty ? "" : "<font>\(font)</font>"
    let fills =
      fill.map {
        "<fill><patternFill patternType=\"solid\"><bgColor rgb=\"\($0.argb)\"/></patternFill></fill>"
      } ?? ""
    return "<dxf>\(fonts)\(fills)</dxf>"
  }
}

extension Color {
  /// `FF12436D`.
  fileprivate var argb: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
