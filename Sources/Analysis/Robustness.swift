import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// Other ways to look at the same pupils, beside the primary estimate.
  ///
  /// In standard deviations of the after-marks, with the small-sample correction.
  func robustness(
    design: StudyDesign, result: EffectResult, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    guard design != .single, design != .cluster else { return [] }
    var lines = [postTestOnly(settings), gain(settings)]
    if design == .partiallyNested, case .estimated(let primary) = result {
      lines += groupCorrelations(primary, settings)
    }
    return lines
  }

  private func postTestOnly(_ settings: AnalysisSettings) -> RobustnessLine {
    let name = "post-test only"
    do {
      let difference = try standardizedMeanDifference(
        intervention: marks(of: .intervention).after, comparison: marks(of: .comparison).after,
        level: settings.level)
      return RobustnessLine(
        name: name, estimate: difference.g, standardError: difference.standardError,
        interval: difference.interval,
        p: StudentT.twoSidedP(
          difference.t, degreesOfFreedom: Double(difference.degreesOfFreedom)))
    } catch {
      return RobustnessLine(name: name, reason: error.reason)
    }
  }

  /// The difference of the gains, over the spread of the after-marks.
  private func gain(_ settings: AnalysisSettings) -> RobustnessLine {
    let pupils = complete
    let gains = pupils.compactMap { pupil -> Double? in
      guard let before = before(of: pupil), let after = after(of: pupil) else { return nil }
      return after - before
    }
    do throws(EstimationError) {
      let fit = try ancova(
        after: gains, isIntervention: pupils.map { $0.arm == .intervention }, level: settings.level)
      let spread = try pooledStandardDeviation(
        Arm.allCases.map { GroupSummary(marks(of: $0).after) })
      guard spread > 0 else { throw .noVariation(of: "the marks") }
      let scale = fit.correction / spread
      return RobustnessLine(
        name: "gain", estimate: fit.difference * scale,
        standardError: fit.differenceStandardError * scale,
        interval: fit.differenceInterval.scaled(by: scale), p: fit.p)
    } catch {
      return RobustnessLine(name: "gain", reason: error.reason)
    }
  }

  /// The primary estimate, had pupils of one teaching group been less or more alike.
  private func groupCorrelations(
    _ primary: EffectEstimate, _ settings: AnalysisSettings
  ) -> [RobustnessLine] {
    let correlations: [Double] = [0, 2 * settings.assumedGroupCorrelation]
    return correlations.map { correlation in
      var changed = settings
      changed.assumedGroupCorrelation = correlation
      let name = "group correlation \(correlation)"
      do throws(EstimationError) {
        let effect = try estimateEffect(
          design: .partiallyNested, settings: changed, months: MonthsTable.all[0])
        return RobustnessLine(
          name: name, estimate: effect.g, standardError: effect.standardError,
          interval: effect.interval, p: effect.p)
      } catch {
        return RobustnessLine(name: name, reason: error.reason)
      }
    }
  }
}
