package import Statistics
package import StudyModel
import Validation

/// How much of the programme pupils got, and the effect on those who took part because of it.
package struct DoseFindings: Sendable, Hashable {
  /// The fewest sessions that count as having taken part, set before any data.
  package var threshold: Int
  package var planned: Int
  /// The mean number of sessions of the intervention arm; nil where none was recorded.
  package var meanSessions: Double?
  /// How many of the pupils in the estimate took part, by arm.
  package var tookPart: [Arm: Int]
  package var pupils: [Arm: Int]
  package var result: CompliersResult

  /// The share of the intervention arm that took part, 0 to 1; nil for an empty arm.
  package var compliance: Double? {
    guard let all = pupils[.intervention], all > 0 else { return nil }
    return Double(tookPart[.intervention] ?? 0) / Double(all)
  }
}

/// The effect on compliers, or why there is none.
package enum CompliersResult: Sendable, Hashable {
  case estimated(CompliersEffect)
  case notEstimated(reason: String)
}

extension OutcomeSample {
  /// Nil where nobody recorded a session, or there is nobody to compare with.
  func dose(
    _ plan: AnalysisPlan, data: StudyData, _ settings: AnalysisSettings
  ) -> DoseFindings? {
    let pupils = analysed(plan)
    guard plan.model != .gain, pupils.contains(where: { $0.sessions != nil }) else { return nil }
    let threshold = data.programme.dose.complianceThreshold
    let tookPart = pupils.map { ($0.sessions ?? 0) >= Double(threshold) }
    var counts: [Arm: Int] = [:]
    var totals: [Arm: Int] = [:]
    for (pupil, took) in zip(pupils, tookPart) {
      totals[pupil.arm, default: 0] += 1
      counts[pupil.arm, default: 0] += took ? 1 : 0
    }
    let treated = pupils.filter { $0.arm == .intervention }.compactMap(\.sessions)
    return DoseFindings(
      threshold: threshold, planned: data.sessionsPlanned,
      meanSessions: treated.isEmpty ? nil : mean(treated), tookPart: counts, pupils: totals,
      result: compliers(pupils, tookPart, plan, settings))
  }

  private func compliers(
    _ pupils: [Pupil], _ tookPart: [Bool], _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> CompliersResult {
    guard plan.model != .classes else {
      return .notEstimated(
        reason: "whole classes were allocated, and taking part was not a pupil’s own")
    }
    let marks = columns(of: pupils)
    do throws(EstimationError) {
      return .estimated(
        try compliersEffect(
          after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
          tookPart: tookPart, strata: strata(of: pupils, plan), level: settings.level))
    } catch {
      return .notEstimated(reason: error.reason)
    }
  }
}
