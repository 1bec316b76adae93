import StudyModel
import Validation

/// What the certainty of one outcome is judged from.
struct CertaintyEvidence {
  var assignment: AssignmentMethod
  /// How many classes there were, where whole classes were allocated.
  var classes: [Arm: Int]?
  var flow: PupilFlow
  var attrition: Attrition?
  var baseline: BaselineBalance?
  var shareAtMaximum: Double
  /// The mean number of sessions that pupils of the intervention arm attended.
  var meanSessions: Double?
  var sessionsPlanned: Int
}

/// How sure one can be of an effect: the design sets the start, each weakness goes down a step.
func certainty(from evidence: CertaintyEvidence) -> CertaintyJudgement {
  let start = startingRung(for: evidence.assignment, inClasses: evidence.classes != nil)
  let checks = [
    attritionCheck(evidence), sizeCheck(evidence), classCheck(evidence), baselineCheck(evidence),
    ceilingCheck(evidence), doseCheck(evidence),
  ].compactMap { $0 }
  return CertaintyJudgement(
    level: start.level.lowered(by: checks.filter(\.lowers).count), reasons: [start.reason] + checks)
}

private typealias Reason = CertaintyJudgement.Reason

private func startingRung(
  for assignment: AssignmentMethod, inClasses: Bool
) -> (level: Certainty, reason: CertaintyJudgement.Reason) {
  switch assignment {
  case .random where inClasses:
    (.high, Reason(text: "Whole classes were put into the two groups by chance.", lowers: false))
  case .random:
    (.high, Reason(text: "Pupils were put into the two groups by chance.", lowers: false))
  case .matched:
    (
      .moderate,
      Reason(text: "The groups were chosen to be alike, not by chance.", lowers: true)
    )
  case .teacherChoice:
    (.low, Reason(text: "Teachers chose who took part, not chance.", lowers: true))
  case .volunteers:
    (.low, Reason(text: "Pupils who wanted to took part; chance did not decide.", lowers: true))
  case .noComparison:
    (.veryLow, Reason(text: "There was no comparison group.", lowers: true))
  }
}

private func attritionCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let attrition = evidence.attrition else { return nil }
  let percent = Int((attrition.overall * 100).rounded())
  if attrition.overall > 0.20 {
    return Reason(text: "\(percent)% of the pupils have no pair of marks.", lowers: true)
  }
  if attrition.differential > 0.10 {
    return Reason(text: "One group lost many more pupils than the other.", lowers: true)
  }
  return Reason(
    text: percent == 0
      ? "Every pupil has both marks." : "Few pupils are missing a mark (\(percent)%).",
    lowers: false)
}

private func sizeCheck(_ evidence: CertaintyEvidence) -> Reason {
  let smallest = Arm.allCases.map { evidence.flow.analysed[$0] ?? 0 }.min() ?? 0
  return smallest < 20
    ? Reason(text: "A group has fewer than 20 pupils with both marks.", lowers: true)
    : Reason(text: "Each group has 20 pupils or more with both marks.", lowers: false)
}

/// A class shares a teacher and a timetable, so that few classes are few, whoever is in them.
private func classCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let classes = evidence.classes else { return nil }
  let smallest = Arm.allCases.map { classes[$0] ?? 0 }.min() ?? 0
  if smallest < 2 {
    return Reason(
      text: "There is one class in a group, so the programme cannot be told from the class.",
      lowers: true)
  }
  return smallest < 5
    ? Reason(
      text: "A group has only \(smallest) classes, so one unusual class can decide the result.",
      lowers: true)
    : Reason(text: "Each group has five classes or more.", lowers: false)
}

private func baselineCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let baseline = evidence.baseline else { return nil }
  switch baseline.category {
  case .notSatisfied:
    let ahead = baseline.g > 0 ? "ahead of" : "behind"
    return Reason(
      text: "The pupils who took part started well \(ahead) the comparison pupils.", lowers: true)
  case .adjust:
    return Reason(
      text: "The groups started a little apart; the estimate allows for it.", lowers: false)
  case .satisfied:
    return Reason(text: "The groups had nearly the same marks before.", lowers: false)
  }
}

private func ceilingCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard evidence.shareAtMaximum > 0.25 else { return nil }
  return Reason(
    text: "More than a quarter of the pupils got full marks, so the test was too easy to tell.",
    lowers: true)
}

private func doseCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let mean = evidence.meanSessions, evidence.sessionsPlanned > 0 else { return nil }
  return mean < Double(evidence.sessionsPlanned) / 2
    ? Reason(text: "Pupils had fewer than half of the sessions planned.", lowers: true)
    : Reason(text: "Pupils had at least half of the sessions planned.", lowers: false)
}
