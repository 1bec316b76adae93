import CExpat

/// Reads the shared strings of a workbook: every `si` takes one place, whatever it holds.
struct SharedStringsReader: XMLPartReader, ~Copyable {
  private(set) var strings: [String] = []
  private var text = TextBuffer()
  private var place = Place.part

  private enum Place { case part, table, item, run, text, runText }

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    guard element.namespace == .spreadsheet else { return scope.skip() }
    switch (place, element.name) {
    case (.table, "si"):
      place = .item
      text.clear()
    case (.item, "t"): place = .text
    case (.item, "r"): place = .run
    case (.run, "t"): place = .runText
    case (.part, "sst"): place = .table
    case (.part, _):
      scope.fail(.wrongPartType(part: scope.part, expected: "a list of shared strings"))
    default: scope.skip()
    }
  }

  fileprivate mutating func end(_ scope: inout XMLScope) {
    switch place {
    case .text, .run: place = .item
    case .runText: place = .run
    case .item:
      place = .table
      strings.append(text.decodedString)
      scope.keepText(of: text.count)
    case .table, .part: place = .part
    }
  }

  fileprivate mutating func add(
    _ piece: UnsafePointer<CChar>, _ count: CInt, _ scope: inout XMLScope
  ) {
    scope.events &+= 1
    guard place == .text || place == .runText else { return }
    unsafe text.append(piece, count: Int(count))
    scope.check(text: text.count)
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: SharedStringsReader.self).pointee.start(
          element, &XMLScope.at(context).pointee)
      },
      end: { context, _ in
        guard unsafe XMLScope.at(context).pointee.leave() else { return }
        unsafe XMLScope.reader(context, as: SharedStringsReader.self).pointee.end(
          &XMLScope.at(context).pointee)
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.reader(context, as: SharedStringsReader.self).pointee.add(
          piece, count, &XMLScope.at(context).pointee)
      })
  }
}
