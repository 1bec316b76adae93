import Foundation

extension Container {
  /// Whether a text of ASCII stands somewhere in a part, whose bytes are not kept.
  func contains(_ text: String, in part: String) throws(GraftError) -> Bool {
    guard let place = index(of: part) else { throw .missingPart(part) }
    var search: TextSearch?
    try readable { () throws(SpreadsheetError) in
      try package.read { (parts) throws(SpreadsheetError) in
        unsafe try parts.inflate(at: place) { (piece) throws(SpreadsheetError) in
          let start = unsafe Array(piece.prefix(2))
          search = search ?? TextSearch(CodeUnitWidth(of: start).encoded(text))
          unsafe search?.look(in: UnsafeRawBufferPointer(piece))
        }
      }
    }
    return search?.isFound ?? false
  }
}

extension CodeUnitWidth {
  /// Whether a text of ASCII stands somewhere in the bytes of a part.
  func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    var search = TextSearch(encoded(text))
    unsafe bytes.withUnsafeBytes { unsafe search.look(in: $0) }
    return search.isFound
  }
}

/// Looks for some bytes in pieces that come one after another.
private struct TextSearch {
  private let wanted: [UInt8]
  private(set) var isFound = false
  /// The last bytes of the pieces before, one fewer than are wanted.
  private var tail: [UInt8] = []

  init(_ wanted: [UInt8]) { self.wanted = wanted }

  mutating func look(in piece: UnsafeRawBufferPointer) {
    guard !isFound, !wanted.isEmpty else { return }
    let seam = unsafe tail + piece.prefix(wanted.count - 1)
    isFound = unsafe seam.withUnsafeBytes { unsafe holds($0) } || holds(piece)
    let joined =
      unsafe piece.count < wanted.count ? tail + piece : Array(piece.suffix(wanted.count))
    tail = joined.suffix(wanted.count - 1)
  }

  private func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var place = bytes.baseAddress else { return false }
    let end = unsafe place + bytes.count
    return unsafe wanted.withUnsafeBytes { wanted in
      guard let first = wanted.baseAddress else { return false }
      let letter = unsafe Int32(wanted[0])
      while unsafe end - place >= wanted.count {
        let starts = unsafe end - place - wanted.count + 1
        guard let next = unsafe memchr(place, letter, starts) else { return false }
        if unsafe memcmp(next, first, wanted.count) == 0 { return true }
        unsafe place = UnsafeRawPointer(next) + 1
      }
      return false
    }
  }
}
