import Cells

/// What the C library of Debian cannot say, spliced into what it wrote.
///
/// Sheets that are very hidden, formulas that come to true or false, numbers that need all of
/// their 17 digits; the language of the document; and the day in the properties, which the library
/// works out by a function of the system that two threads must not use at once.
struct Corrections {
  let plan: WorkbookPlan

  func changes(to package: [UInt8]) throws(GraftError) -> ContainerChanges {
    var changes = ContainerChanges(to: try Container(package))
    try correctProperties(in: &changes)
    if plan.sheets.contains(where: { $0.visibility == .veryHidden }) {
      try correctVisibility(in: &changes)
    }
    for (place, sheet) in plan.sheets.enumerated() {
      let values = SheetCorrections(of: sheet)
      guard !values.isEmpty else { continue }
      let name = "xl/worksheets/sheet\(place + 1).xml"
      let part = try XMLPart(changes.contents(of: name), name: name)
      try changes.setSplices(values.splices(in: part), in: part)
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
}
