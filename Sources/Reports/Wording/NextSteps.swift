import Analysis
import StudyModel

/// Two or three things to do next, chosen by rules from what the results show.
///
/// Never *stop* because of one result.
func nextSteps(for analysis: StudyAnalysis) -> [String] {
  let activity = analysis.programme.words.activity.midSentence
  let claims = analysis.outcomes.map(\.claim)
  let main = claims.map {
    step(
      for: $0, activity: activity, programme: analysis.programme,
      isInClasses: analysis.design == .cluster)
  }
  var steps: [String] = []
  for step in main + adviceOnDesign(analysis) where !steps.contains(step) { steps.append(step) }
  return Array(steps.prefix(3))
}

private func step(
  for claim: Claim, activity: String, programme: Programme, isInClasses: Bool
) -> String {
  switch claim {
  case .clear(.more), .sizeUnsure(.more):
    "Keep \(activity) as you ran it, with the same number of sessions, and test again to see "
      + "whether the difference lasts."
  case .clear(.less), .sizeUnsure(.less):
    "Before the next round, look at how sessions ran: attendance, which lessons pupils missed "
      + "for them, and how the groups were chosen. Then test again."
  case .leans, .unclear:
    "Do not decide from this result alone. Join another round: added to other schools, your "
      + "pupils help to give a clear answer."
  case .tooSmallToMatter:
    "Compare the sessions pupils attended with the \(programme.dose.sessionsPlanned) planned. "
      + "With fewer, try the full number before you judge."
  case .tooLittleData where isInClasses:
    "Join another round with several classes in each group, so that no class has to stand for the "
      + "programme."
  case .tooLittleData:
    "Join another round with at least 20 pupils in each group, both tests for every pupil, and "
      + "a comparison group."
  }
}

/// What would make the next result surer, the weightiest first.
private func adviceOnDesign(_ analysis: StudyAnalysis) -> [String] {
  var advice: [String] = []
  if analysis.design != .single, analysis.assignment != .random {
    advice.append(
      "Next time, draw by chance which pupils start first. Nothing else makes a result surer.")
  }
  if analysis.outcomes.contains(where: { ($0.details.classes?.classes.values.min() ?? 5) < 5 }) {
    advice.append(
      "Next time, put single pupils into the groups by chance, or at least five classes into each.")
  }
  if analysis.outcomes.contains(where: { ($0.attrition?.category ?? .low) != .low }) {
    advice.append("Plan a second day for pupils who miss the test, so that all of them count.")
  }
  if analysis.outcomes.contains(where: { $0.shareAtMaximum > 0.25 }) {
    advice.append("Use a harder test: many pupils reached the highest mark and had no room left.")
  }
  if analysis.outcomes.contains(where: { ($0.flow.analysed.values.min() ?? 0) < 20 }) {
    advice.append("Include more pupils: with at least 20 in each group the range is narrower.")
  }
  advice.append("Share this report with the staff who ran the sessions, and note what they saw.")
  return advice
}
