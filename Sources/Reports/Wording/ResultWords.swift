package import Analysis
package import StudyModel

/// Everything that is said in sentences about one outcome.
package struct ResultWords: Sendable, Hashable {
  package var headline: String
  /// The estimate and both ends of its range, in months; nil where there is no effect.
  package var months: String?
  /// The same in marks.
  package var marks: String?
  /// Why there is no effect.
  package var reason: String?
  /// Sentences to paste, without their quotation marks.
  package var canSay: [String]
  package var cannotSay: [String]

  package init(of outcome: OutcomeAnalysis, words: ProgrammeWords) {
    let subjects = SentenceSubjects(of: outcome, words: words)
    headline = Reports.headline(for: outcome, words: words)
    months = outcome.shownEffect.map { monthsSentence($0, claim: outcome.claim) }
    marks = outcome.shownEffect.map { marksSentence($0, on: outcome.outcome) }
    reason = nil
    if outcome.shownEffect == nil {
      marks = outcome.gainAlone.flatMap(gainSentence)
      reason = whyNoEffect(outcome)
    }
    canSay = whatCanBeSaid(outcome, subjects: subjects, words: words)
    cannotSay = whatCannotBeSaid(outcome, subjects: subjects)
  }
}

/// `About 4 months more progress; the true figure could plausibly be anywhere from …`.
func monthsSentence(_ effect: EffectEstimate, claim: Claim) -> String {
  let words = MonthsWords(of: effect)
  return "\(words.estimate.atStart); the true figure could plausibly be \(words.range)."
}

/// `That is about 2.1 marks more on a test of 40 marks; plausibly anywhere from …`.
func marksSentence(_ effect: EffectEstimate, on outcome: Outcome) -> String {
  let estimate = MarksWords.estimate(effect.difference, on: outcome)
  let range = MarksWords.range(effect.differenceInterval, estimate: effect.difference)
  return "In marks: \(estimate); plausibly \(range)."
}

private func gainSentence(_ gain: GainEstimate) -> String? {
  gain.interval.map {
    "The average gain could plausibly be \(MarksWords.gainRange($0)). Marks usually change "
      + "between two tests, with or without a programme."
  }
}

private func whyNoEffect(_ outcome: OutcomeAnalysis) -> String? {
  if case .notEstimated(let reason) = outcome.result {
    return outcome.gainAlone == nil ? reason.asSentence : nil
  }
  let fewest = outcome.flow.analysed.values.min() ?? 0
  if fewest < 10 {
    return "One group has \(NumberStyle.count(fewest, "pupil", "pupils")) with both marks; "
      + "at least 10 in each group are needed."
  }
  return "The range of plausible figures is too wide to be useful: more than 24 months."
}
