import CZip

/// An archive in memory, open in libzip; it inflates entries piece by piece.
///
/// Every C call on the archive is in this file. The bytes must outlive the archive.
@safe
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer

  /// Opens an archive whose directory was checked before.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    var error = unsafe zip_error_t()
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else { throw .damagedDirectory(reason: "it cannot be opened") }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw .damagedDirectory(reason: "it cannot be opened")
    }
    unsafe handle = archive
  }

  deinit { unsafe zip_discard(handle) }

  /// Hands the inflated bytes of an entry to `body`, piece by piece.
  ///
  /// `room` gives the place for the next piece. The bytes are counted here: what the directory
  /// declares is compared with what comes, and never used to make room.
  func inflate(
    _ entry: ZipEntry, at index: Int, budget: inout ReadingBudget,
    room: () throws(SpreadsheetError) -> UnsafeMutableRawBufferPointer,
    body: (UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try budget.begin(entry)
    guard let file = unsafe zip_fopen_index(handle, zip_uint64_t(index), 0) else {
      throw .badCompression(part: entry.name)
    }
    defer { unsafe zip_fclose(file) }
    var total: UInt64 = 0
    while true {
      let space = unsafe try room()
      let count = unsafe zip_fread(file, space.baseAddress, zip_uint64_t(space.count))
      if count < 0 { throw unsafe Self.failure(file, of: entry, found: total) }
      if count == 0 { break }
      total += UInt64(count)
      guard total <= entry.size else {
        throw .sizeMismatch(part: entry.name, declared: entry.size, found: total)
      }
      try budget.spend(Int(count))
      unsafe try body(UnsafeMutableRawBufferPointer(rebasing: space[..<Int(count)]))
    }
    guard total == entry.size else {
      throw .sizeMismatch(part: entry.name, declared: entry.size, found: total)
    }
  }

  private static func failure(
    _ file: OpaquePointer, of entry: ZipEntry, found: UInt64
  ) -> SpreadsheetError {
    let error = unsafe zip_file_get_error(file)
    let code = unsafe error.map { unsafe zip_error_code_zip($0) } ?? 0
    return code == ZIP_ER_CRC
      ? .badChecksum(part: entry.name) : .badCompression(part: entry.name)
  }
}
