import Evidence
import StudyModel

/// Refuses names of `--by` and `--moderator` that are those of nothing: left alone, such a question
/// would go unanswered as one does that no study answers.
///
/// The questions of a programme are names too, whether a school answered them or not.
/// - Throws: `UsageFailure` with the names that there are.
func checkNames(
  in settings: PoolingSettings, against gathering: Gathering, programmes: () -> [Programme]
) throws {
  let answers = gathering.answers
  func unknown(beside names: Set<String>) -> [(option: String, name: String)] {
    settings.namesAsked.flatMap { asked in
      asked.names.filter { !$0.isEmpty && !names.contains($0) }.map { (asked.option, $0) }
    }
  }
  let said = answers.union(PooledStudy.kinds)
  guard !unknown(beside: said).isEmpty else { return }
  let wrong = unknown(beside: said.union(programmes().flatMap(\.closedQuestions)))
  guard !wrong.isEmpty else { return }
  let faults = wrong.map { "\($0.option): no study says its \($0.name)." }
  let choices = PooledStudy.kinds + answers.subtracting(PooledStudy.kinds).sorted()
  throw UsageFailure(
    message: (faults + ["Choose among \(choices.joined(separator: ", "))."])
      .joined(separator: "\n"))
}

extension Programme {
  /// The questions about a school whose answers are a number or one of a list.
  fileprivate var closedQuestions: [String] {
    (schoolQuestions + implementationQuestions).compactMap { field in
      switch field.kind {
      case .wholeNumber, .decimal, .choice: field.id
      case .text, .date: nil
      }
    }
  }
}
