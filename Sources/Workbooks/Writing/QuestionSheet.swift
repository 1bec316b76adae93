import Cells
import Spreadsheet
import StudyModel

extension DataWorkbookWriter {
  /// A sheet with one row for each question: question, answer, check, help.
  func questionSheet(_ questions: QuestionsLayout) -> SheetPlan {
    let widths: [Double] = [46, 40, 38, 56]
    let check = QuestionCheck(sheet: questions, lists: layout.lists, texts: texts)
    var cells = introduction(
      questions.title, texts[.questionsIntro, String(questions.fields.count)],
      texts[.questionsUnknown])
    cells += headings([texts[.question], texts[.answer], texts[.check], texts[.help]])
    var heights: [Int: Double] = [:]
    var validations: [ValidationPlan] = []
    for (row, field) in zip(questions.rows, questions.fields) {
      let result = facts.answerResults[questions.name]?[field.id] ?? ""
      cells += [
        WrittenCell(questions.cell(.question, row: row), .text(field.label), WorkbookStyle.locked),
        WrittenCell(
          questions.cell(.answer, row: row), written(request.answers[field.id], for: field),
          answerStyle(of: field)),
        WrittenCell(
          questions.cell(.check, row: row),
          .formula(check.formula(for: field, row: row), cached: .text(result)),
          WorkbookStyle.locked),
        WrittenCell(questions.cell(.help, row: row), .text(field.guidance), WorkbookStyle.locked),
      ]
      heights[row] = max(
        WorkbookStyle.height(
          of: [
            (field.label, widths[0]), (longestAnswer(to: field), widths[1]),
            (field.guidance, widths[3]), (check.longestResult(for: field, row: row), widths[2]),
          ], isBold: true),
        isLong(field) ? 71 : WorkbookStyle.rowHeight)
      validations.append(
        validation(
          of: field, range: CellRange(questions.cell(.answer, row: row)),
          title: texts[.answerInputTitle]))
    }
    var sheet = tableSheet(questions.name, cells: cells)
    sheet.rowHeights.merge(heights) { $1 }
    sheet.columnWidths = Dictionary(
      uniqueKeysWithValues: widths.enumerated().map { ($0 + 1, $1) })
    sheet.validations = validations
    sheet.conditionalFormats = [
      highlight(
        CellRange(
          questions.cell(.check, row: questions.rows.lowerBound),
          questions.cell(.check, row: questions.rows.upperBound - 1)),
        text: texts[.fix], as: WorkbookStyle.fix)
    ]
    return sheet
  }

  private func answerStyle(of field: Field) -> CellStyle {
    WorkbookStyle.input.with {
      $0.numberFormat = numberFormat(of: field)
      $0.wraps = true
      $0.horizontal = .left
    }
  }

  /// The answer of a closed list that needs most room.
  private func longestAnswer(to field: Field) -> String {
    guard case .choice(let choices) = field.kind else { return "" }
    return choices.map(\.label).max {
      WorkbookStyle.width(of: $0) < WorkbookStyle.width(of: $1)
    } ?? ""
  }

  private func isLong(_ field: Field) -> Bool {
    if case .text(let length) = field.kind { length > 100 } else { false }
  }
}
