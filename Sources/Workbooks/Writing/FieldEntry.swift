import Cells
import Spreadsheet
import Programmes
import StudyModel

extension DataWorkbookWriter {
  /// As text, so that `3/4` and `007` stay what was typed; as a day that nobody can misread.
  func numberFormat(of field: Field) -> String {
    switch field.kind {
    case .text, .choice: "@"
    case .wholeNumber: "0"
    case .decimal: "0.##########"
    case .date: "yyyy-mm-dd"
    }
  }

  /// The rule for what may be typed, with the message beside the cell.
  func validation(of field: Field, range: CellRange, title: String) -> ValidationPlan {
    var plan = ValidationPlan(range, rule(of: field))
    plan.allowsEmpty = true
    if !field.guidance.isEmpty {
      plan.input = ValidationPlan.Message(title: title, text: field.guidance)
    }
    plan.error = ValidationPlan.Message(
      title: texts[.wrongEntryTitle], text: errorMessage(of: field))
    return plan
  }

  private func rule(of field: Field) -> ValidationPlan.Rule {
    switch field.kind {
    case .choice(let choices):
      .list(definedName: layout.lists.list(of: choices)?.name ?? "")
    case .text(let length): .textLength(atMost: length)
    case .wholeNumber(let range): .wholeNumber(range)
    case .decimal(let range): .decimal(.number(range.lowerBound), .number(range.upperBound))
    case .date:
      .date(
        ExcelDate(year: 2000, month: 1, day: 1), ExcelDate(year: 2099, month: 12, day: 31))
    }
  }

  private func errorMessage(of field: Field) -> String {
    let fault: EntryFault =
      switch field.kind {
      case .choice: .notInList
      case .text(let length): .tooLong(length)
      case .wholeNumber(let range): .outside(String(range.lowerBound), String(range.upperBound))
      case .decimal(let range): .outside(plain(range.lowerBound), plain(range.upperBound))
      case .date: .notDate
      }
    let words = texts.onQuestion(fault)
    let longer = "\(words). \(field.guidance)"
    // A message holds no more, and half a sentence helps nobody.
    return field.guidance.isEmpty || longer.utf16.count > 255 ? words : longer
  }
}
