import Programmes
import StudyModel

/// What a programme asks of a school, and what a school is handed, for a terminal.
func description(of source: ProgrammeSource) -> String {
  let programme = source.programme
  var parts = [
    "\(programme.title) (\(programme.id), version \(programme.version))",
    "For: \(programme.phase); strategy \(programme.strategy); area \(programme.area.rawValue)",
    "Designs: \(programme.designs.map(\.rawValue).joined(separator: ", "))",
  ]
  if !programme.roles.isEmpty {
    parts.append("Roles: \(programme.roles.map(\.label).joined(separator: ", "))")
  }
  parts += programme.outcomes.map { outcome in
    "Outcome: \(outcome.label), \(outcome.test), \(plain(outcome.minimum)) to "
      + "\(plain(outcome.maximum)) marks"
  }
  let dose = programme.dose
  parts.append(
    "Sessions: \(dose.sessionsPlanned) of \(dose.minutes) minutes over \(dose.weeks) weeks; "
      + "\(dose.complianceThreshold) count as having taken part")
  let sections = [
    ("About each pupil", programme.pupilFields),
    ("About the school", programme.schoolQuestions),
    ("About how it went", programme.implementationQuestions),
  ]
  for (title, fields) in sections {
    parts.append("\(title):")
    parts += fields.map { "  \($0.id): \($0.label) [\(answer(to: $0))]" }
  }
  parts.append("Texts: \(programme.texts.map(\.title).joined(separator: "; "))")
  if let assessment = source.assessment {
    parts.append(
      "Test: \(assessment.title), two forms of \(assessment.maximum) items, seed \(assessment.seed)"
    )
  }
  return parts.joined(separator: "\n")
}

private func answer(to field: Field) -> String {
  var words: String
  switch field.kind {
  case .text(let length): words = "text, \(length) characters at most"
  case .wholeNumber(let range): words = "\(range.lowerBound) to \(range.upperBound), whole"
  case .decimal(let range): words = "\(plain(range.lowerBound)) to \(plain(range.upperBound))"
  case .date: words = "date"
  case .choice(let choices): words = choices.map(\.label).joined(separator: " / ")
  }
  if !field.unit.isEmpty { words += " " + field.unit }
  if field.isRequired { words += "; needed" }
  if field.isOnRequest { words += "; only on request" }
  return words
}
