import CExpat

/// Hands the bytes of one part to expat, and watches over them.
@safe
struct XMLFeed {
  let parser: XML_Parser
  let part: String
  let limits: ReadingLimits
  /// A declared encoding that is not Unicode's.
  private(set) var encoding: String?
  private var isFirst = true
  private var quietBytes = 0

  init(parser: XML_Parser, part: String, limits: ReadingLimits) {
    unsafe self.parser = unsafe parser
    self.part = part
    self.limits = limits
  }

  /// Room in expat's own buffer, so that nothing is copied twice.
  mutating func room() throws(SpreadsheetError) -> UnsafeMutableRawBufferPointer {
    guard let buffer = unsafe XML_GetBuffer(parser, CInt(XMLParser.pieceBytes)) else {
      throw .overLimit(
        .tokenBytes, part: part, figure: quietBytes, limit: limits.tokenBytes)
    }
    return unsafe UnsafeMutableRawBufferPointer(start: buffer, count: XMLParser.pieceBytes)
  }

  mutating func parse(
    _ piece: UnsafeMutableRawBufferPointer, scope: UnsafeMutablePointer<XMLScope>
  ) throws(SpreadsheetError) {
    if isFirst {
      encoding = unsafe DeclaredEncoding.notUnicode(in: UnsafeRawBufferPointer(piece))
      isFirst = false
    }
    let before = unsafe scope.pointee.events
    let status = unsafe XML_ParseBuffer(parser, CInt(piece.count), 0)
    try unsafe check(status, scope)
    quietBytes = unsafe scope.pointee.events == before ? quietBytes + piece.count : 0
    guard quietBytes <= limits.tokenBytes else {
      throw .overLimit(.tokenBytes, part: part, figure: quietBytes, limit: limits.tokenBytes)
    }
  }

  mutating func finish(scope: UnsafeMutablePointer<XMLScope>) throws(SpreadsheetError) {
    let status = unsafe XML_Parse(parser, nil, 0, 1)
    try unsafe check(status, scope)
  }

  private func check(
    _ status: XML_Status, _ scope: UnsafeMutablePointer<XMLScope>
  ) throws(SpreadsheetError) {
    if let failure = unsafe scope.pointee.failure { throw failure }
    guard status != XML_STATUS_OK else { return }
    let error = unsafe XML_GetErrorCode(parser)
    if error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INCORRECT_ENCODING {
      throw .unsupportedEncoding(part: part)
    }
    let reason = unsafe XML_ErrorString(error).map { unsafe String(cString: $0) }
    throw unsafe .malformed(
      part: part, line: scope.pointee.line, reason: reason ?? "not XML")
  }
}
