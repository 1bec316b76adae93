/// A compound file, the container of old workbooks, of locked ones and of Outlook's messages:
/// streams in folders.
///
/// Every number of the file is checked before it is used; a chain of sectors that is longer than
/// the file has sectors is a loop.
///
/// Source: [MS-CFB] §2.
struct CompoundFile {
  private let bytes: [UInt8]
  private let sectorSize: Int
  private let miniSectorSize: Int
  private let miniCutoff: Int
  private var tableSectors: [Int] = []
  private var miniTable: [UInt8] = []
  private var miniStream: [UInt8] = []
  /// In the order of the directory, the outermost folder first; other entries are nobody's.
  private(set) var entries: [Entry] = []

  struct Entry {
    var kind = Kind.unused
    var name = ""
    /// Places of other entries: those beside it in its folder, and one in it.
    var beside: [Int] = []
    var within = CompoundFile.nowhere
    var start = CompoundFile.lastSector
    var size = 0

    enum Kind { case unused, folder, stream }
  }

  private static let nowhere = 0xFFFF_FFFF

  private static let lastSector = 0xFFFF_FFFA

  /// Reads the directory: a message to a thousand people with a hundred files has some 10,000
  /// entries.
  ///
  /// - Throws: `brokenCompoundFile`.
  init(_ bytes: [UInt8], mostEntries: Int = 100_000) throws(SpreadsheetError) {
    self.bytes = bytes
    guard let shift = bytes.littleEndian16(at: 30), shift == 9 || shift == 12,
      let miniShift = bytes.littleEndian16(at: 32), miniShift == 6,
      let cutoff = bytes.littleEndian32(at: 56), cutoff == 4_096,
      let directory = bytes.littleEndian32(at: 48),
      let miniTableStart = bytes.littleEndian32(at: 60)
    else { throw .brokenCompoundFile(reason: "its header is wrong") }
    sectorSize = 1 << shift
    miniSectorSize = 1 << miniShift
    miniCutoff = cutoff
    try readTableSectors()
    let entries = try chain(from: directory)
    if miniTableStart < Self.lastSector { miniTable = try chain(from: miniTableStart) }
    try readDirectory(entries, most: mostEntries)
  }

  private var sectorCount: Int { bytes.count / sectorSize }

  /// The sectors that hold the table of chains: 109 in the header, the others in a chain.
  private mutating func readTableSectors() throws(SpreadsheetError) {
    guard let count = bytes.littleEndian32(at: 44), count <= sectorCount,
      var next = bytes.littleEndian32(at: 68)
    else { throw .brokenCompoundFile(reason: "it claims more sectors than it has") }
    for place in 0..<min(109, count) {
      tableSectors.append(bytes.littleEndian32(at: 76 + 4 * place) ?? Self.lastSector)
    }
    var visited = 0
    while tableSectors.count < count, next < Self.lastSector {
      visited += 1
      guard visited <= sectorCount else { throw .brokenCompoundFile(reason: "a chain is a loop") }
      let sector = try offset(of: next)
      let perSector = sectorSize / 4 - 1
      for place in 0..<min(perSector, count - tableSectors.count) {
        tableSectors.append(bytes.littleEndian32(at: sector + 4 * place) ?? Self.lastSector)
      }
      next = bytes.littleEndian32(at: sector + 4 * perSector) ?? Self.lastSector
    }
  }

  private func offset(of sector: Int) throws(SpreadsheetError) -> Int {
    let offset = (sector + 1) * sectorSize
    guard sector < Self.lastSector, offset < bytes.count else {
      throw .brokenCompoundFile(reason: "it ends before its contents do")
    }
    return offset
  }

  private func sector(after sector: Int) throws(SpreadsheetError) -> Int {
    let perSector = sectorSize / 4
    guard sector / perSector < tableSectors.count else {
      throw .brokenCompoundFile(reason: "a chain leaves the file")
    }
    let table = try offset(of: tableSectors[sector / perSector])
    guard let next = bytes.littleEndian32(at: table + 4 * (sector % perSector)) else {
      throw .brokenCompoundFile(reason: "it ends before its contents do")
    }
    return next
  }

