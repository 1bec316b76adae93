import Analysis

extension Certainty {
  /// `Moderate`.
  var title: String { rawValue.atStart }

  /// What this rung means for whoever reads the result.
  var meaning: String {
    switch self {
    case .high: "The comparison is fair. The range is a good guide to the true figure."
    case .moderate: "The comparison is mostly fair. The true figure is probably in the range."
    case .low: "The groups may differ for other reasons. The true figure may be outside the range."
    case .veryLow: "Read this as a picture of your pupils, not as a measure of the programme."
    }
  }
}
