/// The tables of a definition and their keys; the README of the programmes explains each.
package enum DefinitionTable: CaseIterable, Sendable {
  case programme, words, outcome, question, pupilField, choice, dose, glossaryWord, text
  case assessment, item

  /// What it is called in a message.
  var name: String {
    switch self {
    case .programme: "the programme"
    case .words: "words"
    case .outcome: "an outcome"
    case .question, .pupilField: "a question"
    case .choice: "a choice"
    case .dose: "dose"
    case .glossaryWord: "a word of the glossary"
    case .text: "a text"
    case .assessment: "the assessment"
    case .item: "an item"
    }
  }

  package var required: [String] {
    switch self {
    case .programme:
      [
        "id", "version", "title", "strategy", "phase", "area", "words", "designs", "outcomes",
        "missing-reasons", "school-questions", "implementation-questions", "dose",
        "months-table", "glossary", "texts",
      ]
    case .words:
      [
        "intervention", "comparison", "intervention-pupils", "comparison-pupils", "activity",
      ]
    case .outcome: ["id", "label", "test", "maximum"]
    case .question, .pupilField: ["id", "label", "kind"]
    case .choice: ["code", "label"]
    case .dose: ["sessions-planned", "minutes", "weeks", "compliance-threshold"]
    case .glossaryWord: ["word", "meaning"]
    case .text: ["title", "file"]
    case .assessment: ["title", "minutes", "instructions", "seed", "items"]
    case .item: ["topic", "kind", "count", "first"]
    }
  }

  package var optional: [String] {
    switch self {
    case .programme: ["roles", "pupil-fields"]
    case .outcome: ["minimum"]
    case .question: Self.questionOptions
    case .pupilField: Self.questionOptions + ["asked"]
    case .item: ["second", "crosses-ten", "story"]
    case .text: ["for"]
    case .words, .choice, .dose, .glossaryWord, .assessment: []
    }
  }

  private static let questionOptions = [
    "help", "unit", "required", "minimum", "maximum", "maximum-length", "choices",
  ]
}
