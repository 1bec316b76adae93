import Foundation

/// Where the central directory of a package is, and where the package ends.
struct ZipEnd {
  var directory: Range<Int>
  var entryCount: UInt64
  /// The place after the last byte of the archive.
  var end: Int
  /// The record that ends the archive.
  var endRecord: Int

  private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let length = 22
  private static let longestComment = 65_535

  /// Finds the end of an archive that may be followed by padding.
  ///
  /// Source: APPNOTE.TXT §4.3.14 to §4.3.16. A record in the comment of another would let two
  /// programs read two different archives from one file: that is refused.
  init(in bytes: [UInt8]) throws(SpreadsheetError) {
    let candidates = Self.candidates(in: bytes)
    let exact = candidates.filter { $0.end == bytes.count }
    guard exact.count < 2 else { throw .ambiguousEnd }
    guard let chosen = exact.first ?? candidates.last else { throw .truncated }
    let hidesInAComment = candidates.contains {
      $0.endRecord < chosen.endRecord && $0.end > chosen.endRecord
    }
    guard !hidesInAComment else { throw .ambiguousEnd }
    self = try Self.extended(chosen, in: bytes)
    try checkStart(in: bytes)
  }

  /// Sees that the directory is where the end says, not further on behind something else.
  private func checkStart(in bytes: [UInt8]) throws(SpreadsheetError) {
    let record: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    guard entryCount > 0, !bytes.has(record, at: directory.lowerBound) else { return }
    let shift = endRecord - directory.upperBound
    guard shift > 0, bytes.has(record, at: directory.lowerBound + shift) else { return }
    throw .prefixData(bytes: shift)
  }

  private init(directory: Range<Int>, entryCount: UInt64, end: Int, endRecord: Int) {
    self.directory = directory
    self.entryCount = entryCount
    self.end = end
    self.endRecord = endRecord
  }

  /// Every record that could end the archive, in the order of the file.
  private static func candidates(in bytes: [UInt8]) -> [ZipEnd] {
    guard bytes.count >= length else { return [] }
    var found: [ZipEnd] = []
    // Padding after the archive may be as long as a comment.
    let first = max(0, bytes.count - length - 2 * longestComment)
    for place in marks(in: bytes, first...(bytes.count - length)) {
      guard bytes.has(signature, at: place), let candidate = candidate(at: place, in: bytes)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  /// Where the first byte of the signature stands.
  private static func marks(in bytes: [UInt8], _ range: ClosedRange<Int>) -> [Int] {
    unsafe bytes.withUnsafeBytes { bytes in
      var found: [Int] = []
      guard let start = bytes.baseAddress else { return found }
      var place = range.lowerBound
      while place <= range.upperBound,
        let mark = unsafe memchr(start + place, CInt(signature[0]), range.upperBound - place + 1)
      {
        place = unsafe UnsafeRawPointer(mark) - start
        found.append(place)
        place += 1
      }
      return found
    }
  }

  private static func candidate(at place: Int, in bytes: [UInt8]) -> ZipEnd? {
    guard let disk = bytes.littleEndian16(at: place + 4),
      let count = bytes.littleEndian16(at: place + 10),
      let size = bytes.littleEndian32(at: place + 12),
      let offset = bytes.littleEndian32(at: place + 16),
      let comment = bytes.littleEndian16(at: place + 20),
      disk == 0 || disk == 0xFFFF, place + length + comment <= bytes.count
    else { return nil }
    let needsMore = offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF
    guard needsMore || offset + size <= place else { return nil }
    return ZipEnd(
      directory: needsMore ? 0..<0 : offset..<offset + size, entryCount: UInt64(count),
      end: place + length + comment, endRecord: place)
  }

  /// Follows the locator of the ZIP64 record, if there is one.
  private static func extended(
    _ end: ZipEnd, in bytes: [UInt8]
  ) throws(SpreadsheetError) -> ZipEnd {
    let locator = end.endRecord - 20
    guard bytes.has([0x50, 0x4B, 0x06, 0x07], at: locator) else { return end }
    guard let place = bytes.littleEndian64(at: locator + 8), place < UInt64(locator),
      bytes.has([0x50, 0x4B, 0x06, 0x06], at: Int(place)),
      let count = bytes.littleEndian64(at: Int(place) + 32),
      let size = bytes.littleEndian64(at: Int(place) + 40),
      let offset = bytes.littleEndian64(at: Int(place) + 48),
      offset <= place, size <= place - offset
    else { throw .damagedDirectory(reason: "its ZIP64 record is wrong") }
    var extended = end
    extended.directory = Int(offset)..<Int(offset + size)
    extended.entryCount = count
    return extended
  }
}
