/// A compound file, the container of old workbooks and of locked ones: streams by name.
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
  private(set) var streams: [Stream] = []

  struct Stream {
    var name: String
    var start: Int
    var size: Int
  }

  private static let lastSector = 0xFFFF_FFFA

  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
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
    try readDirectory(entries)
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

  private mutating func readDirectory(_ entries: [UInt8]) throws(SpreadsheetError) {
    for place in stride(from: 0, to: entries.count - 127, by: 128) {
      guard let nameLength = entries.littleEndian16(at: place + 64), nameLength <= 64,
        let start = entries.littleEndian32(at: place + 116),
        let size = entries.littleEndian32(at: place + 120)
      else { continue }
      let units = stride(from: place, to: place + max(0, nameLength - 2), by: 2)
        .map { UInt16(entries[$0]) | UInt16(entries[$0 + 1]) << 8 }
      switch entries[place + 66] {
      case 2:
        let name = String(decoding: units, as: UTF16.self)
        streams.append(Stream(name: name, start: start, size: size))
      case 5 where start < Self.lastSector: miniStream = try chain(from: start)
      default: continue
      }
    }
  }

  /// The bytes of a stream; nil when there is none of this name.
  func contents(of name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let stream = streams.first(where: { $0.name == name }) else { return nil }
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
