import Evidence
import Statistics

/// What the document of a merge says of whether chance formed the groups, and of the workbooks
/// that did not come back.
enum FairnessSections {
  static func entries(of analysis: CumulativeAnalysis) -> [String: JSONValue] {
    [
      "baselineAudit": baseline(analysis.baseline),
      "randomisationAudit": randomisation(analysis.randomisation),
      "returns": returns(analysis.returns),
    ]
  }

  private static func baseline(_ audit: BaselineAudit?) -> JSONValue {
    guard let audit else { return .null }
    return [
      "k": .integer(audit.studies), "estimate": .number(audit.estimate),
      "ci": JSONValue(audit.interval), "p": .number(audit.p), "tau2": .number(audit.tau2),
      "q": .number(audit.q), "qP": .number(audit.qP),
      "places": .list(
        audit.places.map {
          [
            "country": .text($0.name), "k": .integer($0.studies), "estimate": .number($0.estimate),
            "p": .number($0.p),
          ]
        }),
    ]
  }

  private static func randomisation(_ audit: RandomisationAudit?) -> JSONValue {
    guard let audit else { return .null }
    return [
      "byChance": .integer(audit.byChance), "recorded": .integer(audit.recorded),
      "hashRight": .integer(audit.hashRight), "reproduced": .integer(audit.reproduced),
      "notReproduced": .list(audit.notReproduced.map(JSONValue.text)),
      "tampered": .list(audit.tampered.map(JSONValue.text)),
      "drawnPupils": .integer(audit.drawnPupils), "changedPupils": .integer(audit.changedPupils),
    ]
  }

  private static func returns(_ flow: ReturnFlow?) -> JSONValue {
    guard let flow else { return .null }
    return [
      "issued": .integer(flow.count(.issued)), "returned": .integer(flow.count(.returned)),
      "usable": .integer(flow.count(.usable)), "pooled": .integer(flow.count(.pooled)),
      "unregistered": .integer(flow.unregistered),
      "groups": .list(
        flow.groups.map {
          [
            "by": .text($0.dimension), "level": .text($0.name), "issued": .integer($0.issued),
            "returned": .integer($0.returned), "usable": .integer($0.usable),
            "pooled": .integer($0.pooled),
          ]
        }),
      "workbooks": .list(
        flow.workbooks.map {
          [
            "school": .text($0.school), "programme": .text($0.programme), "wave": .text($0.wave),
            "country": JSONValue($0.country), "stage": .text($0.stage.rawValue),
          ]
        }),
    ]
  }
}
