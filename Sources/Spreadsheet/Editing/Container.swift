/// The entries of a ZIP file as they lie in its bytes, so that all but a few can be carried over
/// as they are: local header, data and descriptor.
///
/// libzip's own editing keeps the data but rewrites headers; here nothing is rewritten that need
/// not be.
///
/// - Source: PKWARE APPNOTE 6.3; ECMA-376 Part 2 §10.2.
struct Container {
  struct Entry {
    /// As stored, whatever separator it uses.
    let name: [UInt8]
    /// From its local header up to the next one.
    var record: Range<Int>
    /// Its record in the central directory.
    let directoryRecord: Range<Int>
    let method: Int
    let checksum: Int
    let compressedSize: Int
    let size: Int
    let dataOffset: Int

    /// The name to compare: no leading slash, slashes only, small letters.
    var partName: String { PartPath.normalised(String(decoding: name, as: UTF8.self)) }
  }

  let bytes: [UInt8]
  /// In the order of the central directory.
  private(set) var entries: [Entry] = []
  private let placeByName: [String: Int]
  /// Bytes that follow the archive and belong to nothing.
  let trailingByteCount: Int

  init(_ bytes: [UInt8]) throws(GraftError) {
    let directory = try Directory(of: bytes)
    self.bytes = bytes
    trailingByteCount = directory.trailingByteCount
    var entries = try directory.entries(of: bytes)
    // Each record reaches up to the next one, whatever lies between.
    let byOffset = entries.indices.sorted {
      entries[$0].record.lowerBound < entries[$1].record.lowerBound
    }
    guard entries.isEmpty || entries[byOffset[0]].record.lowerBound == 0 else {
      throw .container(.bytesBefore)
    }
    for (place, index) in byOffset.enumerated() {
      let end =
        place + 1 < byOffset.count
        ? entries[byOffset[place + 1]].record.lowerBound : directory.range.lowerBound
      guard entries[index].dataOffset + entries[index].compressedSize <= end else {
        throw .container(.overlappingEntries)
      }
      entries[index].record = entries[index].record.lowerBound..<end
    }
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard places.updateValue(index, forKey: entry.partName) == nil else {
        throw .container(.repeatedEntry(entry.partName))
      }
    }
    self.entries = entries
    placeByName = places
  }

  /// Where a part is among the entries.
  func index(of part: String) -> Int? { placeByName[PartPath.normalised(part)] }

  var partNames: [String] { entries.map(\.partName) }

  func contents(of part: String) throws(GraftError) -> [UInt8] {
    guard let index = index(of: part) else { throw .missingPart(part) }
    let entry = entries[index]
    let data = bytes[entry.dataOffset..<entry.dataOffset + entry.compressedSize]
    return try Compression.inflated(data, of: entry)
  }
}
