import CExpat
import Cells

/// Reads what belongs to a sheet and stands in a part of its own: comments, threads of comments,
/// tables.
struct SheetAnnexReader: XMLPartReader, ~Copyable {
  private(set) var comments: [CellComment] = []
  private(set) var threads: [CellComment] = []
  private(set) var tables: [SheetTable] = []
  private var authors: [String] = []
  private var comment: CellComment?
  private var table: SheetTable?
  private var text = TextBuffer()
  private var isText = false

  fileprivate mutating func start(_ element: XMLElement, _ scope: inout XMLScope) {
    switch (element.namespace, element.name) {
    case (.spreadsheet, "author"):
      text.clear()
      isText = true
    case (.spreadsheet, "comment"):
      let author = element["authorId"]?.wholeNumber ?? 0
      begin(element, author: author < authors.count ? authors[author] : "")
    case (.threadedComments, "threadedComment"): begin(element, author: "")
    case (.spreadsheet, "t"), (.threadedComments, "text"): isText = true
    case (.spreadsheet, "rPh"), (.spreadsheet, "extLst"): scope.skip()
    case (.spreadsheet, "table"):
      table = element["ref"].flatMap { CellRange($0.string) }.map {
        SheetTable(name: element["displayName"]?.string ?? "", range: $0, columns: [])
      }
    case (.spreadsheet, "tableColumn"):
      let name = EscapedText.decoded(element["name"]?.string ?? "")
      table?.columns.append(name)
      scope.keepText(of: name.utf8.count)
    default: break
    }
  }

  private mutating func begin(_ element: XMLElement, author: String) {
    text.clear()
    comment = element["ref"].flatMap { CellReference($0.string) }.map {
      CellComment(reference: $0, author: author, text: "")
    }
  }

  fileprivate mutating func end(_ name: XMLText, _ scope: inout XMLScope) {
    let (local, namespace) = scope.resolveElement(name)
    switch (namespace, local) {
    case (.spreadsheet, "author"):
      authors.append(text.decodedString)
      scope.keepText(of: text.count)
    case (.spreadsheet, "comment"):
      if let comment = finished(&scope) { comments.append(comment) }
    case (.threadedComments, "threadedComment"):
      if let comment = finished(&scope) { threads.append(comment) }
    case (.spreadsheet, "table"):
      if let table { tables.append(table) }
    default: break
    }
    isText = false
  }

  private mutating func finished(_ scope: inout XMLScope) -> CellComment? {
    defer { comment = nil }
    scope.keepText(of: text.count)
    comment?.text = text.decodedString
    return comment
  }

  fileprivate mutating func add(
    _ piece: UnsafePointer<CChar>, _ count: CInt, _ scope: inout XMLScope
  ) {
    scope.events &+= 1
    guard isText, !scope.isSkipping, text.count < scope.limits.textBytes else { return }
    unsafe text.append(piece, count: Int(count))
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: SheetAnnexReader.self).pointee.start(
          element, &XMLScope.at(context).pointee)
      },
      end: { context, name in
        guard let name = unsafe name else { return }
        let scope = unsafe XMLScope.at(context)
        if unsafe !scope.pointee.isSkipping {
          unsafe XMLScope.reader(context, as: SheetAnnexReader.self).pointee.end(
            XMLText(name), &scope.pointee)
        }
        _ = unsafe scope.pointee.leave()
      },
      text: { context, piece, count in
        guard let piece = unsafe piece else { return }
        unsafe XMLScope.reader(context, as: SheetAnnexReader.self).pointee.add(
          piece, count, &XMLScope.at(context).pointee)
      })
  }
}
