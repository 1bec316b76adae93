import CZip

/// Deflates one entry, by way of an archive that holds only that entry.
enum Deflate {
  /// Deflated data with its checksum.
  static func deflated(_ contents: [UInt8]) throws(GraftError) -> (data: [UInt8], checksum: Int) {
    let packed = unsafe contents.withUnsafeBytes { unsafe archive(deflating: $0) }
    guard let archive = packed else { throw .full("memory") }
    let package = try readable { () throws(SpreadsheetError) in try Package(archive) }
    guard let entry = package.entries.first, entry.method == 8 else { throw .full("memory") }
    let data = archive[entry.extent].suffix(Int(entry.packedSize))
    return (Array(data), Int(entry.checksum))
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
    // A large part is that of a sheet in which one attribute changed: a school waits for it.
    let level: zip_uint32_t = contents.count > 1 << 20 ? 1 : 6
    guard index >= 0,
      unsafe zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_DEFLATE, level) == 0,
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
