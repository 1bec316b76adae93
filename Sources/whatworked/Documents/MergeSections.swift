import Evidence
import Statistics
import StudyModel

/// The parts of the document of `merge --json` beyond the average.
enum MergeSections {
  static func entries(of analysis: CumulativeAnalysis) -> [String: JSONValue] {
    let own: [String: JSONValue] = [
      "smallStudies": smallStudies(analysis.smallStudies),
      "moderators": .list(analysis.moderators.map(moderator)),
      "subgroups": .list(analysis.subgroups.map(subgroup)),
      "multilevel": multilevel(analysis.multilevel),
    ]
    return [
      MapSections.entries(of: analysis.map), ProgressSections.entries(of: analysis),
      FairnessSections.entries(of: analysis),
    ].reduce(own) { $0.merging($1) { $1 } }
  }

  private static func smallStudies(_ findings: SmallStudyFindings) -> JSONValue {
    guard case .found(let tests) = findings else {
      guard case .notLookedAt(let reason) = findings else { return .null }
      return ["reason": .text(reason)]
    }
    return [
      "egger": regression(tests.egger), "precision": regression(tests.precision),
      "rankTest": tests.rankTest.map { ["tau": .number($0.tau), "p": .number($0.p)] } ?? .null,
      "trimAndFill": tests.trimAndFill.map {
        [
          "missing": .integer($0.missing), "side": .text($0.side.rawValue),
          "estimate": .number($0.fit.estimate), "ci": JSONValue($0.fit.interval),
        ]
      } ?? .null,
      "petPeese": tests.precisionEffect.map {
        [
          "pet": coefficient($0.pet.limit), "peese": coefficient($0.peese.limit),
          "choice": .text($0.choice.rawValue),
        ]
      } ?? .null,
      "failSafe": tests.failSafe.map {
        [
          "rosenthal": .number($0.rosenthal), "orwin": JSONValue($0.orwin),
          "rosenberg": .number($0.rosenberg),
        ]
      } ?? .null,
      "selection": tests.selection.map {
        [
          "estimate": coefficient($0.summary), "tau2": .number($0.tau2),
          "relativeWeight": .number($0.relativeWeight), "p": .number($0.ratioP),
        ]
      } ?? .null,
    ]
  }

  private static func regression(_ fit: SmallStudyRegression?) -> JSONValue {
    fit.map { ["slope": coefficient($0.slope), "limit": coefficient($0.limit)] } ?? .null
  }

  private static func coefficient(_ value: CoefficientEstimate) -> JSONValue {
    [
      "estimate": .number(value.estimate), "se": .number(value.standardError),
      "df": JSONValue(value.degreesOfFreedom), "p": .number(value.p),
      "ci": JSONValue(value.interval),
    ]
  }

  private static func moderator(_ analysis: ModeratorAnalysis) -> JSONValue {
    let names = ["intercept"] + analysis.names
    let fit = analysis.fit
    return [
      "formula": .text("~ \(analysis.name)"),
      "coefficients": .list(
        zip(names, fit.coefficients).map { name, value in
          [
            "name": .text(name), "estimate": .number(value.estimate),
            "se": .number(value.standardError), "p": .number(value.p),
            "ci": JSONValue(value.interval),
          ]
        }),
      "qm": .number(fit.qm), "qmP": .number(fit.qmP), "qe": .number(fit.qe),
      "r2": JSONValue(fit.rSquared), "tau2": .number(fit.tau2), "k": .integer(fit.count),
      "qmDf": .number(fit.qmDegreesOfFreedom),
      "qmDenominatorDf": JSONValue(fit.qmDenominatorDegreesOfFreedom),
      "permutationP": JSONValue(analysis.permutation?.jointP),
      "permutations": JSONValue(analysis.permutation?.draws),
    ]
  }

  private static func subgroup(_ analysis: SubgroupAnalysis) -> JSONValue {
    let comparison = analysis.comparison
    return [
      "by": .text(analysis.by),
      "groups": .list(
        comparison.groups.map { group in
          [
            "level": .text(analysis.names[group.level]), "k": .integer(group.count),
            "estimate": .number(group.estimate), "ci": JSONValue(group.interval),
            "tau2": .number(group.tau2),
          ]
        }),
      "qBetween": .number(comparison.qBetween),
      "df": .integer(Int(comparison.degreesOfFreedom.rounded())), "p": .number(comparison.p),
      "denominatorDf": JSONValue(comparison.denominatorDegreesOfFreedom),
      "separate": analysis.separate.map { separate in
        [
          "groups": .list(
            separate.groups.map { group in
              [
                "level": .text(analysis.names[group.level]), "estimate": .number(group.estimate),
                "ci": JSONValue(group.interval), "tau2": .number(group.tau2),
              ]
            }),
          "qBetween": .number(separate.qBetween), "p": .number(separate.p),
        ]
      } ?? .null,
    ]
  }

  private static func multilevel(_ analysis: MultilevelAnalysis?) -> JSONValue {
    guard let fit = analysis?.fit, let robust = fit.robust.first?.cr2 else { return .null }
    return [
      "sigma2": ["study": .number(fit.studyVariance), "effect": .number(fit.effectVariance)],
      "estimate": .number(fit.summary.estimate), "se": .number(fit.summary.standardError),
      "ci": JSONValue(fit.summary.interval), "effects": .integer(fit.effectCount),
      "cr2": [
        "se": .number(robust.standardError), "df": JSONValue(robust.degreesOfFreedom),
        "ci": JSONValue(robust.interval),
      ],
    ]
  }
}
