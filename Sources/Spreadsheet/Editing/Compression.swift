import CZip

/// Deflate and inflate for one entry, by way of an archive that holds only that entry.
enum Compression {
  /// No part of a workbook that is edited may grow beyond this.
  static let largestPart = 512 << 20

  /// The data of an entry, checked against its declared size and checksum.
  static func inflated(
    _ data: ArraySlice<UInt8>, of entry: Container.Entry
  ) throws(GraftError) -> [UInt8] {
    guard entry.size <= largestPart else { throw .container(.tooLarge) }
    let archive = archive(of: data, entry)
    var contents = [UInt8](repeating: 0, count: entry.size)
    let isWhole = unsafe archive.withUnsafeBytes { buffer in
      unsafe contents.withUnsafeMutableBytes { unsafe readOnlyEntry(of: buffer, into: $0) }
    }
    guard isWhole else { throw .container(.damagedEntry(entry.partName)) }
    return contents
  }

  /// An archive of one entry named `p` around compressed data.
  private static func archive(
    of data: ArraySlice<UInt8>, _ entry: Container.Entry
  ) -> [UInt8] {
    let record = EntryRecord(
      name: [UInt8(ascii: "p")], method: entry.method, checksum: entry.checksum,
      compressedSize: entry.compressedSize, size: entry.size)
    var archive = record.localHeader
    archive += data
    let directoryStart = archive.count
    archive += record.directoryRecord(localOffset: 0)
    archive += EntryRecord.end(
      entryCount: 1, directory: directoryStart..<archive.count)
    return archive
  }

  /// Whether the entry filled the room exactly; libzip compares the checksum at its end.
  private static func readOnlyEntry(
    of archive: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Bool {
    guard
      let source = unsafe zip_source_buffer_create(
        archive.baseAddress, zip_uint64_t(archive.count), 0, nil)
    else { return false }
    guard let zip = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      return false
    }
    defer { unsafe zip_discard(zip) }
    guard let file = unsafe zip_fopen_index(zip, 0, 0) else { return false }
    defer { unsafe zip_fclose(file) }
    var filled = 0
    while filled < room.count {
      let base = unsafe room.baseAddress.map { unsafe $0 + filled }
      let count = unsafe zip_fread(file, base, zip_uint64_t(room.count - filled))
      guard count > 0 else { return false }
      filled += Int(count)
    }
    // One more read must find the end: a longer stream would lie about its size.
    var extra: UInt8 = 0
    return unsafe zip_fread(file, &extra, 1) == 0
  }

  /// Deflated data with its checksum.
  static func deflated(_ contents: [UInt8]) throws(GraftError) -> (data: [UInt8], checksum: Int) {
    let packed = unsafe contents.withUnsafeBytes { unsafe archive(deflating: $0) }
    guard let archive = packed, let entry = try Container(archive).entries.first, entry.method == 8
    else {
      throw .container(.damagedEntry("new part"))
    }
    let data = archive[entry.dataOffset..<entry.dataOffset + entry.compressedSize]
    return (Array(data), entry.checksum)
  }

  /// The bytes of an archive whose only entry is deflated from `contents`.
  private static func archive(deflating contents: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    unsafe zip_source_keep(target)
    defer { unsafe zip_source_free(target) }
    guard let zip = unsafe zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
      unsafe zip_source_free(target)
      return nil
    }
    guard
      let source = unsafe zip_source_buffer(
        zip, contents.baseAddress, zip_uint64_t(contents.count), 0)
    else {
      unsafe zip_discard(zip)
      return nil
    }
    let index = unsafe zip_file_add(zip, "p", source, 0)
    guard index >= 0,
      unsafe zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0,
      unsafe zip_close(zip) == 0
    else {
      unsafe zip_discard(zip)
      return nil
    }
    return unsafe bytes(of: target)
  }

  private static func bytes(of source: OpaquePointer) -> [UInt8]? {
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else {
      return nil
    }
    defer { unsafe zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(unsafe status.size))
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
    }
    return Int(count) == bytes.count ? bytes : nil
  }
}
