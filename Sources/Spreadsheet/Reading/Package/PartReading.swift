/// The parts of one package while they are read: one archive, one parser, one budget.
struct PartReading: ~Copyable {
  let package: Package
  private let archive: ZipArchive
  private let parser = XMLParser()
  private(set) var budget: ReadingBudget
  /// Parts that declare an encoding which is not Unicode's.
  private(set) var oddEncodings: [String] = []

  init(package: Package, archive: consuming ZipArchive) {
    self.package = package
    self.archive = archive
    budget = ReadingBudget(package.limits)
  }

  /// Reads one part of XML.
  mutating func read<Reader: XMLPartReader & ~Copyable>(
    _ part: PartName, referredFrom source: String, with reader: inout Reader
  ) throws(SpreadsheetError) {
    guard let place = package.place(of: part) else {
      throw .missingPart(name: part.path, referredFrom: source)
    }
    let encoding = try parser.read(
      package.entries[place], at: place, of: archive, budget: &budget, with: &reader)
    if encoding != nil { oddEncodings.append(part.path) }
  }

  mutating func contentTypes() throws(SpreadsheetError) -> ContentTypes {
    guard let name = PartName(target: "/[Content_Types].xml", from: nil),
      package.place(of: name) != nil
    else { throw .missingContentTypes }
    var reader = ContentTypesReader()
    try read(name, referredFrom: "the package", with: &reader)
    return reader.types
  }

  /// The relationships of a part; none where the part has no list of them.
  mutating func relationships(of part: PartName?) throws(SpreadsheetError) -> Relationships {
    let path = part?.relationships ?? "_rels/.rels"
    var reader = RelationshipsReader()
    guard let name = PartName(target: "/" + path, from: nil), package.place(of: name) != nil
    else { return reader.relationships }
    try read(name, referredFrom: part?.path ?? "the package", with: &reader)
    return reader.relationships
  }

  /// Reads a part that no cell needs: where it is broken, what was read of it until then counts.
  ///
  /// - Returns: whether the part could be read to its end.
  /// - Throws: what the limits refuse.
  mutating func readExtra<Reader: XMLPartReader & ~Copyable>(
    _ part: PartName, referredFrom source: String, with reader: inout Reader
  ) throws(SpreadsheetError) -> Bool {
    do throws(SpreadsheetError) {
      try read(part, referredFrom: source, with: &reader)
      return true
    } catch .overLimit(let limit, let part, let figure, let most) {
      throw .overLimit(limit, part: part, figure: figure, limit: most)
    } catch {
      return false
    }
  }

  /// Reads the properties of a document, which some programs write wrong.
  ///
  /// - Returns: whether all could be read.
  @discardableResult
  mutating func readProperties(
    _ kinds: [String], _ relationships: Relationships,
    _ reader: inout FilePropertiesReader
  ) throws(SpreadsheetError) -> Bool {
    var areAll = true
    for relationship in relationships.all where kinds.contains(relationship.kind) {
      guard let name = PartName(target: relationship.target, from: nil),
        !relationship.isExternal, package.place(of: name) != nil
      else { continue }
      if try !readExtra(name, referredFrom: "the package", with: &reader) { areAll = false }
    }
    return areAll
  }

  mutating func bytes(of name: String) throws(SpreadsheetError) -> [UInt8] {
    guard let place = package.place(name) else {
      throw .missingPart(name: name, referredFrom: "the package")
    }
    return try bytes(at: place)
  }

  /// About how many cells a sheet may have, from the size that its entry declares.
  ///
  /// A cell takes some 35 bytes; the checks of the container bound what may be declared.
  func expectedCells(in part: PartName) -> Int {
    package.place(of: part).map { Int(clamping: package.entries[$0].size) / 32 } ?? 0
  }

  /// The inflated bytes of the entry at a place of the directory.
  mutating func bytes(at place: Int) throws(SpreadsheetError) -> [UInt8] {
    var contents: [UInt8] = []
    unsafe try inflate(at: place) { (piece) throws(SpreadsheetError) in
      unsafe contents.append(contentsOf: piece)
    }
    return contents
  }

  /// Hands the inflated bytes of the entry at a place of the directory to `body`, piece by piece.
  mutating func inflate(
    at place: Int, body: (UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: XMLParser.pieceBytes, alignment: 1)
    defer { unsafe room.deallocate() }
    unsafe try archive.inflate(
      package.entries[place], at: place, budget: &budget,
      room: { () throws(SpreadsheetError) in unsafe room },
      body: body)
  }
}
