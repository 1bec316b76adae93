import CZlib

/// Deflated blocks that end at a wanted bit of a byte, so that blocks which lie in a file at that
/// bit can follow without being moved.
///
/// - Source: RFC 1951 §3.2.3 and §3.2.6: an empty block of fixed codes takes ten bits.
struct AlignedBlocks {
  /// All whole bytes.
  private var bytes: [UInt8]
  /// The bits of the last byte, the lowest of it.
  private let lastByte: UInt8
  private let lastBits: Int

  /// How much of the end is deflated in two blocks, to come to an even or an odd number of bits.
  private static let tail = 1 << 12

  /// Nil where that bit cannot be reached.
  init?(of contents: [UInt8], lastBits: Int) {
    guard let stream = BlockStream() else { return nil }
    let seam = max(0, contents.count - Self.tail)
    guard stream.append(contents[..<seam]) else { return nil }
    // Empty blocks move the end by two bits; where it is odd, another seam of blocks may not be.
    for split in stride(from: seam, to: contents.count, by: 61) {
      guard let one = stream.copy(), one.append(contents[seam..<split]),
        one.append(contents[split...]), let end = one.end()
      else { return nil }
      guard (end.bits - lastBits) % 2 == 0 else { continue }
      self.init(one.bytes, end, lastBits)
      return
    }
    return nil
  }

  private init(_ bytes: [UInt8], _ end: (last: UInt8, bits: Int), _ lastBits: Int) {
    self.bytes = bytes
    self.lastBits = lastBits
    var bits = UInt64(end.last)
    var count = end.bits
    while count % 8 != lastBits {
      bits |= 0b010 << UInt64(count)
      count += 10
    }
    while count >= 8 {
      self.bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
    lastByte = UInt8(bits)
  }

  /// Whole bytes: the highest bits of the last one are those of another byte.
  func joined(to byte: UInt8) -> [UInt8] {
    guard lastBits > 0 else { return bytes }
    return bytes + [lastByte | byte & (0xFF &<< UInt8(lastBits))]
  }
}

/// A deflating stream that goes on after every block.
@safe
private final class BlockStream {
  private(set) var bytes: [UInt8] = []
  private var stream = unsafe z_stream()

  init?() {
    guard
      unsafe deflateInit2_(
        &stream, 1, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
  }

  private init?(of other: BlockStream) {
    bytes = other.bytes
    guard unsafe deflateCopy(&stream, &other.stream) == Z_OK else { return nil }
  }

  deinit { unsafe deflateEnd(&stream) }

  func copy() -> BlockStream? { BlockStream(of: self) }

  /// Deflates into blocks; up to seven bits wait for those that follow.
  func append(_ contents: ArraySlice<UInt8>) -> Bool {
    contents.isEmpty || deflated(contents, flush: Z_BLOCK).map { bytes += $0 } != nil
  }

  /// The bits that still wait, in the lowest of a byte.
  func end() -> (last: UInt8, bits: Int)? {
    var bits: Int32 = 0
    guard unsafe deflatePending(&stream, nil, &bits) == Z_OK else { return nil }
    guard bits > 0 else { return (0, 0) }
    // They come out with an empty block, of which the rest is not wanted.
    guard let flushed = deflated([], flush: Z_SYNC_FLUSH)?.first else { return nil }
    return (flushed & (1 << UInt8(bits) - 1), Int(bits))
  }

  private func deflated(_ contents: ArraySlice<UInt8>, flush: Int32) -> [UInt8]? {
    // The bound is for a whole stream; a flush adds an empty block.
    let room = Int(unsafe deflateBound(&stream, uLong(contents.count))) + 16
    var isDone = false
    let data = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe contents.withUnsafeBytes { input in
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
        unsafe stream.avail_in = uInt(input.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = uInt(buffer.count)
        isDone = unsafe deflate(&stream, flush) == Z_OK && stream.avail_in == 0
      }
      count = buffer.count - Int(unsafe stream.avail_out)
    }
    return isDone ? data : nil
  }
}
