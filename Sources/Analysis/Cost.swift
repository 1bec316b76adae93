import Statistics
import StudyModel
import Validation

/// What the programme cost, for each pupil who was given it and for each month of progress.
package struct CostFindings: Sendable, Hashable {
  /// Money spent for each pupil of the intervention arm, in the school's own currency.
  package var perPupil: Double
  /// The published band; nil in a country whose currency the bands are not in.
  package var band: CostBand?
  /// For one pupil to make one month more progress; nil without more progress.
  package var perMonth: Double?
  /// What it would be at both ends of the interval of the effect.
  ///
  /// The upper end is nil where the effect may be none, so that no sum would buy a month.
  package var perMonthFrom: Double?
  package var perMonthTo: Double?
}

/// A band of what a programme costs for each pupil and year.
package struct CostBand: Sendable, Hashable {
  /// `very low`, `low`, `moderate`, `high`, `very high`.
  package var name: String
  /// The table that it is from.
  package var table: String
}

/// The bands of one published table, in pounds for each pupil and year.
private struct CostTable {
  let name: String
  /// The highest cost of every band but the last.
  let limits: [Double]

  static let names = ["very low", "low", "moderate", "high", "very high"]

  /// - Source: Education Endowment Foundation, Toolkit as of April 2026.
  static let newest = CostTable(name: "eef-2026", limits: [80, 200, 600, 1_200])

  func band(_ cost: Double) -> CostBand {
    CostBand(name: Self.names[limits.count { cost > $0 }], table: name)
  }
}

/// The country whose currency the published bands are in.
private let countryOfBands = "GB"

extension OutcomeSample {
  /// From the money that the school says was spent; nil where it does not say.
  ///
  /// Months are those of the table that the report prints, so that a reader can do the sum again; past
  /// the end of the table there is no number of months to pay for.
  func cost(_ effect: EffectEstimate?, data: StudyData) -> CostFindings? {
    let pupils = data.pupils.count { $0.arm == .intervention }
    guard case .number(let spent) = data.answers[WellKnownField.cost], spent >= 0, pupils > 0
    else { return nil }
    let each = spent / Double(pupils)
    var findings = CostFindings(
      perPupil: each,
      band: data.identity.country == countryOfBands ? CostTable.newest.band(each) : nil)
    guard let effect, effect.months.estimate > 0, !MonthsTable.ends(before: effect.g) else {
      return findings
    }
    let months = effect.months
    findings.perMonth = each / Double(months.estimate)
    if !MonthsTable.ends(before: effect.interval.high) {
      findings.perMonthFrom = each / Double(max(months.high, months.estimate))
    }
    findings.perMonthTo = months.low > 0 ? each / Double(months.low) : nil
    return findings
  }
}
