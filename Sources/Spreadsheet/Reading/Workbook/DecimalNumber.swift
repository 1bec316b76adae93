/// The number that decimal digits stand for, rounded correctly.
///
/// Nearly every number of a workbook has at most 19 digits and a small exponent: those are done
/// with whole numbers alone. The others go to the standard library.
enum DecimalNumber {
  /// Reads `-12.5E3`, with blanks around it; nil for anything else, and beyond the finite numbers.
  @inline(__always)
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    unsafe plain(text) ?? general(text)
  }

  /// Reads `-12.5` of at most 19 digits, as nearly every number is; nil for all else.
  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let start = text.baseAddress, text.count <= 21 else { return nil }
    let end = unsafe start + text.count
    var next = unsafe start
    let isNegative = unsafe next < end && next.pointee == minus
    if isNegative { unsafe next += 1 }
    let first = unsafe next
    var digits: UInt64 = 0
    while unsafe next < end, unsafe next.pointee &- zero < 10 {
      digits = unsafe digits &* 10 &+ UInt64(next.pointee &- zero)
      unsafe next += 1
    }
    var digitCount = unsafe next - first
    var exponent = 0
    if unsafe next < end {
      guard unsafe next.pointee == point else { return nil }
      unsafe next += 1
      let fraction = unsafe next
      while unsafe next < end, unsafe next.pointee &- zero < 10 {
        digits = unsafe digits &* 10 &+ UInt64(next.pointee &- zero)
        unsafe next += 1
      }
      guard unsafe next == end else { return nil }
      exponent = unsafe fraction - next
      digitCount -= exponent
    }
    guard digitCount > 0, digitCount <= 19, let exact = magnitude(digits, exponent: exponent)
    else { return nil }
    return isNegative ? -exact : exact
  }

  private static func general(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var place = 0
    var end = text.count
    while place < end, unsafe isBlank(text[place]) { place += 1 }
    while end > place, unsafe isBlank(text[end - 1]) { end -= 1 }
    let start = place
    var isNegative = false
    if place < end, unsafe text[place] == minus || text[place] == plus {
      isNegative = unsafe text[place] == minus
      place += 1
    }
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    var hasDigits = false
    var isAfterPoint = false
    while place < end {
      let byte = unsafe text[place]
      if byte &- zero < 10 {
        hasDigits = true
        if digits > 0 || byte != zero { digitCount &+= 1 }
        if digitCount <= 19 { digits = digits &* 10 &+ UInt64(byte &- zero) }
        if isAfterPoint { exponent &-= 1 }
      } else if byte == point, !isAfterPoint {
        isAfterPoint = true
      } else {
        break
      }
      place &+= 1
    }
    guard hasDigits else { return nil }
    if place < end {
      guard let power = unsafe self.exponent(text, from: place, to: end) else { return nil }
      exponent += power
    }
    if digitCount <= 19, let exact = magnitude(digits, exponent: exponent) {
      return isNegative ? -exact : exact
    }
    return unsafe slow(UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let point = UInt8(ascii: ".")

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// The number after an `E` that ends the text.
  private static func exponent(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard unsafe text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var place = start + 1
    var isNegative = false
    if place < end, unsafe text[place] == minus || text[place] == plus {
      isNegative = unsafe text[place] == minus
      place += 1
    }
    guard place < end, end - place <= 5 else { return nil }
    var power = 0
    while place < end {
      let digit = unsafe text[place] &- zero
      guard digit < 10 else { return nil }
      power = power * 10 + Int(digit)
      place += 1
    }
    return isNegative ? -power : power
  }

  private static func slow(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    unsafe Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// `digits` times ten to the `exponent`; nil outside what 128 bits can round correctly.
  private static func magnitude(_ digits: UInt64, exponent: Int) -> Double? {
    // Signed numbers become fractions in one instruction.
    if exponent == 0 || digits == 0 {
      return digits <= 1 << 53 ? Double(Int64(digits)) : Double(digits)
    }
    guard exponent >= -19, exponent <= 19 else { return nil }
    let power = powersOfTen[abs(exponent)]
    if exponent > 0 {
      let product = digits.multipliedFullWidth(by: power)
      return rounded(high: product.high, low: product.low, sticky: false, scale: 0)
    }
    // Exactly representable quotients of exactly representable numbers round once.
    if digits <= 1 << 53, exponent >= -22, power <= 1 << 53 {
      return Double(Int64(digits)) / Double(Int64(power))
    }
    let numeratorShift = digits.leadingZeroBitCount
    let divisorShift = power.leadingZeroBitCount
    let numerator = digits << UInt64(numeratorShift)
    let divisor = power << UInt64(divisorShift)
    // Halved, the numerator is below the divisor, as the division of 128 bits by 64 needs.
    let result = divisor.dividingFullWidth((numerator >> 1, numerator << 63))
    return rounded(
      high: 0, low: result.quotient, sticky: result.remainder != 0,
      scale: divisorShift - numeratorShift - 63)
  }

  /// `(high · 2⁶⁴ + low) · 2^scale`, to the nearest even of 53 bits.
  private static func rounded(high: UInt64, low: UInt64, sticky: Bool, scale: Int) -> Double {
    guard high != 0 || sticky || scale != 0 else { return Double(low) }
    let shift = high == 0 ? 0 : 64 - high.leadingZeroBitCount
    var significand = low
    var isInexact = sticky
    if shift > 0 {
      isInexact = isInexact || low << UInt64(64 - shift) != 0
      significand = shift == 64 ? high : high << UInt64(64 - shift) | low >> UInt64(shift)
    }
    // The last of 64 bits stands for all that was cut off: rounding to 53 needs no more.
    if isInexact { significand |= 1 }
    // The power is far within the range of numbers, and multiplying by it is exact.
    return Double(significand) * Double(bitPattern: UInt64(1_023 + shift + scale) << 52)
  }

  private static let powersOfTen: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
