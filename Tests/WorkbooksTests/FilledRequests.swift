import Cells
import StudyModel
import TestSupport
import Workbooks

/// A request whose workbook is filled in completely and rightly.
func filledRequest(
  _ programme: Programme, design: StudyDesign? = nil, pupils: Int = 26, seed: UInt64 = 7,
  texts: WorkbookTexts? = nil
) throws -> WorkbookRequest {
  var filled = try request(
    programme, design: design, pupils: IssuedPupil.rows(pupils + 4), texts: texts)
  let layout = WorkbookLayout(
    programme: filled.programme, design: filled.design, pupilRows: pupils, texts: filled.texts)
  var numbers = FillingNumbers(seed: seed)
  for place in 0..<pupils {
    for column in layout.pupils.inputs {
      filled.pupils[place].values[column.field.id] = numbers.answer(to: column.field)
    }
    filled.pupils[place].values[WellKnownField.group] = .text(
      filled.design == .single || place.isMultiple(of: 2) ? "intervention" : "comparison")
    filled.pupils[place].values[WellKnownField.missingReason] = nil
    filled.pupils[place].values[WellKnownField.explanation] = nil
  }
  for field in programme.schoolQuestions + programme.implementationQuestions {
    filled.answers[field.id] = numbers.answer(to: field)
  }
  filled.answers[WellKnownField.dateAfter] = .number(
    ExcelDate(year: 2026, month: 12, day: 11).serial)
  return filled
}

/// The same with one of each mistake that the workbook can see.
func faultyRequest(
  _ programme: Programme, design: StudyDesign? = nil, texts: WorkbookTexts? = nil
) throws -> WorkbookRequest {
  var faulty = try filledRequest(programme, design: design, texts: texts)
  let outcome = programme.outcomes[0]
  let before = WellKnownField.before(outcome)
  let after = WellKnownField.after(outcome)
  faulty.pupils[3].values[before] = .text("12,5")
  faulty.pupils[4].values[WellKnownField.group] = .text("tutord")
  faulty.pupils[5].values[after] = .number(outcome.maximum + 4)
  faulty.pupils[6].values[after] = nil
  faulty.pupils[7].values[WellKnownField.group] = nil
  faulty.pupils[8].values[after] = nil
  faulty.pupils[8].values[WellKnownField.missingReason] = .text("absent")
  faulty.pupils[9].values[WellKnownField.missingReason] = .text("ill")
  faulty.pupils[10].values[WellKnownField.sessions] = .number(2.5)
  faulty.pupils[11].values[WellKnownField.className] = .text("Class five of the new building")
  faulty.pupils[12].values[before] = .number(-1)
  faulty.pupils[13].values[WellKnownField.group] = .text(
    " " + faulty.programme.words.comparison.uppercased() + " ")
  faulty.pupils[28].values[WellKnownField.explanation] = .text("Only this")
  faulty.answers[WellKnownField.dateAfter] = .number(
    ExcelDate(year: 2026, month: 8, day: 11).serial)
  faulty.answers["weeks"] = .number(500)
  faulty.answers["when"] = nil
  faulty.answers["fidelity"] = .text("perfect")
  faulty.answers[WellKnownField.sessionsPlanned] = .text("thirty")
  return faulty
}
