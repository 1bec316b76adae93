import CZlib

/// Deflates entries as libzip would: the same bytes, without an archive around each.
enum Deflate {
  /// Deflated data with its checksum.
  static func deflated(_ contents: [UInt8]) throws(GraftError) -> (data: [UInt8], checksum: Int) {
    // A large part is that of a sheet in which one attribute changed: a school waits for it.
    let level: Int32 = contents.count > 1 << 20 ? 1 : 6
    return (try deflated(contents, level: level), checksum(contents[...]))
  }

  /// CRC-32, as an archive keeps it of what it holds.
  static func checksum(_ contents: ArraySlice<UInt8>) -> Int {
    Int(
      unsafe contents.withUnsafeBytes { bytes in
        unsafe crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: Bytef.self), bytes.count)
      })
  }

  private static func deflated(
    _ contents: [UInt8], level: Int32
  ) throws(GraftError) -> [UInt8] {
    var stream = unsafe z_stream()
    // Raw, with the largest window and the most memory.
    guard contents.count < Int(UInt32.max),
      unsafe deflateInit2_(
        &stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .full("memory") }
    defer { unsafe deflateEnd(&stream) }
    let room = Int(unsafe deflateBound(&stream, uLong(contents.count)))
    var code = Z_MEM_ERROR
    let data = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe contents.withUnsafeBytes { input in
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
        unsafe stream.avail_in = uInt(input.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = uInt(buffer.count)
        code = unsafe deflate(&stream, Z_FINISH)
      }
      count = buffer.count - Int(unsafe stream.avail_out)
    }
    guard code == Z_STREAM_END, unsafe stream.avail_in == 0 else { throw .full("memory") }
    return data
  }
}
