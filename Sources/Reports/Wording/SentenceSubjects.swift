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

  /// The same words at the start of a sentence.
  var atStart: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
