import CExpat

/// Reads from the styles of a workbook what its cells' number formats show.
struct StylesReader: XMLPartReader {
  /// By the index that cells use.
  private(set) var cellFormats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var place = Place.part

  private enum Place { case part, styles, formats, format, cellFormats, cellFormat }

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    guard element.namespace == .spreadsheet else { return scope.skip() }
    switch (place, element.name) {
    case (.part, "styleSheet"): place = .styles
    case (.styles, "numFmts"): place = .formats
    case (.styles, "cellXfs"): place = .cellFormats
    case (.formats, "numFmt"):
      place = .format
      if let id = element["numFmtId"]?.wholeNumber, let code = element["formatCode"] {
        custom[id] = NumberFormat(code: code.string)
      }
    case (.cellFormats, "xf"):
      place = .cellFormat
      let id = element["numFmtId"]?.wholeNumber ?? 0
      cellFormats.append(custom[id] ?? NumberFormat(builtIn: id))
    case (.part, _):
      scope.fail(.wrongPartType(part: scope.part, expected: "a list of styles"))
    default: scope.skip()
    }
  }

  fileprivate mutating func end() {
    switch place {
    case .format: place = .formats
    case .cellFormat: place = .cellFormats
    case .formats, .cellFormats: place = .styles
    case .part, .styles: place = .part
    }
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: StylesReader.self).pointee.start(
          element, &XMLScope.at(context).pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: StylesReader.self).pointee.end()
      },
      text: nil)
  }
}
