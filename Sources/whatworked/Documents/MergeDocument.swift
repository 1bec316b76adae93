import Evidence
import Statistics
import StudyModel

/// The document of `merge --json`, as other programs read it.
enum MergeDocument {
  /// The first analysis is the whole; with several programmes each follows in `analyses`.
  static func document(_ analyses: [CumulativeAnalysis], outputs: MergeOutputs) -> JSONValue {
    guard let first = analyses.first else { return ["k": 0] }
    var entries = self.entries(of: first)
    entries["analyses"] = .list(analyses.dropFirst().map { .object(self.entries(of: $0)) })
    entries["outputs"] = [
      "report": JSONValue(outputs.report), "workbook": JSONValue(outputs.workbook),
      "csv": JSONValue(outputs.csv),
      "script": JSONValue(outputs.script),
    ]
    return .object(entries)
  }

  private static func entries(of analysis: CumulativeAnalysis) -> [String: JSONValue] {
    average(of: analysis).merging(MergeSections.entries(of: analysis)) { $1 }
  }

  private static func average(of analysis: CumulativeAnalysis) -> [String: JSONValue] {
    [
      "title": .text(analysis.title), "programme": JSONValue(analysis.programme),
      "k": .integer(analysis.studies.count), "pupils": .integer(analysis.pupils),
      "model": [
        "tau2Estimator": .text(analysis.model.estimator), "test": .text(analysis.model.test),
        "variance": .text(analysis.model.variance), "level": .number(analysis.model.level),
      ],
      "pooled": pooled(analysis.pooled), "heterogeneity": heterogeneity(analysis.pooled),
      "studies": .list(analysis.studies.map(study)),
      "cumulative": .list(analysis.steps.map(step)),
      "leaveOneOut": .list(analysis.leaveOneOut.map(without)),
      "flow": [
        "issued": JSONValue(analysis.flow.issued), "returned": JSONValue(analysis.flow.returned),
        "readable": JSONValue(analysis.flow.readable),
        "complete": JSONValue(analysis.flow.complete), "pooled": .integer(analysis.flow.pooled),
      ],
      "cautions": .list(analysis.cautions.map(JSONValue.text)),
    ]
  }

  private static func pooled(_ pooled: PooledEffect?) -> JSONValue {
    guard let pooled else { return .null }
    return [
      "estimate": .number(pooled.estimate), "se": .number(pooled.standardError),
      "statistic": JSONValue(pooled.statistic), "df": JSONValue(pooled.degreesOfFreedom),
      "p": .number(pooled.p), "ci": JSONValue(pooled.interval),
      "pi": JSONValue(pooled.predictionInterval),
    ]
  }

  private static func heterogeneity(_ pooled: PooledEffect?) -> JSONValue {
    guard let pooled else { return .null }
    return [
      "tau2": .number(pooled.tau2), "seTau2": JSONValue(pooled.tau2StandardError),
      "tau2CI": JSONValue(pooled.tau2Interval), "i2": .number(pooled.i2),
      "h2": .number(pooled.h2), "q": .number(pooled.q),
      "qDf": .number(pooled.qDegreesOfFreedom), "qP": .number(pooled.qP),
    ]
  }

  private static func study(_ contribution: StudyContribution) -> JSONValue {
    let study = contribution.study
    return [
      "id": .text(study.id), "date": JSONValue(study.date), "estimate": .number(study.estimate),
      "variance": .number(study.variance), "weight": .number(contribution.weight),
      "blup": JSONValue(contribution.shrunken), "ci": JSONValue(contribution.interval),
      "pupils": JSONValue(study.pupils), "country": JSONValue(study.country),
      "phase": JSONValue(study.phase), "programme": JSONValue(study.programme),
      "area": JSONValue(study.area?.rawValue), "design": JSONValue(study.design?.rawValue),
      "areaRules": .list(study.areaRules.map(JSONValue.text)),
      "certainty": JSONValue(study.certainty), "influence": influence(contribution.influence),
    ]
  }

  private static func influence(_ influence: StudyInfluence?) -> JSONValue {
    guard let influence else { return .null }
    return [
      "rstudent": .number(influence.studentizedResidual), "dffits": .number(influence.dffits),
      "cookD": .number(influence.cookDistance), "covRatio": .number(influence.covarianceRatio),
      "tau2Deleted": .number(influence.tau2Deleted), "hat": .number(influence.hat),
      "influential": .boolean(influence.isInfluential),
    ]
  }

  private static func step(_ step: CumulativeStep) -> JSONValue {
    [
      "k": .integer(step.count), "id": .text(step.id), "date": JSONValue(step.date),
      "estimate": .number(step.estimate), "ci": JSONValue(step.interval),
      "anytime": JSONValue(step.anytime), "tau2": .number(step.tau2),
    ]
  }

  private static func without(_ step: LeaveOneOutStep) -> JSONValue {
    [
      "without": .text(step.without), "estimate": .number(step.estimate),
      "ci": JSONValue(step.interval), "tau2": .number(step.tau2),
    ]
  }
}

/// Where the outputs of a merge were written.
struct MergeOutputs {
  var report: String?
  var workbook: String?
  var csv: String?
  var script: String?
}
