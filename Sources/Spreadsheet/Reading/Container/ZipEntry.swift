/// One entry of a package, as its central directory describes it.
package struct ZipEntry: Hashable, Sendable {
  /// Exactly as stored; backslashes, case and all.
  package let nameBytes: [UInt8]
  package let flags: Int
  /// 0 stored, 8 deflated.
  package let method: Int
  package let checksum: UInt32
  package let packedSize: UInt64
  package let size: UInt64
  /// Where the local header of the entry begins.
  package let headerOffset: Int
  /// The bytes of its record in the central directory.
  package let directoryRecord: Range<Int>
  /// The local header and the packed bytes, without any data descriptor; set by the checks.
  package internal(set) var extent: Range<Int>

  /// The name as text.
  package var name: String { String(decoding: nameBytes, as: UTF8.self) }

  /// Whether the entry stands for a folder.
  package var isFolder: Bool {
    nameBytes.last == UInt8(ascii: "/") || nameBytes.last == UInt8(ascii: "\\")
  }
}
