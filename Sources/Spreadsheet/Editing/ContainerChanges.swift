/// What changes in a container: contents of parts, new parts at the end, parts taken out.
struct ContainerChanges {
  /// Contents by place among the entries.
  private var replaced: [Int: [UInt8]] = [:]
  /// Entries of which only the beginning changes, to as many other bytes.
  private var heads: [Int: ReplacedHead] = [:]
  private var removed: Set<Int> = []
  private var added: [(name: String, contents: [UInt8])] = []
  let container: Container

  init(to container: Container) {
    self.container = container
  }

  /// The contents as they would be: changed, added or untouched.
  func contents(of part: String) throws(GraftError) -> [UInt8] {
    let name = PartPath.normalised(part)
    if let new = added.last(where: { PartPath.normalised($0.name) == name }) { return new.contents }
    guard let index = container.index(of: part), !removed.contains(index) else {
      throw .missingPart(part)
    }
    if let contents = replaced[index] { return contents }
    let contents = try container.contents(of: part)
    return heads[index].map { $0.head + contents[$0.head.count...] } ?? contents
  }

  /// Whether a part is, or will be, in the package.
  func has(_ part: String) -> Bool {
    let name = PartPath.normalised(part)
    if added.contains(where: { PartPath.normalised($0.name) == name }) { return true }
    return container.index(of: part).map { !removed.contains($0) } ?? false
  }

  /// Contents that are the same as before leave the entry untouched.
  mutating func set(_ contents: [UInt8], of part: String) throws(GraftError) {
    guard let index = container.index(of: part), !removed.contains(index) else {
      added.append((part, contents))
      return
    }
    // Inflated only where the lengths leave it open.
    var isSame = UInt64(contents.count) == container.package.entries[index].size
    if isSame { isSame = try contents == container.contents(of: part) }
    replaced[index] = isSame ? nil : contents
    heads[index] = nil
  }

  /// Changes the beginning of a large part to as many other bytes, without inflating the rest.
  ///
  /// - Returns: whether that could be done; else nothing changes.
  mutating func setHead(_ head: [UInt8], of part: String) throws(GraftError) -> Bool {
    guard let index = container.index(of: part), !removed.contains(index),
      replaced[index] == nil, heads[index] == nil,
      let replacement = try ReplacedHead(head, ofEntry: index, in: container.package)
    else { return false }
    heads[index] = replacement
    return true
  }

  /// Writes the entry of a part anew, even where its contents are the same.
  mutating func rewrite(_ part: String, as contents: [UInt8]) {
    guard let index = container.index(of: part) else { return }
    replaced[index] = contents
    heads[index] = nil
  }

  mutating func remove(_ part: String) {
    guard let index = container.index(of: part) else { return }
    removed.insert(index)
    replaced[index] = nil
    heads[index] = nil
  }

  /// The whole package, in one piece.
  func package() throws(GraftError) -> [UInt8] { try spliced().joined }

  /// The whole package: untouched entries raw and in their order, changed ones in their places,
  /// new ones at the end.
  func spliced() throws(GraftError) -> SplicedBytes {
    let entries = container.package.entries
    var bytes = SplicedBytes(of: container.package.bytes)
    var records: [Int: [UInt8]] = [:]
    let inOrder = entries.indices.sorted { entries[$0].headerOffset < entries[$1].headerOffset }
    for index in inOrder where !removed.contains(index) {
      if let contents = replaced[index] {
        records[index] = try append(contents, named: entries[index].nameBytes, to: &bytes)
      } else if let head = heads[index] {
        records[index] = append(
          head.data, EntryRecord(entries[index], with: head), to: &bytes)
        bytes.append(head.rest)
      } else {
        records[index] = container.directoryRecord(of: index, movedTo: bytes.count)
        bytes.append(container.records[index])
      }
    }
    var directory = entries.indices.compactMap { records[$0] }
    for part in added {
      directory.append(try append(part.contents, named: Array(part.name.utf8), to: &bytes))
    }
    guard bytes.count < 0xFFFF_FFFF, directory.count < 0xFFFF else { throw .full("package") }
    let start = bytes.count
    for record in directory { bytes.append(record) }
    bytes.append(EntryRecord.end(entryCount: directory.count, directory: start..<bytes.count))
    bytes.end()
    return bytes
  }

  /// Appends an entry and returns its record for the directory.
  private func append(
    _ contents: [UInt8], named name: [UInt8], to bytes: inout SplicedBytes
  ) throws(GraftError) -> [UInt8] {
    let (data, checksum) = try Deflate.deflated(contents)
    let record = EntryRecord(
      name: name, method: 8, checksum: checksum, compressedSize: data.count,
      size: contents.count)
    return append(data, record, to: &bytes)
  }

  private func append(
    _ data: [UInt8], _ record: EntryRecord, to bytes: inout SplicedBytes
  ) -> [UInt8] {
    let offset = bytes.count
    bytes.append(record.localHeader)
    bytes.append(data)
    return record.directoryRecord(localOffset: offset)
  }
}

extension EntryRecord {
  /// Of an entry whose head is another.
  fileprivate init(_ entry: ZipEntry, with head: ReplacedHead) {
    self.init(
      name: entry.nameBytes, method: 8, checksum: head.checksum,
      compressedSize: head.packedSize, size: Int(entry.size))
  }
}
