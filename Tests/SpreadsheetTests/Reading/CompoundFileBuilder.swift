/// Makes compound files of streams that are too long for the mini stream.
enum CompoundFileBuilder {
  private static let sectorSize = 512
  private static let end = 0xFFFF_FFFE

  /// One sector of chains, then one of names, then the streams in the order of their names.
  static func bytes(_ streams: [String: [UInt8]]) -> [UInt8] {
    var table = [0xFFFF_FFFD, end]
    var directory = entry("Root Entry", kind: 5, start: end, size: 0)
    var data: [UInt8] = []
    for (name, contents) in streams.sorted(by: { $0.key < $1.key }) {
      directory += entry(name, kind: 2, start: table.count, size: contents.count)
      let sectors = (contents.count + sectorSize - 1) / sectorSize
      table += (1..<sectors).map { table.count + $0 } + [end]
      data += contents + [UInt8](repeating: 0, count: sectors * sectorSize - contents.count)
    }
    let chains = table.flatMap(four)
    return header + chains + [UInt8](repeating: 0xFF, count: sectorSize - chains.count)
      + directory + [UInt8](repeating: 0, count: sectorSize - directory.count) + data
  }

  private static var header: [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    header += two(0x3E) + two(3) + two(0xFFFE) + two(9) + two(6)
    header += [UInt8](repeating: 0, count: 10)
    header += four(1) + four(1) + four(0) + four(4_096) + four(end) + four(0) + four(end)
    header += four(0) + four(0)
    return header + [UInt8](repeating: 0xFF, count: sectorSize - header.count)
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
