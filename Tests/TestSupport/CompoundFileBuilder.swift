/// Makes compound files of streams that are too long for the mini stream.
package enum CompoundFileBuilder {
  private static let sectorSize = 512
  private static let end = 0xFFFF_FFFE

  /// The sectors of chains, then one of names, then the streams in the order of their names.
  ///
  /// Source: MS-CFB §2.2 and §2.3; the header names no more than 109 sectors of chains.
  package static func bytes(_ streams: [String: [UInt8]]) -> [UInt8] {
    let streams = streams.sorted { $0.key < $1.key }
    let sectorCount = streams.map { sectors(of: $0.value) }.reduce(1, +)
    let perSector = sectorSize / 4
    let chainSectors = (sectorCount + perSector - 2) / (perSector - 1)
    precondition(chainSectors <= 109, "a compound file of more than seven million bytes")
    var table = [Int](repeating: 0xFFFF_FFFD, count: chainSectors) + [end]
    var directory = entry("Root Entry", kind: 5, start: end, size: 0)
    var data: [UInt8] = []
    for (name, contents) in streams {
      directory += entry(name, kind: 2, start: table.count, size: contents.count)
      let sectors = sectors(of: contents)
      table += (1..<sectors).map { table.count + $0 } + [end]
      data += padded(contents, with: 0)
    }
    return header(chainSectors) + padded(table.flatMap(four), with: 0xFF)
      + padded(directory, with: 0) + data
  }

  private static func sectors(of contents: [UInt8]) -> Int {
    (contents.count + sectorSize - 1) / sectorSize
  }

  private static func padded(_ contents: [UInt8], with byte: UInt8) -> [UInt8] {
    let room = sectors(of: contents) * sectorSize - contents.count
    return contents + [UInt8](repeating: byte, count: room)
  }

  private static func header(_ chainSectors: Int) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    header += two(0x3E) + two(3) + two(0xFFFE) + two(9) + two(6)
    header += [UInt8](repeating: 0, count: 10)
    header += four(chainSectors) + four(chainSectors) + four(0) + four(4_096) + four(end)
    header += four(0) + four(end) + four(0)
    header += (0..<chainSectors).flatMap(four)
    return padded(header, with: 0xFF)
  }

  private static func entry(_ name: String, kind: UInt8, start: Int, size: Int) -> [UInt8] {
    let units = name.utf16.flatMap { two(Int($0)) }
    var entry = units + [UInt8](repeating: 0, count: 64 - units.count)
    entry += two(units.count + 2) + [kind, 1] + [UInt8](repeating: 0xFF, count: 12)
    entry += [UInt8](repeating: 0, count: 36)
    return entry + four(start) + four(size) + four(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
