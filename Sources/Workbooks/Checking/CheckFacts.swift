import Cells
import StudyModel

/// What the formulas of a workbook come to as it is issued.
struct CheckFacts: Sendable {
  /// What is typed in each row of the Pupils sheet, as it is shown.
  let pupils: [CheckedValues]
  let pupilResults: [String]
  /// By sheet and field.
  let answerResults: [String: [String: String]]
  let answers: CheckedValues

  init(_ request: WorkbookRequest, layout: WorkbookLayout) {
    let inputs = layout.pupils.inputs.map(\.field)
    pupils = request.pupils.map { pupil in
      var values: [String: CellValue] = [:]
      for field in inputs {
        if let value = pupil.values[field.id] { values[field.id] = shown(value, for: field) }
      }
      return CheckedValues(values: values)
    }
    let check = PupilCheck(layout: layout, programme: request.programme, texts: request.texts)
    // Most rows are empty, and all empty rows give the same.
    pupilResults = pupils.map { check.result($0) }
    var answers: [String: CellValue] = [:]
    var results: [String: [String: String]] = [:]
    for sheet in layout.questionSheets {
      for field in sheet.fields {
        if let value = request.answers[field.id] { answers[field.id] = shown(value, for: field) }
      }
    }
    self.answers = CheckedValues(values: answers)
    for sheet in layout.questionSheets {
      let check = QuestionCheck(sheet: sheet, lists: layout.lists, texts: request.texts)
      for field in sheet.fields {
        results[sheet.name, default: [:]][field.id] = check.result(for: field, self.answers)
      }
    }
    answerResults = results
  }

  /// How many pupils meet every one of some conditions.
  func count(where isMet: (CheckedValues) -> Bool) -> Int {
    pupils.count(where: isMet)
  }
}
