import StudyModel
import Validation

/// How sure one can be of an effect: the design sets the start, each weakness goes down a step.
///
/// Each check looks at the pupils who tell the arms apart (`withoutBalancedConstants`), and says so
/// where the figure that the report prints, which is that of everybody, would not bear it out.
func certainty(from evidence: CertaintyEvidence) -> CertaintyJudgement {
  let start = startingRung(for: evidence.assignment, inClasses: evidence.isInClasses)
  let checks = [
    attritionCheck(evidence), sizeCheck(evidence), classCheck(evidence), baselineCheck(evidence),
    ceilingCheck(evidence), doseCheck(evidence),
  ].compactMap { $0 }
  let level = start.level.lowered(by: checks.filter(\.lowers).count)
  guard let nothing = estimateCheck(evidence) else {
    return CertaintyJudgement(level: level, reasons: [start.reason] + checks)
  }
  return CertaintyJudgement(level: .veryLow, reasons: [start.reason, nothing] + checks)
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

/// Of nothing one cannot be sure at all; nil where there is an effect, or nobody to compare with.
///
/// Pupils who cancel may make an estimate possible where there was none, and must not make it surer.
private func estimateCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard evidence.assignment != .noComparison else { return nil }
  guard evidence.hasEstimate else { return Reason(text: "There is no estimate.", lowers: true) }
  guard evidence.isLeftWithNothing else { return nil }
  return Reason(
    "too few pupils are left for an estimate", notCounting: evidence.cancelled, lowers: true)
}

private func attritionCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let judged = evidence.judged.attrition else { return nil }
  let printed = evidence.printed.attrition ?? judged
  let percent = Int((printed.overall * 100).rounded())
  if judged.overall > 0.20 {
    let more =
      printed.overall > 0.20 ? "" : ", and more than 20% \(notCounting(evidence.cancelled))"
    return Reason(text: "\(percent)% of the pupils have no pair of marks\(more).", lowers: true)
  }
  if judged.differential > 0.10 {
    return Reason(
      "one group lost many more pupils than the other",
      notCounting: printed.differential > 0.10 ? 0 : evidence.cancelled, lowers: true)
  }
  if printed.overall == 0 { return Reason(text: "Every pupil has both marks.", lowers: false) }
  let share = percent == 0 ? "less than 1%" : "\(percent)%"
  return Reason(text: "Few pupils are missing a mark (\(share)).", lowers: false)
}

private func sizeCheck(_ evidence: CertaintyEvidence) -> Reason {
  let lowers = evidence.judged.smallestArm < 20
  let isAlone = evidence.groups < 2
  return Reason(
    lowers
      ? "\(isAlone ? "the" : "a") group has fewer than 20 pupils with both marks"
      : "\(isAlone ? "the" : "each") group has 20 pupils or more with both marks",
    notCounting: evidence.cancelled, lowers: lowers)
}

/// A class shares a teacher and a timetable, so that few classes are few, whoever is in them.
private func classCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let smallest = evidence.judged.fewestClasses else { return nil }
  let cancelled = smallest == evidence.printed.fewestClasses ? 0 : evidence.cancelled
  if smallest < 2 {
    return Reason(
      smallest == 0
        ? "there is no class to look at in a group"
        : "there is one class in a group, so the programme cannot be told from the class",
      notCounting: cancelled, lowers: true)
  }
  return smallest < 5
    ? Reason(
      "a group has only \(smallest) classes, so one unusual class can decide the result",
      notCounting: cancelled, lowers: true)
    : Reason("each group has five classes or more", notCounting: cancelled, lowers: false)
}

private func baselineCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let judged = evidence.judged.baseline else { return sameMarksBefore(evidence) }
  let printed = evidence.printed.baseline ?? judged
  let isAhead = judged.g > 0
  let agrees =
    judged.category == printed.category
    && (judged.category != .notSatisfied || isAhead == (printed.g > 0))
  let cancelled = agrees ? 0 : evidence.cancelled
  switch judged.category {
  case .notSatisfied:
    return Reason(
      "the pupils who took part started well \(isAhead ? "ahead of" : "behind") the comparison "
        + "pupils", notCounting: cancelled, lowers: true)
  case .adjust:
    return Reason(
      "the groups started a little apart; the estimate allows for it", notCounting: cancelled,
      lowers: false)
  case .satisfied:
    return Reason(
      "the groups had nearly the same marks before", notCounting: cancelled, lowers: false)
  }
}

/// Marks that are all the same before are as good as none: whether the groups began alike is not
/// known, and no lower mark after can be told from a lower start.
private func sameMarksBefore(_ evidence: CertaintyEvidence) -> Reason? {
  guard evidence.groups > 1, evidence.hasEstimate, !evidence.isLeftWithNothing else { return nil }
  return Reason(
    "the marks before are all the same, so nobody can tell if the groups started alike",
    notCounting: evidence.printed.baseline == nil ? 0 : evidence.cancelled, lowers: true)
}

private func ceilingCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard evidence.judged.shareAtMaximum > 0.25 else { return nil }
  return Reason(
    "more than a quarter of the pupils got full marks, so the test was too easy to tell",
    notCounting: evidence.printed.shareAtMaximum > 0.25 ? 0 : evidence.cancelledBelowMaximum,
    lowers: true)
}

private func doseCheck(_ evidence: CertaintyEvidence) -> Reason? {
  guard let judged = evidence.judged.meanSessions, evidence.sessionsPlanned > 0 else { return nil }
  let half = Double(evidence.sessionsPlanned) / 2
  let lowers = judged < half
  let agrees = ((evidence.printed.meanSessions ?? judged) < half) == lowers
  return Reason(
    lowers
      ? "pupils had fewer than half of the sessions planned"
      : "pupils had at least half of the sessions planned",
    notCounting: agrees ? 0 : evidence.cancelled, lowers: lowers)
}

extension CertaintyJudgement.Reason {
  /// A sentence from its words without capital and full stop, of all pupils but some who cancel.
  fileprivate init(_ words: String, notCounting cancelled: Int, lowers: Bool) {
    let sentence = cancelled > 0 ? "\(Analysis.notCounting(cancelled)), \(words)" : words
    self.init(text: sentence.prefix(1).uppercased() + sentence.dropFirst() + ".", lowers: lowers)
  }
}

/// Who is left out, in words; there are always two or more, one of each group.
private func notCounting(_ cancelled: Int) -> String {
  "not counting \(cancelled) pupils whose mark did not move and who match one another across the "
    + "groups"
}
