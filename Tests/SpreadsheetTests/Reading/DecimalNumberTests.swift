import Testing

@testable import Spreadsheet

/// The fast way of reading numbers agrees with the standard library to the last bit.
struct DecimalNumberTests {
  private func parse(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { unsafe DecimalNumber.parse($0) }
  }

  @Test func agreesWithTheStandardLibraryOnHundredThousandNumbers() {
    var state: UInt64 = 20_260_710
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    for _ in 0..<100_000 {
      let digits = String(next()).prefix(Int(next() % 17) + 1)
      let point = Int(next() % UInt64(digits.count + 1))
      let exponent = next() % 3 == 0 ? "E\(Int(next() % 50) - 25)" : ""
      let sign = next() % 4 == 0 ? "-" : ""
      let text = sign + digits.prefix(point) + "." + digits.dropFirst(point) + "0" + exponent
      #expect(parse(text) == Double(text), "\(text)")
    }
  }

  @Test(arguments: [
    "0", "-0", "1", "007", "9007199254740993", "18446744073709551615", "123456789012345678901",
    "1.7976931348623157E308", "5E-324", "2.2250738585072011e-308", "0.1", "1e22", "1e23",
    "8.5", "4503599627370497.5", "9007199254740992.5", "0.30000000000000004",
  ])
  func agreesOnNumbersThatAreHardToRound(text: String) {
    #expect(parse(text) == Double(text))
  }

  @Test(arguments: [
    "", " ", "-", ".", "e5", "1e", "1e+", "1,5", "0x10", "NaN", "INF", "1e999", "1 2", "1-", "٣",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(parse(text) == nil)
  }
}
