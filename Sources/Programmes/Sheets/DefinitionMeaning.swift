extension DefinitionSheet {
  /// What to write under a heading, or beside the name of a setting, in one sentence.
  package func meaning(of name: String) -> String {
    switch (self, name) {
    case (.texts, "title"): "The title of its page."
    case (.assessment, "title"): "The name of the test, the same as in outcomes."
    case (.assessment, "minutes"): "How long pupils have."
    case (.items, "kind"): "What kind of question: add, subtract, missing-addend and so on."
    case (_, "title"): "The title of its pages."
    default: Self.meanings[name] ?? ""
    }
  }

  /// The settings that have a row, where the sheet holds names and values.
  package var settings: [String] {
    switch self {
    case .settings: DefinitionSettings.all
    case .assessment: DefinitionSettings.assessment
    default: []
    }
  }

  private static let meanings: [String: String] = [
    "id": "The name that data refer to; it never changes. Small letters, digits, hyphens.",
    "version": "Change it whenever a question, a test or the dose changes, such as 1.1.",
    "strategy": "The kind of intervention: peer-tutoring, ta-small-groups, or your own.",
    "phase": "primary or secondary.",
    "area": "What its studies add to: efficacy, efficacy-plus, policy-plans, practice-at-scale.",
    "designs":
      "One or more of randomised, pairs, matched, cluster, partially-nested, single, with spaces "
      + "between; the first is the usual one.",
    "months-table": "The table that turns effects into months of progress: eef-2026.",
    "intervention": "The name of the group that takes part, in the list.",
    "comparison": "The name of the other group, in the list.",
    "intervention-pupils": "Begins a sentence about the first, such as Tutored pupils.",
    "comparison-pupils": "Begins a sentence about the second, such as Comparison pupils.",
    "activity": "What is done, to begin a sentence, such as Tutoring.",
    "sessions-planned": "How many sessions a pupil should get.",
    "minutes": "The length of one session.",
    "weeks": "How long it runs.",
    "compliance-threshold":
      "The fewest sessions that count as having taken part. Set it before any data.",
    "name": "The name in data: small letters, digits, hyphens. It never changes.",
    "value": "The setting itself.",
    "label": "The words that people see. On one sheet they must differ by three letters or more.",
    "test": "The name of the test.",
    "minimum": "The lowest number that is possible.",
    "maximum": "The highest number that is possible.",
    "maximum-length": "How many characters a text may have; 250 when left empty.",
    "type": "text, integer, decimal, date, or select_one and the name of a list in choices.",
    "hint": "What to type, in one sentence.",
    "unit": "In what a number is counted, such as hours.",
    "required": "yes where the workbook is not ready without it.",
    "asked":
      "on-request for a column that only the workbooks have for which it is asked; else empty.",
    "sheet": "Where it is asked: about or implementation.",
    "list_name": "The list to which this answer belongs.",
    "word": "The word.",
    "meaning": "What it means here.",
    "file": "The name of the text, ending in .md; the same in texts and in text_lines.",
    "for": "pupils for what pupils read or write on, which is printed larger; else empty.",
    "text": "One line of it, in Markdown.",
    "instructions": "What is read aloud before the start.",
    "seed": "Where the draw begins; the same seed gives the same test.",
    "topic": "What it asks, for the mark scheme.",
    "count": "How many of it are in each form.",
    "first-lowest": "The bounds of the first number. Narrow bounds keep both forms equally hard.",
    "first-highest": "See first-lowest.",
    "second-lowest": "The bounds of the second number, where there is one.",
    "second-highest": "See second-lowest.",
    "crosses-ten": "For add and subtract: yes or no, whether it goes over a ten; empty for either.",
    "story": "A sentence with {a} and {b} in place of the bare sum.",
  ]
}
