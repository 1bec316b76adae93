/// Whole numbers in the order in which ZIP and Microsoft's containers store them.
///
/// Each returns nil when the bytes end before the number does.
extension [UInt8] {
  func littleEndian16(at place: Int) -> Int? {
    guard place >= 0, place <= count - 2 else { return nil }
    return Int(self[place]) | Int(self[place + 1]) << 8
  }

  func littleEndian32(at place: Int) -> Int? {
    guard let low = littleEndian16(at: place), let high = littleEndian16(at: place + 2) else {
      return nil
    }
    return low | high << 16
  }

  func littleEndian64(at place: Int) -> UInt64? {
    guard let low = littleEndian32(at: place), let high = littleEndian32(at: place + 4) else {
      return nil
    }
    return UInt64(low) | UInt64(high) << 32
  }

  /// Whether these bytes stand at a place.
  func has(_ pattern: [UInt8], at place: Int) -> Bool {
    guard place >= 0, place <= count - pattern.count else { return false }
    for offset in pattern.indices where self[place + offset] != pattern[offset] { return false }
    return true
  }
}
