// Numbers of ZIP structures: least significant byte first.

extension [UInt8] {
  /// Nil beyond the end.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= self.count else { return nil }
    var number: UInt64 = 0
    for place in (0..<count).reversed() { number = number << 8 | UInt64(self[offset + place]) }
    return Int(exactly: number)
  }

  mutating func append(number: Int, bytes count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  mutating func set(number: Int, at offset: Int, bytes count: Int) {
    for place in 0..<count {
      self[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place))
    }
  }
}
