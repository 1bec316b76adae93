import Analysis
import Statistics
import Testing

@testable import Reports

@Suite struct MonthsWordsTests {
  private func words(_ estimate: Int, _ low: Int, _ high: Int, g: Double = 0.3) -> MonthsWords {
    MonthsWords(
      months: MonthsOfProgress(estimate: estimate, low: low, high: high, table: "eef-2026"),
      estimate: g, interval: Interval(low: -0.5, high: 0.5))
  }

  @Test func saysMoreAndLessWithoutAMinusSign() {
    #expect(words(4, -2, 9).estimate == "about 4 months more progress")
    #expect(words(4, -2, 9).range == "anywhere from 2 months less to 9 months more")
    #expect(words(1, 1, 3).estimate == "about 1 month more progress")
  }

  @Test func sharesTheWordWhereBothEndsAgree() {
    #expect(words(5, 2, 9).range == "anywhere from 2 to 9 months more")
    #expect(words(-5, -9, -2, g: -0.4).range == "anywhere from 2 to 9 months less")
    #expect(words(2, 2, 2).range == "around 2 months more")
  }

  @Test func nothingIsNoDifference() {
    #expect(words(2, 0, 4).range == "anywhere from no difference to 4 months more")
    #expect(words(0, -1, 1).estimate == "about the same progress")
    #expect(words(0, 0, 0).range == "less than one month either way")
  }

  @Test func beyondTheTableNoNumberOfMonthsIsGiven() {
    let words = MonthsWords(
      months: MonthsOfProgress(estimate: 9, low: 3, high: 12, table: "eef-2026"), estimate: 0.75,
      interval: Interval(low: 0.2, high: 1.3))
    #expect(words.range == "anywhere from 3 to over 12 months more")
  }
}
