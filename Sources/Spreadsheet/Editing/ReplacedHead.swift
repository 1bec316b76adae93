import CZlib

/// An entry of which only the first bytes are others, deflated: the blocks that those reach into
/// are written anew, to end at the same bit of a byte, and all later ones stay as they lie.
///
/// - Source: RFC 1951 §2 and §3.2.3: a block may begin at any bit, and copies from at most 32,768
///   bytes before it.
struct ReplacedHead {
  let head: [UInt8]
  /// The deflated data that are new, up to a whole byte.
  let data: [UInt8]
  /// Where the package has the data that follow.
  let rest: Range<Int>
  let checksum: Int

  /// How many bytes the deflated data of the whole entry take.
  var packedSize: Int { data.count + rest.count }

  private static let window = 1 << 15

  /// Nil where too little would be carried over, or it is not deflated.
  init?(_ head: [UInt8], ofEntry index: Int, in package: Package) throws(GraftError) {
    let entry = package.entries[index]
    guard entry.method == 8, entry.size > 1 << 20 else { return nil }
    let packed = package.bytes[entry.extent].suffix(Int(entry.packedSize))
    // Beyond the window, nothing can copy from what changes.
    guard let cut = BlockCut(in: packed, after: head.count + Self.window),
      head.count + Self.window <= cut.contents.count
    else { return nil }
    let contents = head + cut.contents[head.count...]
    self.head = head
    // Where the new blocks cannot be made to end at that bit, all is deflated anew.
    guard let leading = AlignedBlocks(of: contents, lastBits: (8 - cut.bitsLeft) % 8)
    else { return nil }
    rest = packed.startIndex + cut.byteCount..<packed.endIndex
    data = leading.joined(to: packed[rest.lowerBound - 1])
    // A checksum is linear: the difference of the beginnings, moved by the length of the rest.
    let difference = Deflate.checksum(cut.contents[...]) ^ Deflate.checksum(contents[...])
    let length = Int(entry.size) - contents.count
    checksum = Int(entry.checksum) ^ Int(crc32_combine(uLong(difference), 0, numericCast(length)))
  }
}

/// A place between two blocks of deflated data.
private struct BlockCut {
  /// What the blocks before it hold.
  private(set) var contents: [UInt8] = []
  /// How many bytes they take, the last of them perhaps not all.
  private(set) var byteCount = 0
  /// How many bits of that byte, its highest, belong to what follows.
  private(set) var bitsLeft = 0

  /// The first place between blocks with at least `count` inflated bytes before it; nil where the
  /// data end before, or cannot be inflated.
  init?(in packed: ArraySlice<UInt8>, after count: Int) {
    var stream = unsafe z_stream()
    guard packed.count < Int(UInt32.max),
      unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    let isFound = unsafe packed.withUnsafeBytes { input in
      unsafe stream.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
      unsafe stream.avail_in = uInt(input.count)
      // One block holds no more than some hundred thousand bytes, whoever made it.
      while contents.count < count + 1 << 24 {
        let (code, written) = unsafe room.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = uInt(output.count)
          let code = unsafe inflate(&stream, Z_BLOCK)
          return (code, output.count - Int(unsafe stream.avail_out))
        }
        contents += room[..<written]
        guard code == Z_OK else { return false }
        // Bit 7: between blocks; bit 6: in the last one; below: bits not used of the last byte.
        let state = unsafe stream.data_type
        if state & 128 != 0, state & 64 == 0, contents.count >= count {
          bitsLeft = Int(state & 7)
          byteCount = input.count - Int(unsafe stream.avail_in)
          return true
        }
      }
      return false
    }
    guard isFound else { return nil }
  }
}
