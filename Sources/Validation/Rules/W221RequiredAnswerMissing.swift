import Cells
import StudyModel

extension Rule {
  static let requiredAnswerMissing = Rule(
    code: "W221",
    severity: .error,
    title: "A question that must be answered is not",
    why: "The answer decides how the scores may be compared, or what the result may be called.",
    fix: "Answer the question.",
    examples: [
      """
      | question   | answer |
      | year-group | 5      |
      | assignment | ↓      |
      """,
      """
      | question   | answer    |
      | assignment | By chance |
      """,
    ]
  ) { record in
    record.missingAnswers(to: record.programme.schoolQuestions)
  }
}
