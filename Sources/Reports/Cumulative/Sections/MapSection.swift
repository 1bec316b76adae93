package import Evidence
import Statistics
package import StudyModel

/// The four areas of evidence, and what moved between them.
func mapSection(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageSection? {
  guard let map = analysis.map else { return nil }
  let figure = numbers.figure(
    "What is known in each of the four areas", id: "\(anchor)-map",
    drawing: MapFigure(map: map).svg,
    finding: map.areas.map(areaSentence).joined(separator: " "),
    remark: "A full arrow is a way along which something is recorded, with how often; a dotted one "
      + "is a way that could be gone.",
    data: areaTable(map))
  var section = PageSection(
    heading: "The four areas of evidence",
    sentences: [placementSentence(analysis), survivalSentence(map)].compactMap(\.self),
    figures: [figure])
  if !map.pathways.isEmpty { section.tables.append(waysTable(map)) }
  if !map.policies.isEmpty { section.tables.append(policyTable(map)) }
  if let practices = practiceTable(map) {
    section.folded.append(
      .init(summary: "How schools with small and large effects answered", table: practices))
  }
  return section
}

/// What is known in one area, in a sentence.
package func areaSentence(_ evidence: AreaEvidence) -> String {
  let name = evidence.area.inWords.atStart
  if evidence.area == .policyPlans {
    return evidence.policies == 0
      ? "\(name): no record."
      : "\(name): \(NumberStyle.count(evidence.policies, "record", "records"))."
  }
  guard let estimate = evidence.estimate, let interval = evidence.interval else {
    return "\(name): nothing is known yet."
  }
  let studies = NumberStyle.count(evidence.studies, "study", "studies")
  let pupils =
    evidence.pupils > 0 ? ", \(NumberStyle.count(evidence.pupils, "pupil", "pupils"))" : ""
  let range = evidence.studies > 1 ? " (\(NumberStyle.range(interval, digits: 2)))" : ""
  return "\(name): \(studies)\(pupils), \(NumberStyle.signed(estimate, digits: 2))\(range)."
}

/// One record of a way, in words.
package func waySentence(_ way: Pathway) -> String {
  var sentence = "\(way.from.inWords) to \(way.to.inWords)"
  if !way.movedBy.isEmpty { sentence += ", moved by \(way.movedBy)" }
  if !way.helped.isEmpty { sentence += "; helped: \(words(way.helped.map(\.rawValue)))" }
  if !way.blocked.isEmpty { sentence += "; in the way: \(words(way.blocked.map(\.rawValue)))" }
  return sentence
}

/// How much of the effect is left on the way to practice.
package func survivalSentence(_ map: EvidenceMap) -> String {
  guard let survival = map.survival else {
    return "How much of the effect is left on the way from controlled studies to practice cannot "
      + "be told yet: it takes two studies at each end, and an effect at the start that is clearly "
      + "different from nothing."
  }
  return "\(NumberStyle.percentage(survival.ratio)) of the effect of \(survival.from.inWords) is "
    + "found again in \(survival.to.inWords) (anywhere from "
    + "\(NumberStyle.percentage(survival.interval.low)) to "
    + "\(NumberStyle.percentage(survival.interval.high)))."
}

private func words(_ codes: [String]) -> String {
  codes.map { $0.replacing("-", with: " ") }.joined(separator: ", ")
}

/// By which rules studies were placed, with how many each placed; nil without a study.
private func placementSentence(_ analysis: CumulativeAnalysis) -> String? {
  guard !analysis.studies.isEmpty else { return nil }
  let reasons = Dictionary(grouping: analysis.studies) { contribution in
    "\(contribution.study.area?.inWords ?? ""): \(contribution.study.areaRules.last ?? "")"
  }
  let parts = reasons.sorted { $0.key < $1.key }.map {
    "\($0.key) (\(NumberStyle.count($0.value.count, "study", "studies")))"
  }
  return "Each study is placed by a rule. " + parts.map(\.atStart).joined(separator: ". ") + "."
}

private func areaTable(_ map: EvidenceMap) -> PageTable {
  PageTable(
    "The four areas",
    columns: [
      .text("Area"), .number("Studies"), .number("Pupils"), .number("Average"),
      .number("95% range"), .number("Next school"), .text("Certainty"), .number("Policy records"),
    ],
    rows: map.areas.map { area in
      [
        area.area.inWords.atStart, NumberStyle.count(area.studies), NumberStyle.count(area.pupils),
        area.estimate.map { NumberStyle.signed($0, digits: 2) } ?? "not known",
        area.interval.map { NumberStyle.range($0, digits: 2) } ?? "",
        area.predictionInterval.map { NumberStyle.range($0, digits: 2) } ?? "",
        area.certainty.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
          .joined(separator: ", "),
        NumberStyle.count(area.policies),
      ]
    })
}

private func waysTable(_ map: EvidenceMap) -> PageTable {
  PageTable(
    "What moved between areas", columns: [.text("Day"), .text("From and to"), .text("Rests on")],
    rows: map.pathways.map {
      [
        $0.date, waySentence($0).atStart,
        (studyNames($0.studies) + $0.policies).joined(separator: ", "),
      ]
    })
}

private func policyTable(_ map: EvidenceMap) -> PageTable {
  PageTable(
    "Records of policy",
    columns: [
      .text("Day"), .text("Country"), .text("Body and title"), .text("Instrument"), .text("Status"),
      .text("Rests on"),
    ],
    rows: map.policies.map {
      [
        $0.date, $0.country, [$0.body, $0.title].filter { !$0.isEmpty }.joined(separator: ": "),
        words([$0.instrument.rawValue]), words([$0.status.rawValue]),
        studyNames($0.cites).joined(separator: ", "),
      ]
    })
}

private func practiceTable(_ map: EvidenceMap) -> PageTable? {
  guard !map.practices.isEmpty else { return nil }
  return PageTable(
    "Answers of schools in the lowest, middle and highest third of effects",
    columns: [
      .text("Question and answer"), .number("Lowest"), .number("Middle"), .number("Highest"),
    ],
    rows: map.practices.flatMap { practice in
      practice.answers.map {
        [
          "\(practice.question): \(words([$0.code]))", NumberStyle.count($0.lowest),
          NumberStyle.count($0.middle), NumberStyle.count($0.highest),
        ]
      }
    })
}

extension Area {
  /// In a sentence.
  package var inWords: String {
    switch self {
    case .efficacy: "efficacy"
    case .efficacyPlus: "efficacy+"
    case .policyPlans: "policy plans"
    case .practiceAtScale: "practice at scale"
    }
  }
}
