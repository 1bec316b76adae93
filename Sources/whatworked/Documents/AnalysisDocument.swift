import Analysis
import Cells
import Reports
import Statistics
import StudyModel

/// The document of `check --json` and `analyse --json`, as other programs read it.
enum AnalysisDocument {
  static func document(_ files: [ProcessedReturn]) -> JSONValue {
    func count(_ status: ProcessedReturn.Status) -> JSONValue {
      .integer(files.filter { $0.status == status }.count)
    }
    return [
      "counts": [
        "files": .integer(files.count), "ready": count(.ready), "fix": count(.fix),
        "stopped": count(.stopped), "skipped": count(.skipped),
      ],
      "files": .list(files.map(file)),
    ]
  }

  private static func file(_ file: ProcessedReturn) -> JSONValue {
    [
      "path": .text(file.path), "status": .text(file.status.rawValue),
      "reason": JSONValue(file.reason), "workbook": JSONValue(file.identity?.workbook),
      "study": JSONValue(file.identity?.study), "findings": .list(file.findings.map(finding)),
      "repairs": .list(file.repairs.map(repair)),
      "effects": .list(file.analysis.map(effects) ?? []),
      "outputs": [
        "results": JSONValue(file.outputs.results), "report": JSONValue(file.outputs.report),
        "reply": JSONValue(file.outputs.reply),
      ],
      "removed": .list(file.outputs.removed.map { .text($0.words) }),
    ]
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    [
      "code": .text(finding.code), "severity": .text(finding.severity.rawValue),
      "sheet": JSONValue(finding.sheet),
      "cell": JSONValue(finding.address.map { "\($0.reference)" }),
      "message": .text(finding.message), "help": .text(finding.help),
    ]
  }

  private static func repair(_ repair: Repair) -> JSONValue {
    let after: JSONValue =
      switch repair.after {
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .date(let date): .text(date.iso)
      }
    return [
      "sheet": .text(repair.address.sheet), "cell": .text("\(repair.address.reference)"),
      "before": .text(repair.before), "after": after, "rule": .text(repair.rule),
    ]
  }

  private static func effects(_ analysis: StudyAnalysis) -> [JSONValue] {
    analysis.outcomes.map { outcome in
      var entries = facts(outcome, of: analysis)
      entries.merge(figures(outcome.effect)) { $1 }
      entries.merge(DetailsDocument.entries(outcome.details)) { $1 }
      entries["ceiling"] = .number(outcome.shareAtMaximum)
      if case .notEstimated(let reason) = outcome.result { entries["reason"] = .text(reason) }
      return .object(entries)
    }
  }

  private static func facts(
    _ outcome: OutcomeAnalysis, of analysis: StudyAnalysis
  ) -> [String: JSONValue] {
    [
      "outcome": .text(outcome.outcome.id), "role": JSONValue(outcome.role?.rawValue),
      "design": .text(analysis.design.rawValue),
      "n": [
        "intervention": .integer(outcome.flow.analysed[.intervention] ?? 0),
        "comparison": .integer(outcome.flow.analysed[.comparison] ?? 0),
      ],
      "baseline": outcome.baseline.map {
        ["g": .number($0.g), "category": .text($0.category.rawValue)]
      } ?? .null,
      "attrition": outcome.attrition.map {
        [
          "overall": .number($0.overall), "differential": .number($0.differential),
          "category": .text($0.category.rawValue),
        ]
      } ?? .null,
      "certainty": .text(outcome.certainty.level.rawValue),
      "headline": .text(headline(for: outcome, words: analysis.programme.words)),
      "gain": outcome.gain.map {
        ["n": .integer($0.count), "mean": .number($0.mean), "ci": interval($0.interval)]
      } ?? .null,
      "robustness": .list(outcome.robustness.map(line)),
    ]
  }

  private static func figures(_ effect: EffectEstimate?) -> [String: JSONValue] {
    [
      "estimator": JSONValue(effect?.estimator), "b": JSONValue(effect?.difference),
      "sd": JSONValue(effect?.pooledStandardDeviation), "g": JSONValue(effect?.g),
      "se": JSONValue(effect?.standardError), "df": JSONValue(effect?.degreesOfFreedom),
      "p": JSONValue(effect?.p), "ci": interval(effect?.interval),
      "level": JSONValue(effect?.level),
      "months": effect.map {
        [
          "estimate": .integer($0.months.estimate), "low": .integer($0.months.low),
          "high": .integer($0.months.high), "table": .text($0.months.table),
        ]
      } ?? .null,
      "mdes": JSONValue(effect?.minimumDetectableEffect),
    ]
  }

  private static func line(_ line: RobustnessLine) -> JSONValue {
    [
      "name": .text(line.name), "estimate": JSONValue(line.estimate),
      "se": JSONValue(line.standardError), "ci": interval(line.interval), "p": JSONValue(line.p),
      "reason": JSONValue(line.reason),
    ]
  }

  private static func interval(_ interval: Interval?) -> JSONValue { JSONValue(interval) }
}

extension JSONValue {
  /// Both ends in a list.
  init(_ interval: Interval?) {
    self = interval.map { .list([.number($0.low), .number($0.high)]) } ?? .null
  }
}
