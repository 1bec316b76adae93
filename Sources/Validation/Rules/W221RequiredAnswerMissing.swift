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
    let lists = [record.programme.schoolQuestions, record.programme.implementationQuestions]
    return lists.flatMap { questions in
      let sheet = questions.lazy.compactMap { record.record.answers[$0.id]?.address.sheet }.first
      return questions.filter { $0.isRequired && record.answers[$0.id] == nil }.map { question in
        let cell = record.record.answers[question.id]?.address
        let place = cell.map { Place.cell($0) } ?? sheet.map { .sheet($0) } ?? .workbook
        return Remark(place, "‘\(question.label)’ has no answer")
      }
    }
  }
}
