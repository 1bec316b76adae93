package import Analysis
package import StudyModel

/// Whom and what the sentences of one result speak of.
package struct SentenceSubjects: Sendable, Hashable {
  /// Begins a sentence: `Tutored pupils`, `Tutees`.
  package var pupils: String
  /// Begins a sentence: `Comparison pupils`.
  package var comparison: String
  /// Begins a sentence: `Tutoring`.
  package var activity: String
  /// Ends a phrase where there are roles: ` for tutees`; otherwise empty.
  package var forRole: String

  package init(words: ProgrammeWords, role: Role?) {
    pupils = role?.plural ?? words.interventionPupils
    comparison = words.comparisonPupils
    activity = words.activity
    forRole = role.map { " for \($0.plural.midSentence)" } ?? ""
  }

  package init(of outcome: OutcomeAnalysis, words: ProgrammeWords) {
    self.init(words: words, role: outcome.role)
  }
}

extension Role {
  /// Begins a sentence: `Tutors`, `Tutees`.
  package var plural: String {
    switch self {
    case .tutor: "Tutors"
    case .tutee: "Tutees"
    }
  }
}

extension String {
  /// The same words within a sentence: `Tutoring` becomes `tutoring`, `TA groups` stays.
  var midSentence: String {
    guard let first, first.isUppercase else { return self }
    if let second = dropFirst().first, second.isUppercase || second.isNumber { return self }
    return first.lowercased() + dropFirst()
  }

  /// So many of a group of pupils, whose words are those for several: `24 tutored pupils`, `1 tutee`.
  func counted(_ number: Int) -> String {
    "\(NumberStyle.count(number)) \(number == 1 ? singular : self)"
  }

  /// A trainer's words that have neither `pupils` nor the name of a role stay as they are.
  private var singular: String {
    ["pupils", "tutors", "tutees", "students", "children"].reduce(self) { words, plural in
      words.replacing(plural, with: plural == "children" ? "child" : String(plural.dropLast()))
    }
  }

  /// The same words at the start of a sentence.
  var atStart: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
