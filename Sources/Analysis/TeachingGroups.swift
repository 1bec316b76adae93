import Statistics
import StudyModel
import Validation

/// How alike pupils of one teaching group are.
package struct GroupCorrelation: Sendable, Hashable {
  package var groups: Int
  /// Of the after-marks at the same before-mark, from these pupils; nil where it cannot be told.
  package var estimated: Double?
  /// What the estimate was corrected with.
  package var used: Double
  /// Whether that is the estimated one.
  package var isEstimated: Bool { estimated == used }
}

/// With fewer groups the correlation is a guess, and the published assumption a better one.
private let fewestGroups = 8

extension OutcomeSample {
  private var taught: [Pupil] {
    complete.filter { $0.arm == .intervention && $0.teachingGroup != nil }
  }

  /// The mean size of the teaching groups of the complete pupils; four where nobody said.
  var meanGroupSize: Double {
    let names = Set(taught.compactMap(\.teachingGroup))
    return names.isEmpty ? 4 : Double(taught.count) / Double(names.count)
  }

  /// Estimated from what the before-marks leave, because groups are often made of pupils with
  /// like marks; assumed with few groups.
  func groupCorrelation(_ settings: AnalysisSettings) -> GroupCorrelation {
    let names = taught.compactMap(\.teachingGroup)
    let sorted = Set(names).sorted()
    var findings = GroupCorrelation(
      groups: sorted.count, estimated: nil, used: settings.assumedGroupCorrelation)
    let marks = columns(of: taught)
    guard
      let fit = try? leastSquares(
        columns: [[Double](repeating: 1, count: marks.after.count), marks.before],
        outcome: marks.after), !fit.residuals.isEmpty,
      let correlation = try? intraclassCorrelation(
        values: fit.residuals, groups: names.compactMap { sorted.firstIndex(of: $0) })
    else { return findings }
    findings.estimated = min(max(correlation.estimate, 0), 1)
    if sorted.count >= fewestGroups { findings.used = findings.estimated ?? findings.used }
    return findings
  }
}
