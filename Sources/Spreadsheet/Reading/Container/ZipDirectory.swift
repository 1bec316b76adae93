/// The central directory of a package, read and checked without believing any of it.
struct ZipDirectory {
  /// In the order of the central directory.
  private(set) var entries: [ZipEntry] = []
  /// The place of each part in ``entries``, by ``PartName/key``.
  private(set) var places: [String: Int] = [:]
  let end: ZipEnd
  /// Bytes after the end of the archive.
  let trailingBytes: Int

  init(of bytes: [UInt8], limits: ReadingLimits) throws(SpreadsheetError) {
    end = try ZipEnd(in: bytes)
    trailingBytes = bytes.count - end.end
    guard end.entryCount <= UInt64(limits.entries) else {
      throw .overLimit(
        .entries, part: nil, figure: Int(clamping: end.entryCount), limit: limits.entries)
    }
    // Each record takes 46 bytes or more, whatever count is declared.
    entries.reserveCapacity(min(Int(clamping: end.entryCount), bytes.count / 46))
    var place = end.directory.lowerBound
    for _ in 0..<end.entryCount {
      guard place < end.directory.upperBound else {
        throw .damagedDirectory(reason: "it ends before its last entry")
      }
      let entry = try Self.entry(at: place, in: bytes, limits: limits)
      place = entry.directoryRecord.upperBound
      entries.append(entry)
    }
    guard place <= end.directory.upperBound else {
      throw .damagedDirectory(reason: "it is longer than it says")
    }
    try checkNames()
    try placeEntries(in: bytes)
    try checkSizes(limits)
  }

  private static func entry(
    at place: Int, in bytes: [UInt8], limits: ReadingLimits
  ) throws(SpreadsheetError) -> ZipEntry {
    guard bytes.has([0x50, 0x4B, 0x01, 0x02], at: place),
      let flags = bytes.littleEndian16(at: place + 8),
      let method = bytes.littleEndian16(at: place + 10),
      let checksum = bytes.littleEndian32(at: place + 16),
      let packed = bytes.littleEndian32(at: place + 20),
      let size = bytes.littleEndian32(at: place + 24),
      let nameLength = bytes.littleEndian16(at: place + 28),
      let extraLength = bytes.littleEndian16(at: place + 30),
      let commentLength = bytes.littleEndian16(at: place + 32),
      let offset = bytes.littleEndian32(at: place + 42),
      place + 46 + nameLength + extraLength + commentLength <= bytes.count
    else { throw .damagedDirectory(reason: "an entry is cut off or is no entry") }
    guard nameLength <= limits.entryNameBytes else {
      throw .overLimit(
        .entryNameBytes, part: nil, figure: nameLength, limit: limits.entryNameBytes)
    }
    let name = place + 46
    let extra = name + nameLength
    var long = ZipLongSizes(packed: UInt64(packed), size: UInt64(size), offset: UInt64(offset))
    long.read(extra..<extra + extraLength, of: bytes)
    return ZipEntry(
      nameBytes: Array(bytes[name..<extra]), flags: flags, method: method,
      checksum: UInt32(checksum), packedSize: long.packed, size: long.size,
      headerOffset: Int(clamping: long.offset),
      directoryRecord: place..<extra + extraLength + commentLength, extent: 0..<0)
  }

  /// Refuses names that no package has, and names that are one name to some program.
  private mutating func checkNames() throws(SpreadsheetError) {
    places.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() {
      guard let name = PartName(entryName: entry.nameBytes) else {
        throw .badEntryName(name: entry.name)
      }
      guard places.updateValue(place, forKey: name.key) == nil else {
        throw .duplicateEntry(name: entry.name)
      }
    }
  }

