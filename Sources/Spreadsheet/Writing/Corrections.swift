import Cells

/// What the C library of Debian cannot say, spliced into what it wrote.
///
/// Sheets that are very hidden, formulas that come to true or false, numbers that need all of
/// their 17 digits; the language of the document; and the day in the properties, which the library
/// works out by a function of the system that two threads must not use at once.
struct Corrections {
  let plan: WorkbookPlan

  func changes(to package: [UInt8], holding: HeldParts) throws(GraftError) -> ContainerChanges {
    var changes = ContainerChanges(to: try Container(package, holding: holding))
    try correctProperties(in: &changes)
    if plan.sheets.contains(where: { $0.visibility == .veryHidden }) {
      try correctVisibility(in: &changes)
    }
    for (place, sheet) in plan.sheets.enumerated() {
      let values = Self.values(of: sheet)
      guard !values.isEmpty else { continue }
      try correct(values, in: &changes, part: "xl/worksheets/sheet\(place + 1).xml")
    }
    return changes
  }

  private func correctProperties(in changes: inout ContainerChanges) throws(GraftError) {
    let name = "docProps/core.xml"
    let part = try XMLPart(changes.contents(of: name), name: name)
    let day = plan.properties.created.iso + "T00:00:00Z"
    var splices = part.elements.filter { ["created", "modified"].contains($0.localName) }.map {
      XMLPart.Splice(range: $0.startTag.upperBound..<$0.endTag.lowerBound, replacement: day)
    }
    if let root = part.elements.first, !plan.properties.language.isEmpty {
      let end = root.endTag.lowerBound
      splices.append(
        XMLPart.Splice(
          range: end..<end, replacement: "<dc:language>\(plan.properties.language)</dc:language>"))
    }
    // Written anew even where it was right, so that the bytes never depend on it.
    changes.rewrite(name, as: part.applying(splices))
  }

  private func correctVisibility(in changes: inout ContainerChanges) throws(GraftError) {
    let name = "xl/workbook.xml"
    let part = try XMLPart(changes.contents(of: name), name: name)
    let sheets = part.child("sheets").map { part.children(of: $0) } ?? []
    let splices = zip(sheets, plan.sheets).filter { $0.1.visibility == .veryHidden }
      .map { part.setting("state", to: "veryHidden", of: $0.0) }
    try changes.setSplices(splices, in: part)
  }

  /// The kind of a value, and its text in the file.
  private struct StoredValue {
    let type: String?
    let text: String
  }

  /// The cells that the library writes otherwise than they should be, by reference.
  private static func values(of sheet: SheetPlan) -> [String: StoredValue] {
    var values: [String: StoredValue] = [:]
    for cell in sheet.cells {
      switch cell.value {
      case .formula(_, cached: .boolean(let isTrue)):
        values["\(cell.reference)"] = StoredValue(type: "b", text: isTrue ? "1" : "0")
      case .number(let number), .formula(_, cached: .number(let number)):
        // The library keeps 16 digits.
        guard digitCount(of: number) > 16 else { continue }
        values["\(cell.reference)"] = StoredValue(type: nil, text: "\(number)")
      default: continue
      }
    }
    return values
  }

  private static func digitCount(of number: Double) -> Int {
    let text = "\(number)".utf8.prefix { $0 != UInt8(ascii: "e") }
    return text.drop { "-0.".utf8.contains($0) }.count { $0 != UInt8(ascii: ".") }
  }

  private func correct(
    _ values: [String: StoredValue], in changes: inout ContainerChanges, part name: String
  ) throws(GraftError) {
    let part = try XMLPart(changes.contents(of: name), name: name)
    var splices: [XMLPart.Splice] = []
    for element in part.elements where element.localName == "v" {
      guard let cell = element.parent, let reference = part.elements[cell]["r"],
        let value = values[reference]
      else { continue }
      if let type = value.type { splices.append(part.setting("t", to: type, of: cell)) }
      splices.append(
        XMLPart.Splice(
          range: element.startTag.upperBound..<element.endTag.lowerBound,
          replacement: value.text))
    }
    try changes.setSplices(splices, in: part)
  }
}
