import CZip

extension Container {
  /// The first bytes of a part, or all of them where it is shorter; its end is not read.
  ///
  /// What a sheet says about its views comes before its cells, which may be many.
  func head(of part: String, count: Int = 1 << 16) throws(GraftError) -> [UInt8] {
    guard let index = index(of: part) else { throw .missingPart(part) }
    let head = unsafe package.bytes.withUnsafeBytes { bytes in
      unsafe Self.head(
        ofEntry: index, in: UnsafeRawBufferPointer(rebasing: bytes[..<package.archiveEnd]), count)
    }
    guard let head else { throw .unreadable(.badCompression(part: part)) }
    return head
  }

  private static func head(
    ofEntry index: Int, in archive: UnsafeRawBufferPointer, _ count: Int
  ) -> [UInt8]? {
    guard
      let source = unsafe zip_source_buffer_create(
        archive.baseAddress, zip_uint64_t(archive.count), 0, nil)
    else { return nil }
    guard let zip = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      return nil
    }
    defer { unsafe zip_discard(zip) }
    guard let file = unsafe zip_fopen_index(zip, zip_uint64_t(index), 0) else { return nil }
    defer { unsafe zip_fclose(file) }
    var head = [UInt8](repeating: 0, count: count)
    let read = unsafe head.withUnsafeMutableBytes {
      unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
    }
    guard read >= 0 else { return nil }
    head.removeLast(count - Int(read))
    return head
  }
}
