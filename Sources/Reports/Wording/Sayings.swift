import Analysis
import StudyModel

/// Sentences that a school may paste into a newsletter or a paper for governors.
func whatCanBeSaid(
  _ outcome: OutcomeAnalysis, subjects: SentenceSubjects, words: ProgrammeWords
) -> [String] {
  let ours = "Our \(subjects.pupils.midSentence)"
  let activity = subjects.activity
  let label = outcome.outcome.label
  guard let effect = outcome.shownEffect else { return sayingsWithoutEffect(outcome, ours: ours) }
  let months = MonthsWords(of: effect)
  let figures = "\(months.estimate), and plausibly \(months.range)"
  switch outcome.claim {
  case .clear(let direction):
    return [
      "\(ours) made \(direction.amount) progress in \(label) than similar pupils: \(figures). "
        + outcome.certainty.level.verbSentence(activity: activity, direction: direction)
    ]
  case .sizeUnsure(let direction):
    return [
      "\(ours) made \(direction.amount) progress in \(label) than similar pupils, but the "
        + "difference may be very small: \(figures). "
        + outcome.certainty.level.verbSentence(activity: activity, direction: direction)
    ]
  case .leans(let direction):
    let pupils = NumberStyle.count(outcome.analysedPupils, "pupil", "pupils")
    return [
      "\(ours) did somewhat \(direction.quality) in \(label) than similar pupils. With \(pupils) "
        + "this could be chance."
    ]
  case .unclear:
    let pupils = NumberStyle.count(outcome.analysedPupils, "pupil", "pupils")
    return [
      "\(ours) and similar pupils did about the same in \(label). With \(pupils) we cannot tell "
        + "if \(activity.midSentence) made a difference."
    ]
  case .tooSmallToMatter:
    return [
      outcome.certainty.level.littleDifference(activity: activity) + subjects.forRole
        + " on our \(label) test: \(months.range)."
    ]
  case .tooLittleData: return sayingsWithoutEffect(outcome, ours: ours)
  }
}

/// Sentences that the data does not carry, however tempting.
func whatCannotBeSaid(_ outcome: OutcomeAnalysis, subjects: SentenceSubjects) -> [String] {
  let activity = subjects.activity
  switch outcome.claim {
  case .clear(.more), .sizeUnsure(.more):
    let months = outcome.shownEffect.map { monthsOfEveryPupil($0) } ?? "this progress"
    return ["\(activity) will give every pupil \(months)."]
  case .clear(.less), .sizeUnsure(.less):
    return ["\(activity) does not work anywhere."]
  case .leans(.more): return ["\(activity) worked.", "\(activity) made no difference."]
  case .leans(.less): return ["\(activity) did harm.", "\(activity) made no difference."]
  case .unclear: return ["\(activity) made no difference."]
  case .tooSmallToMatter: return ["\(activity) was a waste of time."]
  case .tooLittleData where outcome.gainAlone != nil && outcome.effect == nil:
    return ["\(activity) caused this change.", "\(activity) made no difference."]
  case .tooLittleData: return ["\(activity) worked.", "\(activity) did not work."]
  }
}

/// Why the sentence beside it does not hold; printed under the box.
func whyItCannotBeSaid(_ outcome: OutcomeAnalysis) -> String {
  switch outcome.claim {
  case .clear(.more), .sizeUnsure(.more): "This is an average; pupils differ."
  case .clear(.less), .sizeUnsure(.less): "This is one school, one group of pupils and one test."
  case .leans, .unclear: whereTheRangeGoes(outcome.shownEffect)
  case .tooSmallToMatter: "One test was measured, and nothing else that may have changed."
  case .tooLittleData where outcome.gainAlone != nil && outcome.effect == nil:
    "We do not know how the marks would have changed without it."
  case .tooLittleData: "There is too little data to say either."
  }
}

/// The range in directions, of the very months that are printed; the end against the estimate first.
private func whereTheRangeGoes(_ effect: EffectEstimate?) -> String {
  let all = "The range goes from less progress to more progress."
  guard let effect else { return all }
  let ends = [effect.months.low, effect.months.high].map { months in
    Direction(of: Double(months)).map { "\($0.amount) progress" } ?? "no difference"
  }
  guard ends[0] != ends[1] else { return "The range holds no difference, and a little either way." }
  let (first, second) = effect.g < 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
  return "The range goes from \(first) to \(second)."
}

private func monthsOfEveryPupil(_ effect: EffectEstimate) -> String {
  let months = abs(effect.months.estimate)
  guard months != 0 else { return "more progress" }
  return (MonthsTable.ends(before: effect.g) ? "more than " : "")
    + NumberStyle.count(months, "month", "months")
}

private func sayingsWithoutEffect(_ outcome: OutcomeAnalysis, ours: String) -> [String] {
  let label = outcome.outcome.label
  if let gain = outcome.gainAlone, outcome.effect == nil {
    return ["\(ours) sat a \(label) test twice. Their marks \(MarksWords.gain(gain.mean))."]
  }
  let pupils = NumberStyle.count(outcome.analysedPupils, "pupil", "pupils")
  return [
    "We tested \(pupils) in \(label) before and after. It is too early to say what difference "
      + "the programme made."
  ]
}

extension OutcomeAnalysis {
  /// The pupils with both marks, in both arms.
  var analysedPupils: Int { flow.analysed.values.reduce(0, +) }
}
