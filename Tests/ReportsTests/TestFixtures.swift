import Analysis
import Cells
import Statistics
import StudyModel

@testable import Reports

/// Example values to make reports of; the same every time.
enum Fixtures {
  static let words = ProgrammeWords(
    intervention: "Tutored", comparison: "Comparison", interventionPupils: "Tutored pupils",
    comparisonPupils: "Comparison pupils", activity: "Tutoring")

  static let reading = Outcome(
    id: "reading", label: "reading", test: "Hub reading test A", maximum: 40)

  static let stamp = ReportStamp(
    toolVersion: "0.1.0", workbook: "7F3A-22K9",
    dataHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    date: "10 July 2026", contact: "hub@example.org")

  static func programme(roles: [Choice] = [], title: String = "Peer tutoring in reading")
    -> Programme
  {
    Programme(
      id: "peer-tutoring-reading", version: "1.0.0", title: title, strategy: "peer-tutoring",
      phase: "primary", area: .efficacy, words: words, designs: [.randomised], roles: roles,
      outcomes: [reading],
      dose: Dose(sessionsPlanned: 30, minutes: 30, weeks: 10, complianceThreshold: 20),
      monthsTable: "eef-2026")
  }

  /// An estimate and half the width of its interval that belong to a verdict.
  static func effectValues(of verdict: Verdict) -> (g: Double, half: Double) {
    switch verdict {
    case .tooLittleData: (0.3, 1.4)
    case .clearPlus: (0.45, 0.3)
    case .clearMinus: (-0.45, 0.3)
    case .tooSmallToMatter: (0.01, 0.035)
    case .plusSizeUnsure: (0.3, 0.28)
    case .minusSizeUnsure: (-0.3, 0.28)
    case .leansPlus: (0.31, 0.43)
    case .leansMinus: (-0.31, 0.43)
    case .unclear: (0.02, 0.4)
    }
  }

  static func effect(g: Double, half: Double) -> EffectEstimate {
    let spread = 6.2
    let interval = Interval(low: g - half, high: g + half)
    return EffectEstimate(
      estimator: "ancova", difference: g * spread,
      differenceInterval: Interval(low: interval.low * spread, high: interval.high * spread),
      pooledStandardDeviation: spread, g: g, standardError: half / 2.01, degreesOfFreedom: 44,
      p: 0.151, interval: interval, level: 0.95,
      months: MonthsOfProgress(
        estimate: months(g), low: months(interval.low), high: months(interval.high),
        table: "eef-2026"),
      minimumDetectableEffect: 0.6, adjustedMeans: [.intervention: 20.6, .comparison: 18.7],
      differenceStandardError: half / 2.01 * spread, clusterInflation: 1,
      clusterDegreesOfFreedom: 44)
  }

  /// Months of the table of 2026.
  static func months(_ g: Double) -> Int {
    let lowest = [0.06, 0.10, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.70, 0.79, 0.88, 0.96]
    let hundredths = (abs(g) * 100).rounded()
    let months = lowest.filter { hundredths >= ($0 * 100).rounded() }.count
    return g < 0 ? -months : months
  }

  /// Pupils whose marks are spread like those of a class.
  static func pupils(_ count: Int, arm: Arm, g: Double, seed: UInt64) -> [PupilPoint] {
    var draws = Draws(state: seed)
    return (0..<count).map { _ in
      let before = 16 + 4.5 * draws.normal()
      let after = 3.6 + before + 3.4 * draws.normal() + (arm == .intervention ? g * 6.2 : 0)
      return PupilPoint(
        arm: arm, before: min(40, max(0, before)).rounded(), after: min(40, max(0, after)).rounded()
      )
    }
  }

  static let certainty = CertaintyJudgement(
    level: .moderate,
    reasons: [
      .init(text: "Pupils were put in their groups by chance.", lowers: false),
      .init(text: "Fewer than 20 in 100 pupils have no second mark.", lowers: false),
      .init(text: "The groups had different marks before.", lowers: true),
    ])
}

/// A small generator of the same numbers everywhere.
struct Draws {
  var state: UInt64

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  /// Nearly normal: the sum of twelve.
  mutating func normal() -> Double {
    (0..<12).map { _ in uniform() }.reduce(0, +) - 6
  }
}
