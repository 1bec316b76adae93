package import Analysis
import Cells
import StudyModel
package import Validation

extension EvidenceEntry {
  /// What a study gives to the evidence base.
  ///
  /// The hash is SHA-256 of the checked data, in hexadecimal; the version is that of the tool
  /// that read the workbook.
  package init(
    of analysis: StudyAnalysis, data: StudyData, dataHash: String, toolVersion: String
  ) {
    let programme = analysis.programme
    self.init(
      identity: analysis.identity, programmeTitle: programme.title,
      programmeVersion: programme.version, strategy: programme.strategy, phase: programme.phase,
      area: programme.area, design: analysis.design, assignment: analysis.assignment,
      date: analysis.dateAfter?.iso, effects: analysis.outcomes.map(EvidenceEffect.init(of:)),
      moderators: closedAnswers(of: data), dataHash: dataHash, toolVersion: toolVersion)
  }
}

extension EvidenceEffect {
  fileprivate init(of analysis: OutcomeAnalysis) {
    let effect = analysis.effect
    var reason: String?
    if case .notEstimated(let why) = analysis.result { reason = why }
    self.init(
      outcome: analysis.outcome.id, test: analysis.outcome.test, role: analysis.role,
      g: effect?.g, standardError: effect?.standardError, reason: reason,
      intervention: analysis.flow.analysed[.intervention] ?? 0,
      comparison: analysis.flow.analysed[.comparison] ?? 0,
      started: analysis.flow.started.values.reduce(0, +),
      pooledStandardDeviation: effect?.pooledStandardDeviation,
      differenceStandardError: effect?.differenceStandardError,
      clusterInflation: effect?.clusterInflation ?? 1,
      clusterDegreesOfFreedom: effect?.clusterDegreesOfFreedom ?? 0,
      baselineG: analysis.baseline?.g, certainty: analysis.certainty.level,
      sufficient: analysis.sufficient)
    let details = analysis.details
    clusterShrinkage = effect?.clusterShrinkage
    withinStrata = analysis.sufficient.isEmpty ? nil : details.withinStrata
    startedByArm = ArmCounts(analysis.flow.started)
    subgroups = details.subgroups.isEmpty ? nil : details.subgroups.flatMap(\.entries)
    compliance = details.dose?.compliance
    meanSessions = details.dose?.meanSessions
    reliability = details.items?.reliability
    correlation = details.correlation
    costPerPupil = details.cost?.perPupil
    intraclassCorrelation = details.classes?.correlation ?? details.teachingGroups?.used
    classes = details.classes.map { ArmCounts($0.classes) }
    covarianceWithPrevious = details.covarianceWithPrevious
  }
}

extension SubgroupFindings {
  fileprivate var entries: [EvidenceSubgroup] {
    levels.compactMap { level in
      guard case .estimated(let g, let error, _) = level.result else { return nil }
      return EvidenceSubgroup(
        field: field, level: level.code, g: g, standardError: error,
        intervention: level.counts[.intervention] ?? 0,
        comparison: level.counts[.comparison] ?? 0)
    }
  }
}

/// Closed answers and numbers only: what a person typed freely stays in the school's file.
private func closedAnswers(of data: StudyData) -> [String: String] {
  data.answers.compactMapValues { answer in
    switch answer {
    case .choice(let code): code
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .date, .text: nil
    }
  }
}
