import Analysis
import Statistics
import StudyModel

/// Every outcome of a study for its page.
func schoolResults(_ analysis: StudyAnalysis, numbers: inout FigureNumbers) -> [SchoolResult] {
  let isSingle = analysis.outcomes.count == 1
  let parts = analysis.outcomes.enumerated().map { index, outcome in
    ResultParts(
      outcome: outcome, words: analysis.programme.words, label: isSingle ? nil : label(outcome),
      isFirst: index == 0)
  }
  // The effect figures stand together on the first page, so they are numbered first.
  let effects = parts.map { effectFigure($0, numbers: &numbers) }
  var results = zip(parts, effects).map { part, effect in
    schoolResult(part, effect: effect, numbers: &numbers)
  }
  // The flows of several results stand together after them.
  for index in results.indices {
    results[index].flow = flowFigure(parts[index], numbers: &numbers)
  }
  return results
}

/// What the figures and sentences of one result need.
struct ResultParts {
  var outcome: OutcomeAnalysis
  var words: ProgrammeWords
  var label: String?
  /// Whether it is the first of its page, where pictures are explained.
  var isFirst = true

  var subjects: SentenceSubjects { SentenceSubjects(of: outcome, words: words) }

  /// Unique on the page.
  var anchor: String {
    let name = outcome.outcome.id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(name) + (outcome.role.map { "-\($0.rawValue)" } ?? "")
  }

  /// The arms that have pupils, the intervention first.
  var arms: [Arm] {
    [.intervention, .comparison].filter { (outcome.flow.started[$0] ?? 0) > 0 }
  }

  /// The words for the pupils of an arm, to begin a sentence.
  func pupils(of arm: Arm) -> String {
    arm == .intervention ? subjects.pupils : subjects.comparison
  }
}

/// `Tutees: reading`.
func label(_ outcome: OutcomeAnalysis) -> String {
  outcome.role.map { "\($0.plural): \(outcome.outcome.label)" } ?? outcome.outcome.label.atStart
}

private func schoolResult(
  _ parts: ResultParts, effect: PageFigure?, numbers: inout FigureNumbers
) -> SchoolResult {
  let outcome = parts.outcome
  let words = ResultWords(of: outcome, words: parts.words)
  let figures = [slopeFigure(parts, numbers: &numbers), changeFigure(parts, numbers: &numbers)]
  return SchoolResult(
    anchor: parts.anchor, label: parts.label, level: parts.label == nil ? 2 : 3,
    headline: words.headline,
    sentences: [words.months, words.marks, words.reason].compactMap(\.self),
    who: who(parts), effect: effect, canSay: words.canSay, cannotSay: words.cannotSay,
    whyNot: whyItCannotBeSaid(outcome), rungs: rungs(outcome.certainty.level),
    sureness: sureness(of: outcome), reasons: reasons(outcome.certainty),
    figures: figures, people: people(parts), flow: nil,
    lost: lostPupils(parts))
}

/// What the rung means; without an effect, that there is none.
private func sureness(of outcome: OutcomeAnalysis) -> String {
  outcome.shownEffect == nil ? Certainty.veryLow.meaning : outcome.certainty.level.meaning
}

/// How many pupils of each group the result is from.
private func who(_ parts: ResultParts) -> String {
  let groups = parts.arms.map { arm in
    parts.pupils(of: arm).midSentence.counted(parts.outcome.flow.analysed[arm] ?? 0)
  }
  return "From \(groups.joined(separator: " and ")) with marks on both tests."
}

private func rungs(_ level: Certainty) -> [SchoolResult.Rung] {
  Certainty.allCases.map { SchoolResult.Rung(title: $0.title, isHere: $0 == level) }
}

private func reasons(_ certainty: CertaintyJudgement) -> [SchoolResult.ReasonLine] {
  certainty.reasons.map {
    SchoolResult.ReasonLine(
      mark: ReasonMark(lowers: $0.lowers).svg.hiddenMarkup(class: "mark"), text: $0.text)
  }
}

private func people(_ parts: ResultParts) -> SchoolResult.People? {
  guard let frequency = Frequency(of: parts.outcome) else { return nil }
  let sentence = frequency.sentence(subjects: parts.subjects)
  let array = IconArray(filled: frequency.count, total: frequency.total)
  return SchoolResult.People(
    sentence: sentence,
    drawing: array.svg.markup(
      id: "people-\(parts.anchor)", title: "People",
      description: "\(frequency.count) of \(frequency.total) people are filled in."))
}

/// Why marks are missing, commonest reason first; nil where no reason was given.
private func lostPupils(_ parts: ResultParts) -> String? {
  let outcome = parts.outcome
  guard !outcome.flow.reasons.isEmpty else { return nil }
  let byArm = outcome.details.missing?.reasons ?? []
  let reasons = outcome.flow.reasons.map { reason in
    let counts = byArm.first { $0.label == reason.label }?.counts ?? [:]
    let parts = parts.arms.compactMap { arm in
      counts[arm].map { "\($0) \(parts.subjectsTitle(of: arm).midSentence)" }
    }
    let who = parts.count > 1 || counts.count == 1 ? parts.joined(separator: ", ") : ""
    return "\(reason.label.midSentence) (\(who.isEmpty ? "\(reason.count)" : who))"
  }
  return "Why marks are missing: \(reasons.joined(separator: ", "))."
}
