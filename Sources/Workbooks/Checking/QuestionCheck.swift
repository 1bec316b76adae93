import Cells
import StudyModel

/// What the column Check says of a row of a sheet of questions.
struct QuestionCheck {
  let sheet: QuestionsLayout
  let lists: ListsLayout
  let texts: WorkbookTexts

  func formula(for field: Field, row: Int) -> String {
    let cell = sheet.cell(.answer, row: row).description
    let ok = quoted(texts[.allRight])
    let otherwise =
      field.isRequired ? ok : "IF(TRIM(\(cell))=\"\",\(quoted(texts[.optional])),\(ok))"
    let check = nested(steps(for: field, row: row), otherwise: otherwise)
    return "=IFERROR(\(check),\(quoted(texts[.cellShowsError])))"
  }

  /// What the formula comes to, with all the answers of the sheet.
  func result(for field: Field, _ answers: CheckedValues) -> String {
    if answers.showsError(field.id) { return texts[.cellShowsError] }
    let isUnanswered = !field.isRequired && answers.trimmed(field.id).isEmpty
    return verdict(
      steps(for: field, row: sheet.row(of: field.id) ?? QuestionsLayout.firstRow), on: answers,
      otherwise: texts[isUnanswered ? .optional : .allRight], onError: texts[.cellShowsError])
  }

  /// What the check can say that needs most room.
  func longestResult(for field: Field, row: Int) -> String {
    (steps(for: field, row: row).map(\.message) + [texts[.cellShowsError], texts[.optional]])
      .max { $0.count < $1.count } ?? ""
  }

  private func steps(for field: Field, row: Int) -> [CheckStep] {
    let cell = sheet.cell(.answer, row: row).description
    let own = Workbooks.steps(for: field, in: cell, lists: lists, words: texts.onQuestion)
    guard field.id == WellKnownField.dateAfter,
      let firstTest = sheet.row(of: WellKnownField.dateBefore)
    else { return own }
    let before = sheet.cell(.answer, row: firstTest).description
    return own + [
      CheckStep(
        fields: [WellKnownField.dateBefore],
        condition: "AND(ISNUMBER(\(before)),ISNUMBER(\(cell)),\(cell)<=\(before))",
        message: texts[.mustBeAfterFirstTest]
      ) { answers in
        guard let first = answers.number(WellKnownField.dateBefore),
          let second = answers.number(WellKnownField.dateAfter)
        else { return false }
        return second <= first
      }
    ]
  }
}