  private func chain(from start: Int) throws(SpreadsheetError) -> [UInt8] {
    var contents: [UInt8] = []
    var sector = start
    var visited = 0
    while sector < Self.lastSector {
      visited += 1
      guard visited <= sectorCount else { throw .brokenCompoundFile(reason: "a chain is a loop") }
      let offset = try offset(of: sector)
      contents += bytes[offset..<min(offset + sectorSize, bytes.count)]
      sector = try self.sector(after: sector)
    }
    return contents
  }

  private mutating func readDirectory(
    _ directory: [UInt8], most: Int
  ) throws(SpreadsheetError) {
    guard directory.count <= 128 * most else {
      throw .brokenCompoundFile(reason: "it names more than \(most) things")
    }
    for place in stride(from: 0, to: directory.count - 127, by: 128) {
      entries.append(Entry(directory, at: place) ?? Entry())
      // The first is the outermost folder; whatever else calls itself so is not followed.
      if place == 0, directory[66] == 5, let start = directory.littleEndian32(at: 116),
        start < Self.lastSector
      {
        miniStream = try chain(from: start)
      }
    }
  }

  /// The places of what is in a folder, in the order of the directory.
  func places(in folder: Int) throws(SpreadsheetError) -> [Int] {
    // A directory without a sector has not even an outermost folder.
    guard entries.indices.contains(folder) else {
      throw .brokenCompoundFile(reason: "it has no directory")
    }
    var found: Set<Int> = []
    var next = [entries[folder].within]
    while let place = next.popLast() {
      guard entries.indices.contains(place) else { continue }
      guard found.insert(place).inserted else {
        throw .brokenCompoundFile(reason: "a folder is a loop")
      }
      next += entries[place].beside
    }
    return found.sorted()
  }

  /// The bytes of a stream, in whatever folder it is; nil when there is none of this name.
  func contents(of name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let stream = entries.first(where: { $0.kind == .stream && $0.name == name }) else {
      return nil
    }
    return try contents(of: stream)
  }

  func contents(of stream: Entry) throws(SpreadsheetError) -> [UInt8] {
    guard stream.size <= bytes.count else {
      throw .brokenCompoundFile(reason: "it ends before its contents do")
    }
    if stream.size == 0 { return [] }
    let whole =
      stream.size < miniCutoff
      ? try miniChain(from: stream.start) : try chain(from: stream.start)
    guard whole.count >= stream.size else {
      throw .brokenCompoundFile(reason: "it ends before its contents do")
    }
    return Array(whole[..<stream.size])
  }

  private func miniChain(from start: Int) throws(SpreadsheetError) -> [UInt8] {
    var contents: [UInt8] = []
    var sector = start
    while sector < Self.lastSector {
      let offset = sector * miniSectorSize
      guard offset < miniStream.count, contents.count <= miniCutoff,
        let next = miniTable.littleEndian32(at: 4 * sector)
      else { throw .brokenCompoundFile(reason: "a chain is a loop or leaves the file") }
      contents += miniStream[offset..<min(offset + miniSectorSize, miniStream.count)]
      sector = next
    }
    return contents
  }
}

extension CompoundFile.Entry {
  /// Reads one of 128 bytes; nil for one that cannot be understood.
  fileprivate init?(_ directory: [UInt8], at place: Int) {
    guard let nameLength = directory.littleEndian16(at: place + 64), nameLength <= 64,
      let left = directory.littleEndian32(at: place + 68),
      let right = directory.littleEndian32(at: place + 72),
      let within = directory.littleEndian32(at: place + 76),
      let start = directory.littleEndian32(at: place + 116),
      let size = directory.littleEndian32(at: place + 120)
    else { return nil }
    switch directory[place + 66] {
    case 1, 5: kind = .folder
    case 2: kind = .stream
    default: return nil
    }
    let letters = directory[place..<place + Swift.max(0, nameLength - 2)]
    name = String(utf16LittleEndian: letters)
    (beside, self.within, self.start, self.size) = ([left, right], within, start, size)
  }
}

extension String {
  /// Text in UTF-16, the low byte first; a byte too many is left out.
  init(utf16LittleEndian bytes: ArraySlice<UInt8>) {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
      .map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    self.init(decoding: units, as: UTF16.self)
  }
}
