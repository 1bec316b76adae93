/// Makes compound files, the containers of locked workbooks and of Outlook's messages.
package enum CompoundFileBuilder {
  /// A stream or a folder.
  package indirect enum Node {
    case stream(String, [UInt8])
    case folder(String, [Node])
  }

  /// A file with streams in its outermost folder, in the order of their names.
  package static func bytes(_ streams: [String: [UInt8]]) -> [UInt8] {
    bytes(streams.sorted { $0.key < $1.key }.map { .stream($0.key, $0.value) })
  }

  /// A file with these in its outermost folder.
  ///
  /// The sectors of chains, then those of names, of the chains of small streams and of the small
  /// streams, then the streams of 4,096 bytes and more.
  ///
  /// Source: MS-CFB §2.2 to §2.6; the header names no more than 109 sectors of chains.
  package static func bytes(_ nodes: [Node]) -> [UInt8] {
    var layout = CompoundLayout()
    layout.add(nodes)
    return layout.file()
  }
}

/// What is known of a file while its entries are put one after another.
private struct CompoundLayout {
  private static let sectorSize = 512
  private static let smallSize = 64
  private static let end = 0xFFFF_FFFE
  private static let nobody = 0xFFFF_FFFF

  private struct Entry {
    var name: String
    var kind: UInt8
    var right = CompoundLayout.nobody
    var within = CompoundLayout.nobody
    var contents: [UInt8] = []
    var isSmall: Bool { kind == 2 && contents.count < 4_096 }
  }

  private var entries = [Entry(name: "Root Entry", kind: 5)]

  /// Puts nodes into a folder; each names the next, as a tree may that leans to one side.
  mutating func add(_ nodes: [CompoundFileBuilder.Node], to folder: Int = 0) {
    var last: Int?
    for node in nodes {
      let place = entries.count
      if let last { entries[last].right = place } else { entries[folder].within = place }
      last = place
      switch node {
      case .stream(let name, let contents):
        entries.append(Entry(name: name, kind: 2, contents: contents))
      case .folder(let name, let inner):
        entries.append(Entry(name: name, kind: 1))
        add(inner, to: place)
      }
    }
  }

  func file() -> [UInt8] {
    var smallStart: [Int: Int] = [:]
    var (smallTable, small): ([Int], [UInt8]) = ([], [])
    for (place, entry) in entries.enumerated() where entry.isSmall && !entry.contents.isEmpty {
      smallStart[place] = smallTable.count
      Self.chain(of: entry.contents, by: Self.smallSize, in: &smallTable)
      small += Self.padded(entry.contents, to: Self.smallSize)
    }
    let smallChains = smallTable.flatMap(Self.four)
    let large = entries.filter { $0.kind == 2 && !$0.isSmall }.map(\.contents)
    let directory = [UInt8](repeating: 0, count: 128 * entries.count)
    let parts = [directory, smallChains, small] + large
    let sectors = parts.map { ($0.count + Self.sectorSize - 1) / Self.sectorSize }.reduce(0, +)
    let perSector = Self.sectorSize / 4
    let chainSectors = (sectors + perSector - 2) / (perSector - 1)
    precondition(chainSectors <= 109, "a compound file of more than seven million bytes")
    var table = [Int](repeating: 0xFFFF_FFFD, count: chainSectors)
    let starts = parts.map { part in
      let start = part.isEmpty ? Self.end : table.count
      Self.chain(of: part, by: Self.sectorSize, in: &table)
      return start
    }
    var nextLarge = 3
    var names: [UInt8] = []
    for (place, entry) in entries.enumerated() {
      var (start, size) = (smallStart[place] ?? Self.end, entry.contents.count)
      if place == 0 { (start, size) = (starts[2], small.count) }
      if entry.kind == 2, !entry.isSmall {
        start = starts[nextLarge]
        nextLarge += 1
      }
      names += Self.bytes(of: entry, start: start, size: size)
    }
    return Self.header(chainSectors, starts[0], smallChains: (starts[1], smallChains.count))
      + Self.padded(table.flatMap(Self.four), to: Self.sectorSize, with: 0xFF)
      + ([names, smallChains, small] + large).flatMap { Self.padded($0, to: Self.sectorSize) }
  }

  private static func chain(of contents: [UInt8], by size: Int, in table: inout [Int]) {
    let count = (contents.count + size - 1) / size
    guard count > 0 else { return }
    table += (1..<count).map { table.count + $0 } + [end]
  }

  private static func padded(_ contents: [UInt8], to size: Int, with byte: UInt8 = 0) -> [UInt8] {
    contents + [UInt8](repeating: byte, count: (size - contents.count % size) % size)
  }

  private static func header(
    _ chainSectors: Int, _ directory: Int, smallChains: (start: Int, bytes: Int)
  ) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    header += two(0x3E) + two(3) + two(0xFFFE) + two(9) + two(6)
    header += [UInt8](repeating: 0, count: 10)
    header += four(chainSectors) + four(directory) + four(0) + four(4_096)
    header += four(smallChains.start)
    header += four((smallChains.bytes + sectorSize - 1) / sectorSize) + four(end) + four(0)
    header += (0..<chainSectors).flatMap(four)
    return padded(header, to: sectorSize, with: 0xFF)
  }

  private static func bytes(of entry: Entry, start: Int, size: Int) -> [UInt8] {
    let units = entry.name.utf16.flatMap { two(Int($0)) }
    var bytes = units + [UInt8](repeating: 0, count: 64 - units.count)
    bytes += two(units.count + 2) + [entry.kind, 1]
    bytes += four(nobody) + four(entry.right) + four(entry.within)
    bytes += [UInt8](repeating: 0, count: 36)
    return bytes + four(start) + four(size) + four(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
