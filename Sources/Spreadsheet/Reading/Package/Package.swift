/// A package: the bytes of a file whose directory was checked, and its parts by name.
package struct Package: Sendable {
  package let bytes: [UInt8]
  /// In the order of the central directory.
  package let entries: [ZipEntry]
  /// Where the central directory lies.
  package let directory: Range<Int>
  /// The end of the archive; padding may follow.
  package let archiveEnd: Int
  package let limits: ReadingLimits
  private let places: [String: Int]

  /// Checks the container and reads nothing else.
  package init(
    _ bytes: [UInt8], limits: ReadingLimits = .standard
  ) throws(SpreadsheetError) {
    guard bytes.count <= limits.fileBytes else {
      throw .overLimit(.fileBytes, part: nil, figure: bytes.count, limit: limits.fileBytes)
    }
    let directory = try ZipDirectory(of: bytes, limits: limits)
    self.bytes = bytes
    self.limits = limits
    entries = directory.entries
    self.directory = directory.end.directory
    archiveEnd = directory.end.end
    places = directory.places
  }

  /// Whether there is a part of this name, written in small letters.
  func holds(_ key: String) -> Bool { places[key] != nil }

  /// The place of a part in ``entries``.
  package func place(of part: PartName) -> Int? { places[part.key] }

  /// The entry of a part, by its name from the root: `xl/workbook.xml`.
  package func entry(_ name: String) -> ZipEntry? { place(name).map { entries[$0] } }

  func place(_ name: String) -> Int? {
    PartName(target: "/" + name, from: nil).flatMap { places[$0.key] }
  }

  /// The inflated bytes of a part.
  ///
  /// - Throws: `missingPart` when no such part is there; what the limits and checks refuse.
  package func bytes(of name: String) throws(SpreadsheetError) -> [UInt8] {
    try read { (parts) throws(SpreadsheetError) in try parts.bytes(of: name) }
  }

  /// The inflated bytes of an entry of this package.
  package func bytes(of entry: ZipEntry) throws(SpreadsheetError) -> [UInt8] {
    guard let name = PartName(entryName: entry.nameBytes), let place = place(of: name) else {
      throw .missingPart(name: entry.name, referredFrom: "the package")
    }
    return try read { (parts) throws(SpreadsheetError) in try parts.bytes(at: place) }
  }

  /// The relationships of a part; of the package itself where no part is given.
  package func relationships(
    of part: PartName? = nil
  ) throws(SpreadsheetError) -> Relationships {
    try read { (parts) throws(SpreadsheetError) in try parts.relationships(of: part) }
  }

  package func contentTypes() throws(SpreadsheetError) -> ContentTypes {
    try read { (parts) throws(SpreadsheetError) in try parts.contentTypes() }
  }

  /// Opens the archive for as long as `body` runs.
  func read<Result>(
    _ body: (inout PartReading) throws(SpreadsheetError) -> Result
  ) throws(SpreadsheetError) -> Result {
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(SpreadsheetError) -> Result in
      let archive = unsafe try ZipArchive(UnsafeBufferPointer(rebasing: buffer[..<archiveEnd]))
      var parts = PartReading(package: self, archive: archive)
      return try body(&parts)
    }
  }
}
