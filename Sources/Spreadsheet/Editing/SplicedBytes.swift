/// The bytes of a file to be, as pieces of others: what stays as it was is not copied to be written.
package struct SplicedBytes: Hashable, Sendable {
  package private(set) var pieces: [ArraySlice<UInt8>] = []
  package private(set) var count = 0
  /// Where ranges come from.
  private let source: [UInt8]
  /// The range of the source that ends the bytes, and may still grow.
  private var range = 0..<0
  /// What is new since then.
  private var new: [UInt8] = []

  init(of source: [UInt8]) { self.source = source }

  /// Bytes that are all there.
  package init(_ whole: [UInt8]) {
    self.init(of: [])
    pieces = [whole[...]]
    count = whole.count
  }

  /// Ranges that follow one another become one piece.
  mutating func append(_ added: Range<Int>) {
    endNew()
    if !range.isEmpty, range.upperBound == added.lowerBound {
      range = range.lowerBound..<added.upperBound
    } else {
      endRange()
      range = added
    }
    count += added.count
  }

  mutating func append(_ bytes: [UInt8]) {
    endRange()
    if bytes.count < 1 << 16 {
      new += bytes
    } else {
      endNew()
      pieces.append(bytes[...])
    }
    count += bytes.count
  }

  /// Turns what may still grow into pieces.
  mutating func end() {
    endRange()
    endNew()
  }

  private mutating func endRange() {
    if !range.isEmpty { pieces.append(source[range]) }
    range = 0..<0
  }

  private mutating func endNew() {
    if !new.isEmpty { pieces.append(new[...]) }
    new = []
  }

  /// In one piece.
  package var joined: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for piece in pieces { bytes += piece }
    return bytes
  }
}
