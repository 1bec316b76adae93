import Cells
import StudyModel

extension Rule {
  static let answerOnDeliveryMissing = Rule(
    code: "W220",
    severity: .query,
    title: "A question about how it went has no answer",
    why: "The result stands without it, but nobody can learn from it what made the difference.",
    fix: "Answer the question.",
    examples: [
      """
      | question | answer |
      | weeks    | ↓      |
      | fidelity |        |
      """
    ]
  ) { record in
    record.missingAnswers(to: record.programme.implementationQuestions)
  }
}

extension InterpretedRecord {
  /// The required questions without an answer; one that cannot be understood is another rule's.
  func missingAnswers(to questions: [Field]) -> [Remark] {
    let cells = record.answers.mapValues(\.address).merging(record.answerAddresses) { $1 }
    let sheet = questions.lazy.compactMap { cells[$0.id]?.sheet }.first
    return questions.filter { $0.isRequired && answers[$0.id] == nil }.map { question in
      let cell = cells[question.id].map { Place.cell($0) }
      return Remark(
        cell ?? sheet.map { .sheet($0) } ?? .workbook, "‘\(question.label)’ has no answer")
    }
  }
}
