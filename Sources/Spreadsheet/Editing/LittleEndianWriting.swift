// Numbers of ZIP structures: least significant byte first.

extension [UInt8] {
  mutating func append(number: Int, bytes count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// Bytes beyond the end are left alone.
  mutating func set(number: Int, at offset: Int, bytes count: Int) {
    guard offset >= 0, offset + count <= self.count else { return }
    for place in 0..<count {
      self[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place))
    }
  }
}
