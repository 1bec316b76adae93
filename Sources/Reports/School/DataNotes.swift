import Analysis
import Cells
import StudyModel

/// One line of the notes: where, what, and what to do.
func noteLine(_ finding: Finding) -> String {
  let place = finding.address?.description ?? finding.sheet
  return (place.map { "\($0): " } ?? "") + finding.message.asSentence
    + (finding.help.isEmpty ? "" : " " + finding.help.asSentence)
}

/// The sentences over the notes.
func noteSentences(notes: [String], repairs: [Repair]) -> [String] {
  let read =
    repairs.isEmpty
    ? []
    : [
      "We read \(NumberStyle.count(repairs.count, "entry", "entries")) differently from how it was "
        + "typed. Your file was not changed."
    ]
  return notes.isEmpty && repairs.isEmpty
    ? ["Nothing to note: every entry was read as typed."] : read
}

/// More repairs than this are counted, not listed; the Results sheet lists them all.
private let mostRepairs = 30

/// Every value that was read differently from how it was typed; nil for none.
func repairTable(_ repairs: [Repair]) -> PageTable? {
  guard !repairs.isEmpty else { return nil }
  let rest = repairs.count - mostRepairs
  let caption =
    rest > 0
    ? "The first \(mostRepairs) of \(repairs.count) entries read differently; all are in the "
      + "Results sheet" : "Entries read differently from how they were typed"
  return PageTable(
    caption,
    columns: [.text("Cell"), .text("Typed"), .text("Read as"), .text("Why")],
    rows: repairs.prefix(mostRepairs).map { repair in
      [repair.address.description, repair.before, repair.after.inWords, repair.rule]
    })
}

/// How it was worked out, in at most 120 words and without a formula.
func methodText(_ analysis: StudyAnalysis) -> String {
  guard analysis.outcomes.contains(where: { $0.shownEffect != nil }) else {
    return "We describe the marks of pupils who took both tests. No effect is estimated, because "
      + "there is no comparison group or too little data. Every pupil is counted in the group "
      + "in which they started."
  }
  if analysis.design == .cluster { return methodOfClasses }
  return "We compared the two groups’ marks after the programme between pupils who had the same "
    + "mark before. Every pupil is counted in the group in which they started, whatever "
    + "happened later. The difference in marks, divided by the spread of marks, is the effect "
    + "size; a published table turns it into months. The range is a 95% range: if we repeated "
    + "this many times, about 95 in 100 such ranges would contain the true figure. How sure we "
    + "are starts from how the groups were formed and goes down for each problem in the list. "
    + "No name of a pupil or of a school is in this report."
}

private let methodOfClasses =
  "We compared the marks after the programme of classes with and without it, between pupils who had "
  + "the same mark before. Every pupil is counted in the group in which their class started. Each "
  + "class may lie higher or lower for reasons of its own (a mixed model), so a class counts more as "
  + "one than as many. The difference, divided by the spread of all marks, is the effect size; a "
  + "published table turns it into months. The range is a 95% range: if we repeated this many "
  + "times, about 95 in 100 such ranges would contain the true figure. No name of a pupil or of a "
  + "school is in this report."

extension RepairedValue {
  /// As a person would write it.
  var inWords: String {
    switch self {
    case .number(let number): NumberStyle.shortest(number)
    case .text(let text): text
    case .date(let date): date.inWords
    }
  }
}

extension String {
  /// The same words as a sentence: a capital letter, and a full stop where none ends it.
  var asSentence: String {
    guard let last else { return self }
    return atStart + (".!?".contains(last) ? "" : ".")
  }
}
