/// One sheet on its way into one workbook.
struct SheetGraft {
  private(set) var changes: ContainerChanges
  private(set) var remarks: [GraftRemark] = []
  let sheetName: String

  private let plan: SheetPlan
  private let parts: WorkbookParts
  private let opening: GraftOpening
  private let stamp: GraftStamp
  /// Our earlier sheet, by its place among the tabs.
  private let earlier: Int?
  private let partName: String
  private var contentTypeSplices: [XMLPart.Splice] = []
  private var relationshipSplices: [XMLPart.Splice] = []

  init(
    _ plan: SheetPlan, into parts: WorkbookParts, _ stamp: GraftStamp, _ opening: GraftOpening
  ) throws(GraftError) {
    self.parts = parts
    self.stamp = stamp
    self.opening = opening
    changes = ContainerChanges(to: parts.container)
    earlier = try parts.place(of: stamp, named: plan.name)
    var plan = plan
    if let earlier, let part = parts.sheets[earlier].partName {
      plan.name = parts.sheets[earlier].name
      partName = part
    } else {
      plan.name = SheetName.unused(plan.name, among: parts.sheets.map(\.name))
      let folder = PartPath.folder(of: parts.workbook.name) + "worksheets/"
      partName = changes.unusedPartName(folder + "sheet", ".xml")
    }
    if parts.countsDatesFrom1904 { plan.countDatesFrom1904() }
    self.plan = plan
    sheetName = plan.name
    if parts.container.trailingByteCount > 0 { remarks.append(.droppedTrailingBytes) }
    if parts.isStructureLocked { remarks.append(.structureWasLocked) }
  }

  mutating func write(scratchFolder: String) throws(GraftError) {
    let donor = try DonorSheet(plan, scratchFolder: scratchFolder)
    try takeOutEarlierSheet()
    let styles = try addStyles(of: donor)
    let contents = donor.moved(
      to: parts.family, styles: styles, isSelected: opening == .onGraftedSheet)
    try changes.set(contents, of: partName)
    if earlier == nil { try nameNewSheet() }
    try bringAttachments(of: DonorSheet.sheetPart, to: partName, from: donor)
    try changes.setSplices(contentTypeSplices, in: parts.contentTypes.part)
    try changes.setSplices(relationshipSplices, in: parts.relationships.part)
    try changes.setSplices(workbookSplices(donor), in: parts.workbook)
    if opening == .onGraftedSheet { try deselectOtherSheets() }
  }

  /// The content type and the relationship of a sheet that is new.
  private mutating func nameNewSheet() throws(GraftError) {
    contentTypeSplices.append(
      parts.contentTypes.appending(partName, type: ContentType.worksheet))
    let sibling = parts.relationships.all.first { $0.kind == "worksheet" }
    relationshipSplices.append(
      parts.relationships.appending(
        relationshipIdentifier,
        type: sibling?.type ?? parts.family.relationshipType("worksheet"),
        target: "/" + partName))
  }

  private var relationshipIdentifier: String {
    parts.relationships.unusedIdentifier(stamp.relationshipIdentifier)
  }

  /// Brings over what a part refers to, drawings and their charts, under names that are free.
  private mutating func bringAttachments(
    of donorPart: String, to newPart: String, from donor: DonorSheet
  ) throws(GraftError) {
    guard let relationships = try donor.relationships(of: donorPart) else { return }
    var splices: [XMLPart.Splice] = []
    for relationship in relationships.all where !relationship.isExternal {
      let source = relationships.partName(of: relationship)
      let target = changes.unusedPartName(for: source, beside: parts.workbook.name)
      let contents = try String(decoding: donor.parts.contents(of: source), as: UTF8.self)
      try changes.set(Array(parts.family.translated(contents).utf8), of: target)
      contentTypeSplices.append(
        parts.contentTypes.appending(target, type: try donor.contentType(of: source)))
      let element = relationship.element
      splices += [
        relationships.part.setting(
          "Type", to: parts.family.translated(relationship.type), of: element),
        relationships.part.setting("Target", to: "/" + target, of: element),
      ]
      try bringAttachments(of: source, to: target, from: donor)
    }
    let name = PartPath.relationships(of: newPart)
    try changes.set(relationships.part.applying(splices), of: name)
    if parts.contentTypes.defaultType(of: name) == nil {
      contentTypeSplices.append(
        parts.contentTypes.appending(name, type: ContentType.relationships))
    }
  }

