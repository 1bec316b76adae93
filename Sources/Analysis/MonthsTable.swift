/// A published table that turns effect sizes into months of additional progress.
///
/// The tables disagree at the edges, so a report names the one that it used.
package struct MonthsTable: Sendable, Hashable {
  /// The name that programmes and documents use: `eef-2026`.
  package var name: String
  /// The words for a reader: which table, and of when.
  package var title: String
  /// The lowest effect, rounded to two decimals, of 1, 2, 3 … 12 months.
  package var thresholds: [Double]

  /// Months for an effect: −12 to 12; a negative effect mirrors a positive one.
  ///
  /// The effect is rounded to two decimals first, as the tables are printed.
  package func months(for effect: Double) -> Int {
    let hundredths = (abs(effect) * 100).rounded()
    let months = thresholds.filter { hundredths >= ($0 * 100).rounded() }.count
    return effect < 0 ? -months : months
  }

  /// Whether no table knows so large an effect, so that its months are more than they say.
  package static func ends(before effect: Double) -> Bool {
    (abs(effect) * 100).rounded() > largestEffect * 100
  }

  /// Months for an estimate and for both ends of its interval.
  package func months(for estimate: Double, low: Double, high: Double) -> MonthsOfProgress {
    MonthsOfProgress(
      estimate: months(for: estimate), low: months(for: low), high: months(for: high),
      table: name)
  }
}

extension MonthsTable {
  /// Every table that a programme may name.
  ///
  /// - Source: Education Endowment Foundation: Toolkit technical appendix (older copy), Toolkit as
  ///   of April 2026, and the table of its trial reports.
  package static let all: [MonthsTable] = [
    MonthsTable(
      name: "eef-2026", title: "EEF Toolkit table, April 2026", thresholds: [0.06] + from2),
    MonthsTable(
      name: "eef-trials", title: "EEF trial reports table", thresholds: [0.05] + from2),
    MonthsTable(
      name: "eef-toolkit-2018", title: "EEF Toolkit table, 2018", thresholds: [0.02] + from2),
  ]

  /// The table of this name, or the newest where there is none.
  package static func named(_ name: String) -> MonthsTable {
    all.first { $0.name == name } ?? all[0]
  }

  /// The published tables stop here, at twelve months.
  private static let largestEffect = 1.0

  private static let from2 = [
    0.10, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.70, 0.79, 0.88, 0.96,
  ]
}
