import Analysis
import Statistics
import StudyModel

/// How many pupils out of a few scored above the average comparison pupil.
///
/// Pictures of people, and sentences with small whole numbers, are what readers without statistics
/// understand best. With 15 pupils or more in each arm the share is Φ(g) out of ten, which assumes
/// roughly normal marks; below that, the pupils themselves are counted.
struct Frequency: Sendable, Hashable {
  var count: Int
  var total: Int
  /// The same for both ends of the interval, where the share is estimated.
  var range: ClosedRange<Int>?

  /// Nil where there is no effect to show.
  init?(of outcome: OutcomeAnalysis) {
    guard let effect = outcome.shownEffect else { return nil }
    let fewest = outcome.flow.analysed.values.min() ?? 0
    if fewest >= 15 {
      total = 10
      count = Self.inTen(effect.g)
      range = Self.inTen(effect.interval.low)...Self.inTen(effect.interval.high)
      return
    }
    guard let average = outcome.descriptives[.comparison]?.after.mean else { return nil }
    let after = outcome.pupils.filter { $0.arm == .intervention }.map(\.after)
    guard !after.isEmpty else { return nil }
    total = after.count
    count = after.filter { $0 > average }.count
  }

  func sentence(subjects: SentenceSubjects) -> String {
    let pupils = subjects.pupils.midSentence
    guard let range else {
      return "\(count) of your \(total) \(pupils) scored above the average comparison pupil "
        + "after the programme."
    }
    let spread =
      range.lowerBound == range.upperBound
      ? "" : "; it could be anywhere from \(range.lowerBound) to \(range.upperBound)"
    return "About \(count) in 10 \(pupils) scored above the average comparison pupil (5 in 10 "
      + "would be no difference\(spread))."
  }

  /// Φ(g), out of ten.
  private static func inTen(_ g: Double) -> Int {
    Int((10 * Normal.cumulative(g)).rounded())
  }
}
