package import Statistics
package import StudyModel
import Validation

/// Which marks are missing, why, and what that may do to the estimate.
package struct MissingFindings: Sendable, Hashable {
  /// How many pupils have no pair of marks, by arm, and how many were allocated.
  package var missing: [Arm: Int]
  package var started: [Arm: Int]
  /// The reasons given, by arm, commonest first.
  package var reasons: [Reason]
  /// The share without a pair of marks, 0 to 1.
  package var share: Double
  /// With the missing marks filled in; nil where so few are missing that it was not done.
  package var sensitivity: Sensitivity?

  package struct Reason: Sendable, Hashable {
    package var label: String
    package var counts: [Arm: Int]
  }

  /// The estimate with the missing marks filled in, or why there is none.
  package enum Sensitivity: Sendable, Hashable {
    /// `g` and its interval are in the standard deviations of the primary estimate.
    case estimated(ImputedEstimate, g: Double, standardError: Double, interval: Interval)
    case notEstimated(reason: String)
  }
}

extension OutcomeSample {
  func missing(
    _ effect: EffectEstimate?, _ plan: AnalysisPlan, data: StudyData, _ settings: AnalysisSettings
  ) -> MissingFindings? {
    let without = allocated.filter { before(of: $0) == nil || after(of: $0) == nil }
    guard !allocated.isEmpty else { return nil }
    let share = Double(without.count) / Double(allocated.count)
    var findings = MissingFindings(
      missing: count { before(of: $0) == nil || after(of: $0) == nil },
      started: count { _ in true },
      reasons: reasons(of: without, labels: data.programme.missingReasons), share: share)
    if let effect, share > settings.missingThatMatters {
      findings.sensitivity = sensitivity(effect, plan, settings)
    }
    return findings
  }

  private func reasons(
    of pupils: [Pupil], labels: [Choice]
  ) -> [MissingFindings.Reason] {
    let given = Dictionary(grouping: pupils.filter { $0.missingReason != nil }) {
      $0.missingReason ?? ""
    }
    return given.map { code, pupils in
      MissingFindings.Reason(
        label: labels.first { $0.code == code }?.label ?? code,
        counts: Dictionary(grouping: pupils, by: \.arm).mapValues(\.count))
    }.sorted { one, other in
      let (more, less) = (
        one.counts.values.reduce(0, +), other.counts.values.reduce(0, +)
      )
      return (less, one.label) < (more, other.label)
    }
  }

  /// Everyone who was allocated, the missing marks filled in, estimated as the primary was.
  private func sensitivity(
    _ effect: EffectEstimate, _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) -> MissingFindings.Sensitivity {
    let everyone = IncompleteMarks(
      after: allocated.map(after(of:)), before: allocated.map(before(of:)),
      isIntervention: allocated.map { $0.arm == .intervention },
      classes: plan.model == .classes ? classes(of: allocated) : nil)
    let strata = strata(of: allocated, plan)
    // Teaching groups widen the primary estimate; they widen this one as much.
    let inflation = plan.model == .teachingGroups ? effect.clusterInflation.squareRoot() : 1
    do throws(EstimationError) {
      let imputed = try imputedEstimate(
        everyone, imputations: settings.imputations, seed: settings.seed, level: settings.level
      ) { (after, before) throws(EstimationError) in
        if let classes = everyone.classes {
          return try clusteredTrial(
            after: after, before: before, isIntervention: everyone.isIntervention,
            classes: classes, level: settings.level
          ).primary
        }
        let fit = try ancova(
          after: after, before: before, isIntervention: everyone.isIntervention, strata: strata,
          level: settings.level)
        return try CoefficientEstimate(
          estimate: fit.difference, standardError: fit.differenceStandardError * inflation,
          degreesOfFreedom: fit.degreesOfFreedom, level: settings.level)
      }
      let scale = effect.perMark
      return .estimated(
        imputed, g: imputed.difference.estimate * scale,
        standardError: imputed.difference.standardError * scale,
        interval: imputed.difference.interval.scaled(by: scale))
    } catch {
      return .notEstimated(reason: error.reason)
    }
  }
}
