import CZlib

/// Deflates entries as libzip would: the same bytes, without an archive around each.
enum Deflate {
  /// Deflated data with its checksum.
  static func deflated(_ contents: [UInt8]) throws(GraftError) -> (data: [UInt8], checksum: Int) {
    // A large part is that of a sheet in which one attribute changed: a school waits for it.
    let level: Int32 = contents.count > 1 << 20 ? 1 : 6
    return (try deflated(contents, level: level, flush: Z_FINISH), checksum(contents[...]))
  }

  /// Deflated data that others can follow: it ends with a whole byte and not the stream.
  static func opened(_ contents: [UInt8]) throws(GraftError) -> [UInt8] {
    try deflated(contents, level: 1, flush: Z_SYNC_FLUSH)
  }

  /// CRC-32, as an archive keeps it of what it holds.
  static func checksum(_ contents: ArraySlice<UInt8>) -> Int {
    Int(
      unsafe contents.withUnsafeBytes { bytes in
        unsafe crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: Bytef.self), bytes.count)
      })
  }

  private static func deflated(
    _ contents: [UInt8], level: Int32, flush: Int32
  ) throws(GraftError) -> [UInt8] {
    var stream = unsafe z_stream()
    // Raw, with the largest window and the most memory.
    guard contents.count < Int(UInt32.max),
      unsafe deflateInit2_(
        &stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .full("memory") }
    defer { unsafe deflateEnd(&stream) }
    // The bound is for a whole stream; a flush adds an empty block.
    let room = Int(unsafe deflateBound(&stream, uLong(contents.count))) + 16
    let isDone = { (code: Int32) in code == (flush == Z_FINISH ? Z_STREAM_END : Z_OK) }
    var code = Z_MEM_ERROR
    let data = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe contents.withUnsafeBytes { input in
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
        unsafe stream.avail_in = uInt(input.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = uInt(buffer.count)
        code = unsafe deflate(&stream, flush)
      }
      count = buffer.count - Int(unsafe stream.avail_out)
    }
    guard isDone(code), unsafe stream.avail_in == 0 else { throw .full("memory") }
    return data
  }
}
