import Evidence
import Statistics
import StudyModel

/// What the documents say of the four areas and the ways between them.
enum MapSections {
  static func entries(of map: EvidenceMap?) -> [String: JSONValue] {
    guard let map else {
      return [
        "areas": [], "pathways": [], "policies": [], "survival": .null, "emptyWays": [],
        "practices": [],
      ]
    }
    return [
      "areas": .list(map.areas.map(area)), "pathways": .list(map.pathways.map(pathway)),
      "policies": .list(map.policies.map(policy)), "survival": survival(map.survival),
      "emptyWays": .list(
        map.emptyWays.map { ["from": .text($0.from.rawValue), "to": .text($0.to.rawValue)] }),
      "practices": .list(map.practices.map(practice)),
    ]
  }

  /// The map by itself.
  static func map(_ map: EvidenceMap) -> JSONValue {
    .object(
      entries(of: map).merging(
        ["title": .text(map.title), "programme": JSONValue(map.programme)]) { $1 })
  }

  private static func area(_ evidence: AreaEvidence) -> JSONValue {
    [
      "area": .text(evidence.area.rawValue), "k": .integer(evidence.studies),
      "pupils": .integer(evidence.pupils), "estimate": JSONValue(evidence.estimate),
      "se": JSONValue(evidence.standardError), "ci": JSONValue(evidence.interval),
      "pi": JSONValue(evidence.predictionInterval), "policies": .integer(evidence.policies),
      "certainty": .object(evidence.certainty.mapValues(JSONValue.integer)),
    ]
  }

  private static func policy(_ record: PolicyRecord) -> JSONValue {
    [
      "id": .text(record.id), "body": .text(record.body), "country": .text(record.country),
      "title": .text(record.title), "instrument": .text(record.instrument.rawValue),
      "status": .text(record.status.rawValue), "date": .text(record.date),
      "programme": JSONValue(record.programme), "cites": .list(record.cites.map(JSONValue.text)),
    ]
  }

  private static func pathway(_ way: Pathway) -> JSONValue {
    [
      "id": .text(way.id), "from": .text(way.from.rawValue), "to": .text(way.to.rawValue),
      "date": .text(way.date), "programme": JSONValue(way.programme),
      "studies": .list(way.studies.map(JSONValue.text)),
      "policies": .list(way.policies.map(JSONValue.text)), "movedBy": .text(way.movedBy),
      "helped": .list(way.helped.map { .text($0.rawValue) }),
      "blocked": .list(way.blocked.map { .text($0.rawValue) }),
    ]
  }

  private static func survival(_ survival: EvidenceMap.Survival?) -> JSONValue {
    survival.map {
      [
        "from": .text($0.from.rawValue), "to": .text($0.to.rawValue), "ratio": .number($0.ratio),
        "ci": JSONValue($0.interval),
      ]
    } ?? .null
  }

  private static func practice(_ practice: PracticeByEffect) -> JSONValue {
    [
      "question": .text(practice.question),
      "answers": .list(
        practice.answers.map {
          [
            "answer": .text($0.code), "lowest": .integer($0.lowest), "middle": .integer($0.middle),
            "highest": .integer($0.highest),
          ]
        }),
    ]
  }
}
