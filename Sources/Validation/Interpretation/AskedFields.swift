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
          id: id, label: Self.label(of: outcome, moment, in: programme),
          kind: .decimal(outcome.bounds))
      }
    }
    for field in programme.pupilFields where outcomes[field.id] == nil {
      pupilFields[field.id] = field
    }
    ofPupils = pupilFields.mapValues { Self.inEveryLanguage($0, of: programme) }
    self.outcomes = outcomes
    ofSchool = Dictionary(
      Self.ownSchoolFields + programme.schoolQuestions + programme.implementationQuestions,
      id: \.id
    ).mapValues { Self.inEveryLanguage($0, of: programme) }
  }

  /// A field whose choices are known by their words in the other languages of a programme too.
  private static func inEveryLanguage(_ field: Field, of programme: Programme) -> Field {
    guard case .choice(let choices) = field.kind else { return field }
    var known = field
    known.kind = .choice(
      choices.map { choice in
        var known = choice
        known.otherLabels = Set(programme.translations.values.compactMap { $0[choice.label] })
          .subtracting([choice.label]).sorted()
        return known
      })
    return known
  }

  /// As the heading says it, which names the outcome where there are several.
  private static func label(
    of outcome: Outcome, _ moment: String, in programme: Programme
  ) -> String {
    guard programme.outcomes.count > 1 else { return "Score \(moment)" }
    return outcome.label.prefix(1).uppercased() + outcome.label.dropFirst() + " score \(moment)"
  }

  private static func ownPupilFields(_ programme: Programme) -> [Field] {
    let groups = [
      Choice(code: Arm.intervention.rawValue, label: programme.words.intervention),
      Choice(code: Arm.comparison.rawValue, label: programme.words.comparison),
    ]
    let code = FieldKind.text(maximumLength: 20)
    return [
      Field(id: WellKnownField.pupil, label: "Pupil code", kind: code),
      Field(id: WellKnownField.group, label: "Group", kind: .choice(groups)),
      Field(id: WellKnownField.role, label: "Role", kind: .choice(programme.roles)),
      Field(id: WellKnownField.className, label: "Class", kind: code),
      Field(id: WellKnownField.teachingGroup, label: "Teaching group", kind: code),
      Field(id: WellKnownField.pair, label: "Pair", kind: code),
      Field(
        id: WellKnownField.missingReason, label: "If no score, why?",
        kind: .choice(programme.missingReasons)),
      Field(
        id: WellKnownField.sessions, label: "Sessions attended", kind: .wholeNumber(0...500)),
      Field(
        id: WellKnownField.explanation, label: "If this is right, say why",
        kind: .text(maximumLength: 500)),
    ]
  }

  private static let ownSchoolFields = [
    Field(id: WellKnownField.dateBefore, label: "Date of the first test", kind: .date),
    Field(id: WellKnownField.dateAfter, label: "Date of the second test", kind: .date),
    Field(
      id: WellKnownField.assignment, label: "How were pupils chosen?",
      kind: .choice(AssignmentMethod.allCases.map { Choice(code: $0.rawValue, label: $0.rawValue) })
    ),
    Field(
      id: WellKnownField.sessionsPlanned, label: "Sessions planned", kind: .wholeNumber(0...500)),
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
