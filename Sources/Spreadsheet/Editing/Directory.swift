/// The central directory of a ZIP file: where it is, and the entries it names.
struct Directory {
  let range: Range<Int>
  let entryCount: Int
  let trailingByteCount: Int

  /// - Throws: `notAPackage`, or `container` where there is no directory or more than one.
  init(of bytes: [UInt8]) throws(GraftError) {
    guard bytes.count >= 22 else { throw .notAPackage(.tooShort) }
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw .notAPackage(.encryptedOrOldWorkbook)
    }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAPackage(.somethingElse) }
    let ends = Self.ends(in: bytes)
    guard let end = ends.first else { throw .container(.noDirectory) }
    guard ends.count == 1 else { throw .container(.ambiguousDirectory) }
    self = end
  }

  private init(range: Range<Int>, entryCount: Int, trailingByteCount: Int) {
    self.range = range
    self.entryCount = entryCount
    self.trailingByteCount = trailingByteCount
  }

  /// Every end record that fits: the directory that it names ends where the record begins.
  private static func ends(in bytes: [UInt8]) -> [Directory] {
    let lowest = max(0, bytes.count - 22 - 0xFFFF - 1024)
    return stride(from: bytes.count - 22, through: lowest, by: -1).compactMap { offset in
      guard bytes[offset] == 0x50, bytes.number(at: offset, bytes: 4) == 0x0605_4B50 else {
        return nil
      }
      return end(at: offset, in: bytes)
    }
  }

  private static func end(at offset: Int, in bytes: [UInt8]) -> Directory? {
    guard var count = bytes.number(at: offset + 10, bytes: 2),
      var size = bytes.number(at: offset + 12, bytes: 4),
      var start = bytes.number(at: offset + 16, bytes: 4),
      let comment = bytes.number(at: offset + 20, bytes: 2), offset + 22 + comment <= bytes.count
    else { return nil }
    var expectedEnd = offset
    if bytes.number(at: offset - 20, bytes: 4) == 0x0706_4B50,
      let large = bytes.number(at: offset - 12, bytes: 8),
      bytes.number(at: large, bytes: 4) == 0x0606_4B50,
      let largeCount = bytes.number(at: large + 32, bytes: 8),
      let largeSize = bytes.number(at: large + 40, bytes: 8),
      let largeStart = bytes.number(at: large + 48, bytes: 8)
    {
      (count, size, start, expectedEnd) = (largeCount, largeSize, largeStart, large)
    }
    guard start >= 0, size >= 0, size <= bytes.count, start <= bytes.count,
      start + size == expectedEnd, count * 46 <= size
    else { return nil }
    return Directory(
      range: start..<start + size, entryCount: count,
      trailingByteCount: bytes.count - offset - 22 - comment)
  }

  func entries(of bytes: [UInt8]) throws(GraftError) -> [Container.Entry] {
    var entries: [Container.Entry] = []
    entries.reserveCapacity(entryCount)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let entry = try entry(at: offset, in: bytes)
      offset = entry.directoryRecord.upperBound
      entries.append(entry)
    }
    guard entries.count == entryCount else { throw .container(.noDirectory) }
    return entries
  }

  private func entry(at offset: Int, in bytes: [UInt8]) throws(GraftError) -> Container.Entry {
    guard bytes.number(at: offset, bytes: 4) == 0x0201_4B50,
      let flags = bytes.number(at: offset + 8, bytes: 2),
      let method = bytes.number(at: offset + 10, bytes: 2),
      let checksum = bytes.number(at: offset + 16, bytes: 4),
      let nameLength = bytes.number(at: offset + 28, bytes: 2),
      let extraLength = bytes.number(at: offset + 30, bytes: 2),
      let commentLength = bytes.number(at: offset + 32, bytes: 2),
      offset + 46 + nameLength + extraLength + commentLength <= range.upperBound
    else { throw .container(.noDirectory) }
    let name = Array(bytes[offset + 46..<offset + 46 + nameLength])
    let text = String(decoding: name, as: UTF8.self)
    let sizes = try LargeSizes(ofRecordAt: offset, in: bytes, name: text)
    guard flags & 0x2041 == 0 else { throw .container(.encryptedEntry(text)) }
    guard method == 0 || method == 8 else { throw .container(.unknownCompression(text)) }
    let local = sizes.localOffset
    guard local < range.lowerBound, bytes.number(at: local, bytes: 4) == 0x0403_4B50,
      bytes.number(at: local + 8, bytes: 2) == method,
      let localNameLength = bytes.number(at: local + 26, bytes: 2),
      let localExtraLength = bytes.number(at: local + 28, bytes: 2),
      local + 30 + localNameLength + localExtraLength <= range.lowerBound,
      Array(bytes[local + 30..<local + 30 + localNameLength]) == name
    else { throw .container(.damagedEntry(text)) }
    return Container.Entry(
      name: name, record: local..<local,
      directoryRecord: offset..<offset + 46 + nameLength + extraLength + commentLength,
      method: method, checksum: checksum, compressedSize: sizes.compressed, size: sizes.size,
      dataOffset: local + 30 + localNameLength + localExtraLength)
  }
}

/// Sizes and offset of an entry, from the ZIP64 field where the short ones overflow.
struct LargeSizes {
  var size: Int
  var compressed: Int
  var localOffset: Int
  /// Where the offset is stored, and in how many bytes.
  var offsetField: (offset: Int, bytes: Int)

  init(ofRecordAt record: Int, in bytes: [UInt8], name: String) throws(GraftError) {
    let overflow = 0xFFFF_FFFF
    guard let compressed = bytes.number(at: record + 20, bytes: 4),
      let size = bytes.number(at: record + 24, bytes: 4),
      let nameLength = bytes.number(at: record + 28, bytes: 2),
      let extraLength = bytes.number(at: record + 30, bytes: 2),
      let localOffset = bytes.number(at: record + 42, bytes: 4)
    else { throw .container(.damagedEntry(name)) }
    (self.size, self.compressed, self.localOffset) = (size, compressed, localOffset)
    offsetField = (record + 42, 4)
    guard [size, compressed, localOffset].contains(overflow) else { return }
    var field = record + 46 + nameLength
    let end = field + extraLength
    while field + 4 <= end, let kind = bytes.number(at: field, bytes: 2),
      let length = bytes.number(at: field + 2, bytes: 2)
    {
      var value = field + 4
      if kind == 1 {
        for path in [\LargeSizes.size, \.compressed, \.localOffset]
        where self[keyPath: path] == overflow {
          guard value + 8 <= field + 4 + length, let large = bytes.number(at: value, bytes: 8)
          else { throw .container(.damagedEntry(name)) }
          self[keyPath: path] = large
          if path == \.localOffset { offsetField = (value, 8) }
          value += 8
        }
        return
      }
      field += 4 + length
    }
    throw .container(.damagedEntry(name))
  }
}
