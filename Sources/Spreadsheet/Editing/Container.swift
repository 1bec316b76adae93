/// A package as its entries lie in its bytes, so that all but a few can be carried over as they
/// are: local header, data and descriptor.
///
/// libzip's own editing keeps the data but rewrites headers; here nothing is rewritten that need
/// not be.
///
/// - Source: PKWARE APPNOTE 6.3; ECMA-376 Part 2 §10.2.
struct Container {
  let package: Package
  /// For each entry, in the order of the directory: from its local header up to the next one.
  let records: [Range<Int>]

  /// Contents that were inflated together, by place.
  private let held: [Int: [UInt8]]

  init(_ bytes: [UInt8], holding: HeldParts = .none) throws(GraftError) {
    let package = try readable { () throws(SpreadsheetError) in try Package(bytes) }
    let starts = package.entries.map(\.headerOffset).sorted()
    let ends = starts.dropFirst() + [package.directory.lowerBound]
    let endByStart = Dictionary(zip(starts, ends)) { first, _ in first }
    records = package.entries.map {
      $0.headerOffset..<(endByStart[$0.headerOffset] ?? $0.extent.upperBound)
    }
    self.package = package
    held = holding.contents(in: package)
  }

  /// Bytes that follow the archive and belong to nothing.
  var trailingByteCount: Int { package.bytes.count - package.archiveEnd }

  /// Where a part is among the entries.
  func index(of part: String) -> Int? { package.place(part) }

  func contents(of part: String) throws(GraftError) -> [UInt8] {
    guard let index = index(of: part) else { throw .missingPart(part) }
    if let contents = held[index] { return contents }
    return try readable { () throws(SpreadsheetError) in try package.bytes(of: part) }
  }

  /// The record of an entry in the directory, for an entry that begins somewhere else.
  func directoryRecord(of index: Int, movedTo offset: Int) -> [UInt8] {
    let entry = package.entries[index]
    var record = Array(package.bytes[entry.directoryRecord])
    guard record.littleEndian32(at: 42) == Self.overflow else {
      record.set(number: offset, at: 42, bytes: 4)
      return record
    }
    // The ZIP64 field holds only what overflows, the offset after the two sizes.
    let sizes = [20, 24].filter { record.littleEndian32(at: $0) == Self.overflow }
    var field = 46 + entry.nameBytes.count
    while let kind = record.littleEndian16(at: field),
      let length = record.littleEndian16(at: field + 2)
    {
      if kind == 1 {
        record.set(number: offset, at: field + 4 + 8 * sizes.count, bytes: 8)
        break
      }
      field += 4 + length
    }
    return record
  }

  private static let overflow = 0xFFFF_FFFF
}

/// Which parts to inflate at once, since opening an archive costs more than a small part.
enum HeldParts {
  case none
  /// Those that any edit of a workbook reads, where they have their usual names.
  case usual
  case all

  private static let usualNames = [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
  ]

  /// By place; a part that cannot be read is left for whoever asks for it.
  fileprivate func contents(in package: Package) -> [Int: [UInt8]] {
    let places =
      switch self {
      case .none: [Int]()
      case .usual: Self.usualNames.compactMap { package.place($0) }
      case .all: Array(package.entries.indices)
      }
    var held: [Int: [UInt8]] = [:]
    guard !places.isEmpty else { return held }
    try? package.read { (parts) throws(SpreadsheetError) in
      for place in places { held[place] = try parts.bytes(at: place) }
    }
    return held
  }
}

/// What the reader refuses, nobody can edit.
func readable<Value>(
  _ read: () throws(SpreadsheetError) -> Value
) throws(GraftError) -> Value {
  do {
    return try read()
  } catch {
    throw .unreadable(error)
  }
}
