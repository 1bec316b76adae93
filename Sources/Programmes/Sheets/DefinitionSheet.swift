/// The sheets of a workbook that defines a programme, in the manner of XLSForm: one row, one thing.
package enum DefinitionSheet: String, CaseIterable, Sendable {
  case settings, sessions, outcomes, columns, questions, choices, glossary, texts
  case textLines = "text_lines"
  case assessment, items

  /// What it is for, in one sentence.
  package var purpose: String {
    switch self {
    case .settings: "What the programme is, one row for each setting."
    case .sessions: "How much of it a pupil should get, in one row."
    case .outcomes: "What it wants to improve, with the test; one row for each outcome."
    case .columns: "What is asked of each pupil beside code, group, role and scores."
    case .questions: "What is asked about the school and about how it went; one row, one question."
    case .choices: "The answers of closed lists; also the lists roles and missing-reasons."
    case .glossary: "Words and their meanings, for the sheet Words we use."
    case .texts: "The texts that a school is handed, in their order."
    case .textLines: "The lines of those texts, in Markdown, from the top."
    case .assessment: "The test whose numbers are drawn, where there is one."
    case .items: "What that test asks, in order."
    }
  }

  /// Whether a programme may do without it.
  package var isOptional: Bool { self == .assessment || self == .items }

  /// Its headings, left to right; where it holds keys and values, those come first.
  package var columns: [DefinitionColumn] {
    switch self {
    case .settings: Self.keysAndValues
    case .assessment: Self.keysAndValues.map { $0.untranslated }
    case .sessions: DefinitionTable.dose.required.map { DefinitionColumn($0, $0) }
    case .outcomes:
      [
        DefinitionColumn("name", "id"), DefinitionColumn("label", "label", isTranslated: true),
        DefinitionColumn("test", "test"), DefinitionColumn("minimum", "minimum"),
        DefinitionColumn("maximum", "maximum"),
      ]
    case .columns: Self.questionColumns + [DefinitionColumn("asked", "asked")]
    case .questions: [DefinitionColumn("sheet", "sheet")] + Self.questionColumns
    case .choices:
      [
        DefinitionColumn("list_name", "list"), DefinitionColumn("name", "code"),
        DefinitionColumn("label", "label", isTranslated: true),
      ]
    case .glossary:
      ["word", "meaning"].map { DefinitionColumn($0, $0, isTranslated: true) }
    case .texts: ["title", "file", "for"].map { DefinitionColumn($0, $0) }
    case .textLines: ["file", "text"].map { DefinitionColumn($0, $0) }
    case .items:
      [
        "topic", "kind", "count", "first-lowest", "first-highest", "second-lowest",
        "second-highest", "crosses-ten", "story",
      ].map { DefinitionColumn($0, $0) }
    }
  }

  private static let keysAndValues = [
    DefinitionColumn("name", "name"), DefinitionColumn("value", "value", isTranslated: true),
  ]

  private static let questionColumns = [
    DefinitionColumn("type", "kind"), DefinitionColumn("name", "id"),
    DefinitionColumn("label", "label", isTranslated: true),
    DefinitionColumn("hint", "help", isTranslated: true), DefinitionColumn("unit", "unit"),
    DefinitionColumn("required", "required"), DefinitionColumn("minimum", "minimum"),
    DefinitionColumn("maximum", "maximum"), DefinitionColumn("maximum-length", "maximum-length"),
  ]
}

/// A column of a sheet of a definition.
package struct DefinitionColumn: Hashable, Sendable {
  /// As XLSForm calls it, without its language: `hint`.
  package var heading: String
  /// As `programme.yaml` calls it: `help`.
  package var key: String
  /// Whether there is one for each language: `hint::French (fr)`.
  package var isTranslated: Bool

  init(_ heading: String, _ key: String, isTranslated: Bool = false) {
    self.heading = heading
    self.key = key
    self.isTranslated = isTranslated
  }

  var untranslated: DefinitionColumn { DefinitionColumn(heading, key) }
}

/// The settings of a programme, in the order of their rows.
enum DefinitionSettings {
  static let top = [
    "id", "version", "title", "strategy", "phase", "area", "designs", "months-table",
  ]
  static let all = top + DefinitionTable.words.required
  static let assessment = ["title", "minutes", "instructions", "seed"]
}
