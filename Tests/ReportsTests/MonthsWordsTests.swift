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
    let both = MonthsWords(
      months: MonthsOfProgress(estimate: -12, low: -12, high: -12, table: "eef-2026"),
      estimate: -1.6, interval: Interval(low: -2.1, high: -1.1))
    #expect(both.estimate == "more than 12 months less progress")
    #expect(both.range == "more than 12 months less")
  }

  /// Twelve months to twelve would look like certainty.
  @Test(arguments: [
    (1.6, 0.5, "over +12", "over +12"), (-1.6, 0.5, "under \u{2212}12", "under \u{2212}12"),
    (0.9, 0.4, "+11", "+6 to over +12"),
  ])
  func tablesSayWhereTheTableOfMonthsEnds(
    g: Double, half: Double, estimate: String, range: String
  ) throws {
    let outcome = Fixtures.outcome(g < 0 ? .clearMinus : .clearPlus, g: g, half: half)
    let figures = MonthsFigures(of: try #require(outcome.effect))
    #expect(figures.estimate.text == estimate)
    #expect(figures.range == range)
    let row = try #require(resultMeasures(outcome).first { $0.name.hasPrefix("Months") })
    #expect(row.value == estimate && row.range == range)
    let cells = sheetMeasures(outcome, words: Fixtures.words)[0].cells
    #expect(cells.contains { $0.value == .text(figures.high.text) })
  }
}
