import StudyModel

/// The questions that a workbook asks, those of the product's own included.
struct AskedFields: Sendable {
  /// About each pupil, by id.
  let ofPupils: [String: Field]
  /// About the school and how it went, by id.
  let ofSchool: [String: Field]
  /// The outcome whose mark a field asks for.
  let outcomes: [String: Outcome]

  init(of programme: Programme) {
    var outcomes: [String: Outcome] = [:]
    var pupilFields = Dictionary(
      Self.ownPupilFields(programme).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for outcome in programme.outcomes {
      for (id, moment) in [
        (WellKnownField.before(outcome), "before"), (WellKnownField.after(outcome), "after"),
      ] {
        outcomes[id] = outcome
        pupilFields[id] = Field(
          id: id, label: "\(outcome.label) score \(moment)", kind: .decimal(outcome.bounds))
      }
    }
    for field in programme.pupilFields where outcomes[field.id] == nil {
      pupilFields[field.id] = field
    }
    ofPupils = pupilFields
    self.outcomes = outcomes
    ofSchool = Dictionary(
      Self.ownSchoolFields + programme.schoolQuestions + programme.implementationQuestions,
      id: \.id)
  }

  private static func ownPupilFields(_ programme: Programme) -> [Field] {
    let groups = [
      Choice(code: Arm.intervention.rawValue, label: programme.words.intervention),
      Choice(code: Arm.comparison.rawValue, label: programme.words.comparison),
    ]
    let code = FieldKind.text(maximumLength: 20)
    return [
      Field(id: WellKnownField.pupil, label: "pupil code", kind: code),
      Field(id: WellKnownField.group, label: "group", kind: .choice(groups)),
      Field(id: WellKnownField.role, label: "role", kind: .choice(programme.roles)),
      Field(id: WellKnownField.className, label: "class", kind: code),
      Field(id: WellKnownField.teachingGroup, label: "teaching group", kind: code),
      Field(id: WellKnownField.pair, label: "pair", kind: code),
      Field(
        id: WellKnownField.missingReason, label: "reason for no score",
        kind: .choice(programme.missingReasons)),
      Field(
        id: WellKnownField.sessions, label: "sessions attended", kind: .wholeNumber(0...500)),
      Field(
        id: WellKnownField.explanation, label: "explanation", kind: .text(maximumLength: 500)),
    ]
  }

  private static let ownSchoolFields = [
    Field(id: WellKnownField.dateBefore, label: "date of the test before", kind: .date),
    Field(id: WellKnownField.dateAfter, label: "date of the test after", kind: .date),
    Field(
      id: WellKnownField.assignment, label: "how pupils were chosen",
      kind: .choice(AssignmentMethod.allCases.map { Choice(code: $0.rawValue, label: $0.rawValue) })
    ),
    Field(
      id: WellKnownField.sessionsPlanned, label: "sessions planned", kind: .wholeNumber(0...500)),
  ]

  /// A question that nobody defined asks for words.
  static func undefined(_ id: String) -> Field {
    Field(id: id, label: id, kind: .text(maximumLength: 500))
  }
}

extension Dictionary where Value == Field, Key == String {
  /// The last of those with the same id counts.
  fileprivate init(_ fields: [Field], id: KeyPath<Field, String>) {
    self.init(fields.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { _, last in last })
  }
}