  /// Compares each local header with its record, and refuses bytes that two entries share.
  private mutating func placeEntries(in bytes: [UInt8]) throws(SpreadsheetError) {
    let ordered = entries.indices.sorted {
      (entries[$0].headerOffset, $0) < (entries[$1].headerOffset, $1)
    }
    for (one, other) in zip(ordered, ordered.dropFirst())
    where entries[one].headerOffset == entries[other].headerOffset {
      throw overlap(of: one, other)
    }
    for index in entries.indices {
      entries[index].extent = try Self.extent(of: entries[index], in: bytes)
    }
    for (one, other) in zip(ordered, ordered.dropFirst())
    where entries[one].extent.upperBound > entries[other].extent.lowerBound {
      throw overlap(of: one, other)
    }
    guard let first = ordered.first, let last = ordered.last else { return }
    guard entries[last].extent.upperBound <= end.directory.lowerBound else {
      throw .damagedDirectory(reason: "‘\(entries[last].name)’ runs into it")
    }
    guard entries[first].extent.lowerBound == 0 else {
      throw .prefixData(bytes: entries[first].extent.lowerBound)
    }
  }

  private func overlap(of one: Int, _ other: Int) -> SpreadsheetError {
    .overlappingEntries(one: entries[one].name, other: entries[other].name)
  }

  private static func extent(
    of entry: ZipEntry, in bytes: [UInt8]
  ) throws(SpreadsheetError) -> Range<Int> {
    let header = entry.headerOffset
    guard bytes.has([0x50, 0x4B, 0x03, 0x04], at: header),
      let flags = bytes.littleEndian16(at: header + 6),
      let method = bytes.littleEndian16(at: header + 8),
      let nameLength = bytes.littleEndian16(at: header + 26),
      let extraLength = bytes.littleEndian16(at: header + 28)
    else {
      guard bytes.has([0x50, 0x4B, 0x03, 0x04], at: 0) else { throw .prefixData(bytes: header) }
      throw .damagedDirectory(reason: "‘\(entry.name)’ is not where it should be")
    }
    guard (flags | entry.flags) & 0x2041 == 0 else { throw .encryptedEntry(part: entry.name) }
    guard bytes.has(entry.nameBytes, at: header + 30), nameLength == entry.nameBytes.count,
      method == entry.method
    else { throw .headerMismatch(part: entry.name) }
    guard method == 0 || method == 8 else {
      throw .unsupportedCompression(part: entry.name, method: method)
    }
    let data = header + 30 + nameLength + extraLength
    guard data <= bytes.count, entry.packedSize <= UInt64(bytes.count - data) else {
      throw .sizeMismatch(
        part: entry.name, declared: entry.packedSize, found: UInt64(max(0, bytes.count - data)))
    }
    return header..<data + Int(entry.packedSize)
  }

  /// Refuses sizes that deflate cannot give, before anything is inflated.
  private func checkSizes(_ limits: ReadingLimits) throws(SpreadsheetError) {
    for entry in entries {
      let possible = entry.method == 0 ? entry.packedSize : entry.packedSize * 1_032 + 1_032
      guard entry.size <= possible, entry.method == 8 || entry.size == entry.packedSize else {
        throw .sizeMismatch(part: entry.name, declared: entry.size, found: possible)
      }
    }
  }
}

/// The sizes of an entry, which may stand in an extra field where they need 64 bits.
private struct ZipLongSizes {
  var packed: UInt64
  var size: UInt64
  var offset: UInt64

  /// Source: APPNOTE.TXT §4.5.3: only what did not fit is there, in this order.
  mutating func read(_ extra: Range<Int>, of bytes: [UInt8]) {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound, let kind = bytes.littleEndian16(at: place),
      let length = bytes.littleEndian16(at: place + 2)
    {
      let fieldEnd = min(place + 4 + length, extra.upperBound)
      if kind == 1 {
        var next = place + 4
        for field in [\ZipLongSizes.size, \.packed, \.offset]
        where self[keyPath: field] == 0xFFFF_FFFF && next + 8 <= fieldEnd {
          self[keyPath: field] = bytes.littleEndian64(at: next) ?? 0
          next += 8
        }
      }
      place += 4 + length
    }
  }
}
