import Programmes
import StudyModel

/// The columns of the sheet with one row for each pupil, left to right.
func pupilColumns(
  of programme: Programme, design: StudyDesign, texts: WorkbookTexts
) -> [PupilColumn] {
  var columns: [PupilColumn] = []
  func add(_ field: Field, _ purpose: PupilColumn.Purpose = .input, width: Double) {
    columns.append(
      PupilColumn(field: field, purpose: purpose, number: columns.count + 1, width: width))
  }
  add(
    Field(id: WellKnownField.pupil, label: texts[.pupilCode], kind: .text(maximumLength: 20)),
    .code, width: 12)
  add(groupField(of: programme, design: design, texts: texts), width: 16)
  if !programme.roles.isEmpty {
    add(roleField(of: programme, texts: texts), width: 12)
  }
  let belonging = [WellKnownField.className, WellKnownField.teachingGroup, WellKnownField.pair]
  for id in belonging {
    if let field = programme.pupilFields.first(where: { $0.id == id }) {
      add(field, width: 14)
    } else if id == WellKnownField.pair, design == .pairs {
      add(
        Field(
          id: id, label: texts[.pair], help: texts[.pairHelp], kind: .text(maximumLength: 12),
          isRequired: true), width: 10)
    }
  }
  for outcome in programme.outcomes {
    for field in scoreFields(of: outcome, in: programme, texts: texts) { add(field, width: 12) }
  }
  add(
    Field(
      id: WellKnownField.missingReason, label: texts[.missingReason],
      help: texts[.missingReasonHelp], kind: .choice(programme.missingReasons)), width: 28)
  for field in programme.pupilFields where !belonging.contains(field.id) {
    add(field, width: 14)
  }
  add(
    Field(
      id: WellKnownField.explanation, label: texts[.explanation], help: texts[.explanationHelp],
      kind: .text(maximumLength: 250)), width: 30)
  add(
    Field(id: "check", label: texts[.check], kind: .text(maximumLength: 250)), .check, width: 44)
  return columns
}

private func groupField(
  of programme: Programme, design: StudyDesign, texts: WorkbookTexts
) -> Field {
  let intervention = Choice(
    code: Arm.intervention.rawValue, label: programme.words.intervention)
  let comparison = Choice(code: Arm.comparison.rawValue, label: programme.words.comparison)
  let hasComparison = design != .single
  return Field(
    id: WellKnownField.group, label: texts[.group],
    help: hasComparison
      ? texts[.groupHelp, intervention.label, comparison.label]
      : texts[.groupHelpSingle, intervention.label],
    kind: .choice(hasComparison ? [intervention, comparison] : [intervention]), isRequired: true)
}

private func roleField(of programme: Programme, texts: WorkbookTexts) -> Field {
  Field(
    id: WellKnownField.role, label: texts[.role], help: texts[.roleHelp],
    kind: .choice(programme.roles), isRequired: true)
}

/// The mark before and the mark after; they name the outcome where there is more than one.
private func scoreFields(
  of outcome: Outcome, in programme: Programme, texts: WorkbookTexts
) -> [Field] {
  let help = texts[.scoreHelp, plain(outcome.minimum), plain(outcome.maximum)]
  let isOnly = programme.outcomes.count == 1
  let subject = outcome.label.prefix(1).uppercased() + outcome.label.dropFirst()
  return [
    Field(
      id: WellKnownField.before(outcome),
      label: isOnly ? texts[.scoreBefore] : texts[.scoreBeforeOf, subject], help: help,
      kind: .decimal(outcome.bounds)),
    Field(
      id: WellKnownField.after(outcome),
      label: isOnly ? texts[.scoreAfter] : texts[.scoreAfterOf, subject], help: help,
      kind: .decimal(outcome.bounds)),
  ]
}