  private mutating func addStyles(of donor: DonorSheet) throws(GraftError) -> StyleGraft? {
    guard let name = parts.stylesPartName else {
      remarks.append(.withoutStyles)
      return nil
    }
    let target = try XMLPart(parts.container.contents(of: name), name: name)
    guard var graft = StyleGraft(from: donor.styles, into: target) else {
      remarks.append(.withoutStyles)
      return nil
    }
    for index in donor.cellFormats { try graft.add(cellFormat: index) }
    for index in donor.differentialFormats { try graft.add(differentialFormat: index) }
    try changes.setSplices(graft.splices, in: target)
    return graft
  }

  private func workbookSplices(_ donor: DonorSheet) throws(GraftError) -> [XMLPart.Splice] {
    let editor = WorkbookEditor(parts: parts, place: earlier ?? parts.sheets.count)
    var splices = editor.openingSplices(opening)
    if earlier == nil {
      splices.append(
        try editor.sheetSplice(name: sheetName, relationshipIdentifier: relationshipIdentifier))
    }
    return splices + editor.definedNameSplices(donor.definedNames)
  }

  /// Takes out what only our earlier sheet used, and what the workbook says about its cells.
  private mutating func takeOutEarlierSheet() throws(GraftError) {
    guard let earlier else { return }
    remarks.append(.replacedEarlierSheet)
    for part in try parts.partsOnlyUsed(by: partName) {
      changes.remove(part)
      if let splice = parts.contentTypes.removing(part) { contentTypeSplices.append(splice) }
    }
    guard let chain = try parts.calculationOrder(naming: parts.sheets[earlier]) else { return }
    remarks.append(.droppedCalculationOrder)
    let name = parts.relationships.partName(of: chain)
    changes.remove(name)
    if let splice = parts.contentTypes.removing(name) { contentTypeSplices.append(splice) }
    relationshipSplices.append(parts.relationships.part.removing(chain.element))
  }

  /// Two selected sheets are a group: what is typed into one lands in the other.
  private mutating func deselectOtherSheets() throws(GraftError) {
    for sheet in parts.sheets {
      guard let name = sheet.partName, name != partName,
        parts.container.index(of: name) != nil
      else { continue }
      let head = try parts.container.head(of: name)
      guard Self.mayBeSelected(head) else { continue }
      if let part = try? XMLPart(head, name: name, endingAt: "sheetData") {
        let splices = Self.deselection(in: part)
        let new = part.applying(splices)
        // What stays as it was behind the last change need not be written anew.
        let changed = new.prefix(splices.map(\.range.upperBound).max() ?? 0)
        if new.count == head.count, try changes.setHead(Array(changed), of: name) { continue }
      }
      let part = try XMLPart(changes.contents(of: name), name: name, endingAt: "sheetData")
      try changes.setSplices(Self.deselection(in: part), in: part)
    }
  }

  private static func deselection(in part: XMLPart) -> [XMLPart.Splice] {
    part.elements.indices.filter {
      part.elements[$0].localName == "sheetView"
        && ["1", "true"].contains(part.elements[$0]["tabSelected"] ?? "")
    }.map { part.setting("tabSelected", to: "0", of: $0) }
  }

  /// Whether the first bytes of a sheet speak of its selection, or are only its beginning.
  private static func mayBeSelected(_ head: [UInt8]) -> Bool {
    let width = CodeUnitWidth(of: head)
    return width.contains("tabSelected", in: head) || !width.contains("sheetData", in: head)
  }
}

extension ContainerChanges {
  /// Applies splices to a part; without any, the part stays untouched.
  mutating func setSplices(_ splices: [XMLPart.Splice], in part: XMLPart) throws(GraftError) {
    guard !splices.isEmpty else { return }
    try set(part.applying(splices), of: part.name)
  }

  /// `stem1.xml`, `stem2.xml`…: the first that is in no package, nor has relationships there.
  func unusedPartName(_ stem: String, _ ending: String) -> String {
    (1...).lazy.map { "\(stem)\($0)\(ending)" }
      .first { !has($0) && !has(PartPath.relationships(of: $0)) } ?? stem + ending
  }

  /// A free name for a part like `xl/charts/chart1.xml`, in the folder of a workbook.
  func unusedPartName(for part: String, beside workbook: String) -> String {
    let ending = part.lastIndex(of: ".").map { part[$0...] } ?? ""
    let stem = part.dropFirst("xl/".count).dropLast(ending.count)
    let name = stem.reversed().drop { $0.isNumber }.reversed()
    return unusedPartName(PartPath.folder(of: workbook) + String(name), String(ending))
  }
}
