package import Statistics
package import StudyModel
import Validation

/// The effect for each kind of pupil that a question of the programme tells apart.
package struct SubgroupFindings: Sendable, Hashable {
  /// The field, and its words.
  package var field: String
  package var label: String
  /// The kinds with enough pupils in both arms, as the programme lists them.
  package var levels: [Level]
  /// How many kinds are not shown, because too few pupils would stand behind them.
  package var hidden: Int
  /// Whether the effect differs between the kinds shown; nil with fewer than two.
  package var interaction: InteractionTest?

  /// One kind of pupil.
  package struct Level: Sendable, Hashable {
    package var code: String
    package var label: String
    package var counts: [Arm: Int]
    package var result: Result

    package enum Result: Sendable, Hashable {
      case estimated(g: Double, standardError: Double, interval: Interval)
      case notEstimated(reason: String)
    }
  }
}

extension OutcomeSample {
  /// One for each closed question about pupils that divides them.
  ///
  /// A kind with fewer than ten pupils in an arm is not shown; where one kind alone is hidden, the
  /// smallest of the others is hidden too, or it could be had by subtraction.
  func subgroups(
    _ plan: AnalysisPlan, data: StudyData, _ settings: AnalysisSettings
  ) -> [SubgroupFindings] {
    guard plan.model != .gain, plan.model != .classes else { return [] }
    return data.programme.pupilFields.compactMap { field in
      guard case .choice(let choices) = field.kind else { return nil }
      return findings(field, choices, settings)
    }
  }

  private func findings(
    _ field: Field, _ choices: [Choice], _ settings: AnalysisSettings
  ) -> SubgroupFindings? {
    let present = choices.filter { choice in
      complete.contains { $0.traits[field.id] == choice.code }
    }
    guard present.count > 1 else { return nil }
    func pupils(_ choice: Choice) -> [Pupil] {
      complete.filter { $0.traits[field.id] == choice.code }
    }
    func smallestArm(_ choice: Choice) -> Int {
      Arm.allCases.map { arm in pupils(choice).count { $0.arm == arm } }.min() ?? 0
    }
    var shown = present.filter { smallestArm($0) >= settings.fewestInSubgroup }
    if shown.count == present.count - 1, let smallest = shown.map(smallestArm).min() {
      shown.remove(at: shown.firstIndex { smallestArm($0) == smallest } ?? 0)
    }
    let kinds = shown.count > 1 ? shown : []
    return SubgroupFindings(
      field: field.id, label: field.label,
      levels: shown.map { level($0, pupils($0), settings) }, hidden: present.count - shown.count,
      interaction: kinds.isEmpty ? nil : interaction(field, kinds))
  }

  private func level(
    _ choice: Choice, _ pupils: [Pupil], _ settings: AnalysisSettings
  ) -> SubgroupFindings.Level {
    let marks = columns(of: pupils)
    var counts: [Arm: Int] = [:]
    for pupil in pupils { counts[pupil.arm, default: 0] += 1 }
    let result: SubgroupFindings.Level.Result
    do throws(EstimationError) {
      let fit = try ancova(
        after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
        level: settings.level)
      result = .estimated(g: fit.g, standardError: fit.standardError, interval: fit.interval)
    } catch {
      result = .notEstimated(reason: error.reason)
    }
    return SubgroupFindings.Level(
      code: choice.code, label: choice.label, counts: counts, result: result)
  }

  private func interaction(_ field: Field, _ kinds: [Choice]) -> InteractionTest? {
    let codes = kinds.map(\.code)
    let pupils = complete.filter { $0.traits[field.id].map(codes.contains) ?? false }
    let marks = columns(of: pupils)
    return try? interactionTest(
      after: marks.after, before: marks.before, isIntervention: marks.isIntervention,
      kinds: pupils.compactMap { pupil in codes.firstIndex { $0 == pupil.traits[field.id] } })
  }
}
