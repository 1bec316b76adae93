/// The headers of an entry that is written anew: plain, with no date and no extra field.
struct EntryRecord {
  let name: [UInt8]
  let method: Int
  let checksum: Int
  let compressedSize: Int
  let size: Int

  // 1 January 1980, the first day that a ZIP file can name, as Excel writes it.
  private static let date = 0x0021

  var localHeader: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: 0x0403_4B50, bytes: 4)
    appendCommonFields(to: &bytes)
    bytes += name
    return bytes
  }

  func directoryRecord(localOffset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: 0x0201_4B50, bytes: 4)
    bytes.append(number: 20, bytes: 2)
    appendCommonFields(to: &bytes)
    // Comment, disk, attributes.
    bytes.append(number: 0, bytes: 10)
    bytes.append(number: localOffset, bytes: 4)
    bytes += name
    return bytes
  }

  static func end(entryCount: Int, directory: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: 0x0605_4B50, bytes: 4)
    bytes.append(number: 0, bytes: 4)
    bytes.append(number: entryCount, bytes: 2)
    bytes.append(number: entryCount, bytes: 2)
    bytes.append(number: directory.count, bytes: 4)
    bytes.append(number: directory.lowerBound, bytes: 4)
    bytes.append(number: 0, bytes: 2)
    return bytes
  }

  private func appendCommonFields(to bytes: inout [UInt8]) {
    bytes.append(number: 20, bytes: 2)
    // Names beyond ASCII are UTF-8 and say so.
    bytes.append(number: name.allSatisfy { $0 < 0x80 } ? 0 : 0x0800, bytes: 2)
    bytes.append(number: method, bytes: 2)
    bytes.append(number: 0, bytes: 2)
    bytes.append(number: Self.date, bytes: 2)
    bytes.append(number: checksum, bytes: 4)
    bytes.append(number: compressedSize, bytes: 4)
    bytes.append(number: size, bytes: 4)
    bytes.append(number: name.count, bytes: 2)
    bytes.append(number: 0, bytes: 2)
  }
}
