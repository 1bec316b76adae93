import Analysis
import Statistics
import StudyModel

/// What qualifies a result, in the document that other programs read: more names for `effects`.
enum DetailsDocument {
  static func entries(_ details: OutcomeDetails) -> [String: JSONValue] {
    [
      "strata": .integer(details.strata), "waitlist": .boolean(details.isWaitlist),
      "floor": .number(details.shareAtMinimum), "correlation": JSONValue(details.correlation),
      "classes": details.classes.map(classes) ?? .null,
      "teachingGroups": details.teachingGroups.map(groups) ?? .null,
      "disagreeing": .list(details.disagreeing.map { .text($0) }),
      "dose": details.dose.map(dose) ?? .null,
      "subgroups": .list(details.subgroups.map(subgroup)),
      "missing": details.missing.map(missing) ?? .null,
      "cost": details.cost.map(cost) ?? .null,
      "schoolsNeeded": details.schoolsNeeded.map {
        [
          "effect": .number($0.effect), "spread": .number($0.spread),
          "schools": .integer($0.schools),
        ]
      } ?? .null,
      "items": details.items.map(items) ?? .null,
      "covarianceWithPrevious": JSONValue(details.covarianceWithPrevious),
    ]
  }

  private static func counts(_ counts: [Arm: Int]) -> JSONValue {
    [
      "intervention": .integer(counts[.intervention] ?? 0),
      "comparison": .integer(counts[.comparison] ?? 0),
    ]
  }

  private static func classes(_ findings: ClassFindings) -> JSONValue {
    [
      "n": counts(findings.classes), "meanSize": .number(findings.meanSize),
      "icc": JSONValue(findings.correlation),
    ]
  }

  private static func groups(_ findings: GroupCorrelation) -> JSONValue {
    [
      "n": .integer(findings.groups), "icc": .number(findings.used),
      "estimated": JSONValue(findings.estimated),
    ]
  }

  private static func dose(_ findings: DoseFindings) -> JSONValue {
    var entries: [String: JSONValue] = [
      "threshold": .integer(findings.threshold), "planned": .integer(findings.planned),
      "meanSessions": JSONValue(findings.meanSessions), "tookPart": counts(findings.tookPart),
      "n": counts(findings.pupils), "cace": .null, "reason": .null,
    ]
    switch findings.result {
    case .notEstimated(let reason): entries["reason"] = .text(reason)
    case .estimated(let effect):
      entries["cace"] = [
        "b": .number(effect.difference.estimate), "g": .number(effect.effect.g),
        "se": .number(effect.effect.standardError), "ci": JSONValue(effect.effect.interval),
        "p": .number(effect.difference.p), "firstStage": .number(effect.firstStage),
        "firstStageF": JSONValue(effect.firstStageF),
      ]
    }
    return .object(entries)
  }

  private static func subgroup(_ findings: SubgroupFindings) -> JSONValue {
    [
      "field": .text(findings.field), "hidden": .integer(findings.hidden),
      "levels": .list(
        findings.levels.map { level in
          var entries: [String: JSONValue] = [
            "level": .text(level.code), "n": counts(level.counts), "g": .null, "se": .null,
            "ci": .null, "reason": .null,
          ]
          switch level.result {
          case .estimated(let g, let error, let interval):
            entries.merge([
              "g": .number(g), "se": .number(error), "ci": JSONValue(interval),
            ]) { $1 }
          case .notEstimated(let reason): entries["reason"] = .text(reason)
          }
          return .object(entries)
        }),
      "interaction": findings.interaction.map {
        [
          "f": .number($0.f), "df1": .number($0.numeratorDegreesOfFreedom),
          "df2": .number($0.denominatorDegreesOfFreedom), "p": .number($0.p),
        ]
      } ?? .null,
    ]
  }

  private static func missing(_ findings: MissingFindings) -> JSONValue {
    var entries: [String: JSONValue] = [
      "n": counts(findings.missing), "started": counts(findings.started),
      "share": .number(findings.share),
      "reasons": .list(
        findings.reasons.map { ["reason": .text($0.label), "n": counts($0.counts)] }),
      "imputed": .null, "reason": .null,
    ]
    switch findings.sensitivity {
    case nil: break
    case .notEstimated(let reason): entries["reason"] = .text(reason)
    case .estimated(let imputed, let g, let error, let interval):
      entries["imputed"] = [
        "b": .number(imputed.difference.estimate), "g": .number(g), "se": .number(error),
        "ci": JSONValue(interval), "p": .number(imputed.difference.p),
        "df": JSONValue(imputed.difference.degreesOfFreedom),
        "imputations": .integer(imputed.imputations), "seed": .text("\(imputed.seed)"),
        "missingInformation": .number(imputed.missingInformation),
        "tippingPoint": imputed.tippingPoint.map {
          [
            "arm": .text($0.movesIntervention ? "intervention" : "comparison"),
            "marks": .number($0.shift),
          ]
        } ?? .null,
      ]
    }
    return .object(entries)
  }

  private static func cost(_ findings: CostFindings) -> JSONValue {
    [
      "perPupil": .number(findings.perPupil), "band": JSONValue(findings.band?.name),
      "table": JSONValue(findings.band?.table), "perMonth": JSONValue(findings.perMonth),
      "perMonthRange": .list([
        JSONValue(findings.perMonthFrom), JSONValue(findings.perMonthTo),
      ]),
    ]
  }

  private static func items(_ findings: ItemFindings) -> JSONValue {
    var entries: [String: JSONValue] = [
      "incomplete": .integer(findings.incomplete), "reason": .null,
      "lookAt": .list(findings.itemsToLookAt.map { .integer($0) }),
    ]
    switch findings.result {
    case .notAnalysed(let reason): entries["reason"] = .text(reason)
    case .analysed(let analysis):
      entries.merge([
        "pupils": .integer(analysis.pupils), "alpha": .number(analysis.alpha),
        "alphaCI": JSONValue(analysis.alphaInterval), "kr20": JSONValue(analysis.kr20),
        "sem": .number(analysis.standardErrorOfMeasurement),
        "facility": .list(analysis.items.map { .number($0.facility) }),
        "discrimination": .list(analysis.items.map { .number($0.discrimination) }),
        "itemRest": .list(analysis.items.map { JSONValue($0.restCorrelation) }),
      ]) { $1 }
    }
    return .object(entries)
  }
}
