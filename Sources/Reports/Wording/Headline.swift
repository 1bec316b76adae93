package import Analysis
package import StudyModel

/// The result in one or two sentences, as sure as the evidence is and no surer.
///
/// The same words stand in the report, in the Results sheet and in the document for programs.
package func headline(for outcome: OutcomeAnalysis, words: ProgrammeWords) -> String {
  let subjects = SentenceSubjects(of: outcome, words: words)
  if let gain = outcome.gainAlone, outcome.effect == nil {
    return gainHeadline(gain, subjects: subjects)
  }
  return headline(
    claim: outcome.claim, certainty: outcome.certainty.level,
    estimate: outcome.shownEffect?.g ?? 0, subjects: subjects)
}

extension OutcomeAnalysis {
  /// What may be claimed: nothing, where there is no effect.
  package var claim: Claim { effect == nil ? .tooLittleData : Claim(verdict) }

  /// The change of the only group, where there was nobody to compare it with.
  ///
  /// Beside a comparison group a change by itself would be taken for an effect.
  package var gainAlone: GainEstimate? { (flow.started[.comparison] ?? 0) == 0 ? gain : nil }

  /// The effect, where there is one and enough data to speak of it.
  package var shownEffect: EffectEstimate? { claim == .tooLittleData ? nil : effect }
}

/// The headline of a claim.
///
/// The estimate, in standard deviations, decides between *a little better* and *better*.
func headline(
  claim: Claim, certainty: Certainty, estimate: Double, subjects: SentenceSubjects
) -> String {
  let pupils = subjects.pupils
  switch claim {
  case .tooLittleData:
    return "We can show your pupils’ scores, but we cannot estimate an effect yet."
  case .clear(let direction):
    return "\(pupils) made \(direction.amount) progress than similar pupils. "
      + certainty.reasonSentence(activity: subjects.activity) + comfort(direction)
  case .sizeUnsure(let direction):
    return "\(pupils) made \(direction.amount) progress than similar pupils, but the difference "
      + "may be very small. " + certainty.reasonSentence(activity: subjects.activity)
      + comfort(direction)
  case .leans(let direction):
    let size = abs(estimate) < 0.4 ? "a little " : ""
    return "\(pupils) did \(size)\(direction.quality), but we cannot tell if "
      + "\(subjects.activity.midSentence) was the reason."
  case .unclear:
    return "The two groups did about the same here, but the numbers are too small to tell if "
      + "\(subjects.activity.midSentence) made a difference."
  case .tooSmallToMatter:
    return certainty.littleDifference(activity: subjects.activity) + subjects.forRole
      + " on this test."
  }
}

/// What a school with less progress must hear at once.
private func comfort(_ direction: Direction) -> String {
  direction == .less ? " This does not mean they went backwards." : ""
}

private func gainHeadline(_ gain: GainEstimate, subjects: SentenceSubjects) -> String {
  "The marks of \(subjects.pupils.midSentence) \(MarksWords.gain(gain.mean)). Without a "
    + "comparison group we cannot tell if \(subjects.activity.midSentence) was the reason."
}
