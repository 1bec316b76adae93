/// A small programme that is right in every way, to break in one way at a time.
enum ExampleProgramme {
  static let yaml = """
    id: breakfast-club
    version: "1.0"
    title: Breakfast club
    strategy: breakfast
    phase: primary
    area: efficacy
    words:
      intervention: Club
      comparison: Comparison
      intervention-pupils: Club pupils
      comparison-pupils: Comparison pupils
      activity: Breakfast
    designs: [cluster, matched]
    outcomes:
      - {id: reading, label: reading, test: Short test, maximum: 20}
      - {id: number, label: number, test: Sums, minimum: -5, maximum: 30}
    pupil-fields:
      - {id: class, label: Class, kind: text, maximum-length: 12}
      - {id: hours, label: Hours of breakfast, kind: decimal, minimum: 0, maximum: 25.5}
    missing-reasons:
      - {code: absent, label: Absent}
    school-questions:
      - {id: date-before, label: First day, kind: date, required: true}
      - {id: date-after, label: Date of last test, kind: date, required: true}
      - id: assignment
        label: How were classes chosen?
        kind: choice
        required: true
        choices:
          - {code: random, label: By chance}
          - {code: teacher-choice, label: By the teacher}
    implementation-questions:
      - {id: weeks, label: Weeks, kind: whole-number, minimum: 1, maximum: 40}
    dose: {sessions-planned: 50, minutes: 30, weeks: 10, compliance-threshold: 40}
    months-table: eef-2026
    glossary:
      - {word: Club, meaning: Pupils who eat together.}
    texts:
      - {title: How to, file: guidance.md}
    """

  /// The same with one line, or part of it, replaced.
  static func yaml(replacing text: String, with other: String) -> String {
    yaml.replacing(text, with: other)
  }
}
