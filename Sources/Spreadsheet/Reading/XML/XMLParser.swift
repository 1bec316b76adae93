import CExpat

/// One expat parser, used for part after part of one file.
///
/// No entity is ever expanded and nothing outside the part is ever opened: a document type ends
/// the reading, and expat opens nothing of its own accord.
@safe
struct XMLParser: ~Copyable {
  private let parser: XML_Parser
  /// What expat mixes into its tables, so that no file can be made to fill them badly; without it
  /// expat would ask the system for a number for each part.
  private let salt = UInt.random(in: 1...UInt.max)
  /// Bytes handed to expat at a time.
  static let pieceBytes = 32 << 10

  init() {
    // expat returns nothing only when no memory is left.
    guard let parser = unsafe XML_ParserCreate(nil) else { preconditionFailure("no memory") }
    unsafe self.parser = unsafe parser
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads one entry of an archive.
  ///
  /// - Returns: the character encoding that the part declares, where it is not a Unicode one.
  func read<Reader: XMLPartReader & ~Copyable>(
    _ entry: ZipEntry, at index: Int, of archive: borrowing ZipArchive,
    budget: inout ReadingBudget, with reader: inout Reader
  ) throws(SpreadsheetError) -> String? {
    reset()
    var scope = unsafe XMLScope(part: entry.name, limits: budget.limits, parser: parser)
    scope.allTextBytes = budget.textBytes
    var feed = unsafe XMLFeed(parser: parser, part: entry.name, limits: budget.limits)
    let callbacks = Reader.callbacks
    return try unsafe withUnsafeMutablePointer(to: &scope) {
      (scope) throws(SpreadsheetError) -> String? in
      try unsafe withUnsafeMutablePointer(to: &reader) {
        (reader) throws(SpreadsheetError) -> String? in
        unsafe scope.pointee.reader = UnsafeMutableRawPointer(reader)
        unsafe install(callbacks, scope)
        defer { budget.textBytes = unsafe scope.pointee.allTextBytes }
        unsafe try archive.inflate(
          entry, at: index, budget: &budget,
          room: { () throws(SpreadsheetError) in unsafe try feed.room() },
          body: { (piece) throws(SpreadsheetError) in
            unsafe try feed.parse(piece, scope: scope)
          })
        unsafe try feed.finish(scope: scope)
        return feed.encoding
      }
    }
  }

  /// Reads bytes that are at hand.
  func read<Reader: XMLPartReader & ~Copyable>(
    _ bytes: [UInt8], part: String, _ limits: ReadingLimits, with reader: inout Reader
  ) throws(SpreadsheetError) {
    reset()
    var scope = unsafe XMLScope(part: part, limits: limits, parser: parser)
    var feed = unsafe XMLFeed(parser: parser, part: part, limits: limits)
    let callbacks = Reader.callbacks
    try unsafe withUnsafeMutablePointer(to: &scope) { (scope) throws(SpreadsheetError) in
      try unsafe withUnsafeMutablePointer(to: &reader) { (reader) throws(SpreadsheetError) in
        unsafe scope.pointee.reader = UnsafeMutableRawPointer(reader)
        unsafe install(callbacks, scope)
        var place = 0
        while place < bytes.count {
          let room = unsafe try feed.room()
          let piece = bytes[place..<min(place + room.count, bytes.count)]
          unsafe room.copyBytes(from: piece)
          unsafe try feed.parse(
            UnsafeMutableRawBufferPointer(rebasing: room[..<piece.count]), scope: scope)
          place = piece.endIndex
        }
        unsafe try feed.finish(scope: scope)
      }
    }
  }

  private func reset() {
    unsafe XML_ParserReset(parser, nil)
    unsafe XML_SetHashSalt(parser, salt)
  }

  private func install(_ callbacks: XMLCallbacks, _ scope: UnsafeMutablePointer<XMLScope>) {
    unsafe XML_SetUserData(parser, scope)
    unsafe XML_SetElementHandler(parser, callbacks.start, callbacks.end)
    unsafe XML_SetCharacterDataHandler(parser, callbacks.text)
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      let scope = unsafe XMLScope.at(context)
      unsafe scope.pointee.fail(
        .doctype(part: scope.pointee.part, line: scope.pointee.line))
    }
  }
}
