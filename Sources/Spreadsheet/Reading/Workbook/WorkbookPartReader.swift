import Cells
import CExpat

/// Reads the list of sheets, the date system and the defined names of a workbook.
struct WorkbookPartReader: XMLPartReader, ~Copyable {
  private(set) var sheets: [ListedSheet] = []
  private(set) var countsDatesFrom1904 = false
  private(set) var definedNames: [DefinedName] = []
  private var text = TextBuffer()
  private var name = DefinedName(name: "", formula: "")
  private var place = Place.part

  /// A sheet as the workbook lists it.
  struct ListedSheet {
    var name: String
    var visibility: SheetVisibility
    /// Empty for the module of a macro.
    var relationship: String
  }

  /// As many as have a number of their own in any version of Excel.
  private static let mostListed = 65_535

  private enum Place { case part, workbook, sheets, names, name }

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    guard element.namespace == .spreadsheet else { return scope.skip() }
    switch (place, element.name) {
    case (.part, "workbook"): place = .workbook
    case (.workbook, "workbookPr"):
      countsDatesFrom1904 = element["date1904"]?.isTrue ?? false
      scope.skip()
    case (.workbook, "sheets"): place = .sheets
    case (.workbook, "definedNames"): place = .names
    case (.sheets, "sheet"): list(element, &scope)
    case (.names, "definedName"):
      place = .name
      text.clear()
      name = DefinedName(
        name: element["name"]?.string ?? "", formula: "",
        sheet: element["localSheetId"]?.wholeNumber.flatMap {
          $0 < sheets.count ? sheets[$0].name : nil
        })
    case (.part, _): scope.fail(.wrongPartType(part: scope.part, expected: "a workbook"))
    default: scope.skip()
    }
  }

  private mutating func list(_ element: XMLElement, _ scope: inout XMLScope) {
    let visibility = element["state"].flatMap { SheetVisibility(rawValue: $0.string) }
    sheets.append(
      ListedSheet(
        name: EscapedText.decoded(element["name"]?.string ?? ""),
        visibility: visibility ?? .visible,
        relationship: element.value(of: "id", in: .relationships, scope)?.string ?? ""))
    scope.skip()
    // Sheets that show the cells of another are not counted later: here everything listed is.
    guard sheets.count > Self.mostListed else { return }
    scope.fail(
      .overLimit(.sheets, part: scope.part, figure: sheets.count, limit: Self.mostListed))
  }

  fileprivate mutating func end(_ scope: inout XMLScope) {
    switch place {
    case .name:
      name.formula = text.string
      definedNames.append(name)
      scope.keepText(of: text.count + name.name.utf8.count)
      place = .names
    case .sheets, .names: place = .workbook
    default: place = .part
    }
  }

  fileprivate mutating func add(
    _ piece: UnsafePointer<CChar>, _ count: CInt, _ scope: inout XMLScope
  ) {
    scope.events &+= 1
    guard place == .name else { return }
    unsafe text.append(piece, count: Int(count))
    scope.check(text: text.count)
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: WorkbookPartReader.self).pointee.start(
          element, &XMLScope.at(context).pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: WorkbookPartReader.self).pointee.end(
          &XMLScope.at(context).pointee)
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.reader(context, as: WorkbookPartReader.self).pointee.add(
          piece, count, &XMLScope.at(context).pointee)
      })
  }
}
