package import StudyModel

extension StudyIdentity {
  /// The school of every example.
  package static let example = StudyIdentity(
    school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1", workbook: "7F3A-22K9",
    country: "GB")
}

extension Programme {
  /// Reading, from 0 to 40.
  package static let exampleOutcome = Outcome(
    id: "reading", label: "reading", test: "Reading test", maximum: 40)

  package static let exampleRoles = [
    Choice(code: "tutor", label: "Tutor"), Choice(code: "tutee", label: "Tutee"),
  ]

  /// The programme of every example: one outcome, no roles unless the table has a column for them.
  package static let example = Programme(
    id: "peer-tutoring-reading", version: "1.0", title: "Peer tutoring in reading",
    strategy: "peer-tutoring", phase: "primary", area: .efficacy,
    words: ProgrammeWords(
      intervention: "Tutored", comparison: "Comparison", interventionPupils: "Tutored pupils",
      comparisonPupils: "Comparison pupils", activity: "Tutoring"),
    designs: StudyDesign.allCases, outcomes: [exampleOutcome],
    pupilFields: [
      Field(id: "class", label: "Class or set", kind: .text(maximumLength: 12)),
      Field(
        id: "sex", label: "Sex",
        kind: .choice([Choice(code: "f", label: "Girl"), Choice(code: "m", label: "Boy")])),
      Field(id: "sessions", label: "Sessions attended", kind: .wholeNumber(0...500)),
      Field(
        id: "eligible", label: "Eligible for support",
        kind: .choice([Choice(code: "yes", label: "Yes"), Choice(code: "no", label: "No")]),
        isRequired: true),
    ],
    missingReasons: [
      Choice(code: "absent", label: "Absent"), Choice(code: "left", label: "Left the school"),
      Choice(code: "other", label: "Another reason"),
    ],
    schoolQuestions: [
      Field(id: "year-group", label: "Year group", kind: .text(maximumLength: 20)),
      Field(id: "date-before", label: "Date of the test before", kind: .date),
      Field(id: "date-after", label: "Date of the test after", kind: .date),
      Field(
        id: "assignment", label: "How were pupils chosen?", kind: .choice(assignmentChoices),
        isRequired: true),
      Field(id: "sessions-planned", label: "Sessions planned", kind: .wholeNumber(1...200)),
      Field(id: "comments", label: "Anything else?", kind: .text(maximumLength: 500)),
    ],
    implementationQuestions: [
      Field(
        id: "fidelity", label: "Share of sessions as planned",
        kind: .decimal(0...100)),
      Field(id: "weeks", label: "Weeks", kind: .wholeNumber(1...52), isRequired: true),
    ],
    dose: Dose(sessionsPlanned: 20, minutes: 30, weeks: 10, complianceThreshold: 15),
    monthsTable: "eef-2026")

  private static let assignmentChoices = [
    Choice(code: "random", label: "By chance"),
    Choice(code: "matched", label: "Matched to be alike"),
    Choice(code: "teacher-choice", label: "By the teacher"),
    Choice(code: "volunteers", label: "Pupils or parents asked for it"),
    Choice(code: "no-comparison", label: "There is no comparison group"),
  ]
}
