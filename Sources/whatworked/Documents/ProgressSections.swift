import Evidence
import Statistics

/// What the document of a merge says of how far the evidence has come, and of what comes next.
enum ProgressSections {
  static func entries(of analysis: CumulativeAnalysis) -> [String: JSONValue] {
    [
      "sequential": sequential(analysis.sequential), "next": next(analysis.next),
      "oneStage": oneStage(analysis.oneStage),
    ]
  }

  private static func sequential(_ view: SequentialView?) -> JSONValue {
    guard let view else { return .null }
    return [
      "target": .number(view.target), "power": .number(view.power),
      "requiredInformation": .number(view.requiredInformation),
      "fraction": .number(view.fraction),
      "pupils": view.pupils.map {
        [
          "withoutDiversity": .number($0.pupilsWithoutDiversity),
          "diversity": .number($0.diversity),
          "required": .number($0.pupils),
        ]
      } ?? .null,
      "studiesToCome": .integer(view.studiesToCome), "crossed": .boolean(view.isCrossed),
      "looks": .list(
        view.looks.map {
          [
            "k": .integer($0.count), "fraction": .number($0.fraction), "z": .number($0.z),
            "boundary": .number($0.boundary),
          ]
        }),
    ]
  }

  private static func next(_ next: WhereNext?) -> JSONValue {
    guard let next else { return .null }
    return [
      "chanceAboveZero": .number(next.chanceAboveZero),
      "chanceAboveTarget": .number(next.chanceAboveTarget), "target": .number(next.target),
      "plans": .list(
        next.plans.map {
          [
            "studies": .integer($0.studies), "size": .integer($0.size),
            "averageMargin": .number($0.averageMargin),
            "nextSchoolMargin": .number($0.nextSchoolMargin),
          ]
        }),
      "gaps": .list(
        next.gaps.map {
          [
            "by": .text($0.dimension), "level": .text($0.level), "k": .integer($0.studies),
            "pupils": .integer($0.pupils),
          ]
        }),
    ]
  }

  private static func oneStage(_ check: OneStageCheck?) -> JSONValue {
    guard let check else { return .null }
    return [
      "k": .integer(check.studies), "estimate": .number(check.effect),
      "ci": JSONValue(check.interval), "difference": .number(check.difference),
      "sd": .number(check.standardDeviation), "tau": .number(check.tau),
      "steps": .list(
        check.steps.map {
          ["reason": .text($0.reason.rawValue), "estimate": .number($0.effect)]
        }),
    ]
  }
}
