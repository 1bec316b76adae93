/// Whole numbers in the order in which ZIP and Microsoft's containers store them.
///
/// Each returns nil when the bytes end before the number does.
extension [UInt8] {
  func littleEndian16(at place: Int) -> Int? { littleEndian(at: place, count: 2).map { Int($0) } }

  func littleEndian32(at place: Int) -> Int? { littleEndian(at: place, count: 4).map { Int($0) } }

  func littleEndian64(at place: Int) -> UInt64? { littleEndian(at: place, count: 8) }

  private func littleEndian(at place: Int, count length: Int) -> UInt64? {
    guard place >= 0, place <= count - length else { return nil }
    var number: UInt64 = 0
    for byte in self[place..<place + length].reversed() { number = number << 8 | UInt64(byte) }
    return number
  }

  /// Whether these bytes stand at a place.
  func has(_ pattern: [UInt8], at place: Int) -> Bool {
    place >= 0 && place + pattern.count <= count
      && self[place..<place + pattern.count].elementsEqual(pattern)
  }
}
