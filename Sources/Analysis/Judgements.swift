package import StudyModel

/// How many pupils were lost, and whether it differs between the arms.
package struct Attrition: Sendable, Hashable {
  /// The share of all pupils without an outcome, 0 to 1.
  package var overall: Double
  /// The difference between the arms' shares, 0 to 1.
  package var differential: Double
  package var category: Category

  /// The verdict of the published boundary (What Works Clearinghouse 5.0).
  package enum Category: String, Sendable, Hashable, Codable {
    case low
    case lowIfOptimistic = "low if optimistic"
    case high
  }

  package init(overall: Double, differential: Double, category: Category) {
    self.overall = overall
    self.differential = differential
    self.category = category
  }
}

/// How alike the arms were before.
package struct BaselineBalance: Sendable, Hashable {
  /// The standardised difference of the before-marks; positive when the intervention is ahead.
  package var g: Double
  package var category: Category

  /// The verdict of the published thresholds, 0.05 and 0.25 (What Works Clearinghouse 5.0).
  package enum Category: String, Sendable, Hashable, Codable {
    case satisfied
    case adjust
    case notSatisfied = "not satisfied"
  }

  package init(g: Double, category: Category) {
    self.g = g
    self.category = category
  }
}

/// How sure we are, and why.
package struct CertaintyJudgement: Sendable, Hashable {
  package var level: Certainty
  /// What was looked at, in order; each says whether it lowers the certainty.
  package var reasons: [Reason]

  /// One thing that was looked at.
  package struct Reason: Sendable, Hashable {
    /// A whole sentence.
    package var text: String
    package var lowers: Bool

    package init(text: String, lowers: Bool) {
      self.text = text
      self.lowers = lowers
    }
  }

  package init(level: Certainty, reasons: [Reason]) {
    self.level = level
    self.reasons = reasons
  }
}

/// The ladder of certainty.
package enum Certainty: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case veryLow = "very low"
  case low
  case moderate
  case high

  package static func < (one: Self, other: Self) -> Bool { one.rung < other.rung }

  /// This many rungs further down, and never below the lowest.
  package func lowered(by steps: Int) -> Self { Self.allCases[max(0, rung - steps)] }

  private var rung: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What the estimate and its interval allow one to say: the cases of the wording engine.
///
/// - Source: the rules are tried in this order; δ is the smallest effect that matters.
package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  case tooLittleData
  case clearPlus
  case clearMinus
  case tooSmallToMatter
  case plusSizeUnsure
  case minusSizeUnsure
  case leansPlus
  case leansMinus
  case unclear
}

/// Months of additional progress, for the estimate and for both ends of its interval.
package struct MonthsOfProgress: Sendable, Hashable, Codable {
  package var estimate: Int
  package var low: Int
  package var high: Int
  /// The name and version of the table that was used.
  package var table: String

  package init(estimate: Int, low: Int, high: Int, table: String) {
    self.estimate = estimate
    self.low = low
    self.high = high
    self.table = table
  }
}

/// What is left of the pupils of one arm and block once no pupil is left: enough to fit every
/// two-arm model again, exactly.
package struct SufficientStatistics: Sendable, Hashable, Codable {
  package var arm: Arm
  /// The block of the allocation, or an empty text.
  package var block: String
  package var count: Int
  package var sumBefore: Double
  package var sumAfter: Double
  package var sumBeforeSquared: Double
  package var sumAfterSquared: Double
  package var sumBeforeAfter: Double

  package init(
    arm: Arm, block: String, count: Int, sumBefore: Double, sumAfter: Double,
    sumBeforeSquared: Double, sumAfterSquared: Double, sumBeforeAfter: Double
  ) {
    self.arm = arm
    self.block = block
    self.count = count
    self.sumBefore = sumBefore
    self.sumAfter = sumAfter
    self.sumBeforeSquared = sumBeforeSquared
    self.sumAfterSquared = sumAfterSquared
    self.sumBeforeAfter = sumBeforeAfter
  }
}
