package import Analysis

/// A direction in words; each word of one case has its mirror in the other.
package enum Direction: Sendable, Hashable, CaseIterable {
  case more
  case less

  /// `more`, `less`.
  package var amount: String { self == .more ? "more" : "less" }
  /// `better`, `less well`.
  package var quality: String { self == .more ? "better" : "less well" }
  /// `raised`, `lowered`.
  package var verb: String { self == .more ? "raised" : "lowered" }
  /// `up`, `down`.
  package var way: String { self == .more ? "up" : "down" }

  /// The direction of a difference; nil for none.
  package init?(of difference: Double) {
    guard difference != 0, difference.isFinite else { return nil }
    self = difference > 0 ? .more : .less
  }
}

/// What a result claims, the direction set apart, so that a text and its mirror are one text.
package enum Claim: Sendable, Hashable {
  case tooLittleData
  case clear(Direction)
  case sizeUnsure(Direction)
  case leans(Direction)
  case unclear
  case tooSmallToMatter

  package init(_ verdict: Verdict) {
    switch verdict {
    case .tooLittleData: self = .tooLittleData
    case .clearPlus: self = .clear(.more)
    case .clearMinus: self = .clear(.less)
    case .plusSizeUnsure: self = .sizeUnsure(.more)
    case .minusSizeUnsure: self = .sizeUnsure(.less)
    case .leansPlus: self = .leans(.more)
    case .leansMinus: self = .leans(.less)
    case .unclear: self = .unclear
    case .tooSmallToMatter: self = .tooSmallToMatter
    }
  }
}

extension Certainty {
  /// The reason sentence of a clear difference; weaker for each step down.
  func reasonSentence(activity: String) -> String {
    switch self {
    case .high: "\(activity) is the reason."
    case .moderate: "\(activity) is probably the reason."
    case .low: "\(activity) may be the reason."
    case .veryLow: "We are very unsure whether \(activity.midSentence) is the reason."
    }
  }

  /// The verb sentence of a clear difference: raised, probably raised, may have raised.
  func verbSentence(activity: String, direction: Direction) -> String {
    switch self {
    case .high: "\(activity) \(direction.verb) their progress."
    case .moderate: "\(activity) probably \(direction.verb) their progress."
    case .low: "\(activity) may have \(direction.verb) their progress."
    case .veryLow:
      "We are very unsure whether \(activity.midSentence) \(direction.verb) their progress."
    }
  }

  /// `Tutoring probably made little or no difference`, without its full stop.
  func littleDifference(activity: String) -> String {
    switch self {
    case .high: "\(activity) made little or no difference"
    case .moderate: "\(activity) probably made little or no difference"
    case .low: "\(activity) may have made little or no difference"
    case .veryLow: "We are very unsure whether \(activity.midSentence) made any difference"
    }
  }
}
