import Statistics
import Testing

@testable import Reports

@Suite struct NumberStyleTests {
  @Test func signsAreTrueAndZeroHasNone() {
    #expect(NumberStyle.signed(0.31, digits: 2) == "+0.31")
    #expect(NumberStyle.signed(-0.124, digits: 2) == "\u{2212}0.12")
    #expect(NumberStyle.signed(-0.0004, digits: 2) == "0.00")
    #expect(NumberStyle.signed(0.0004, digits: 2) == "0.00")
    #expect(NumberStyle.decimal(-3, digits: 0) == "\u{2212}3")
  }

  @Test func rangesNameBothEnds() {
    #expect(
      NumberStyle.range(Interval(low: -0.12, high: 0.74), digits: 2)
        == "\u{2212}0.12 to +0.74")
  }

  @Test func countsHaveThousands() {
    #expect(NumberStyle.count(999) == "999")
    #expect(NumberStyle.count(2890) == "2,890")
    #expect(NumberStyle.count(1_234_567) == "1,234,567")
    #expect(NumberStyle.count(1, "pupil", "pupils") == "1 pupil")
  }

  @Test func shortestHasNoNeedlessDecimals() {
    #expect(NumberStyle.shortest(40) == "40")
    #expect(NumberStyle.shortest(12.5) == "12.5")
    #expect(NumberStyle.shortest(1 / 3) == "0.33")
  }

  @Test func probabilitiesAreNeverZero() {
    #expect(NumberStyle.probability(0.00001) == "below 0.001")
    #expect(NumberStyle.probability(0.15149) == "0.151")
  }

  @Test func whatIsNoNumberIsSaidInWords() {
    #expect(NumberStyle.decimal(.nan, digits: 2) == "not known")
    #expect(NumberStyle.signed(.infinity, digits: 2) == "not known")
  }
}
