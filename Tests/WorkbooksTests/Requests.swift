import Cells
import Programmes
import StudyModel
import TestSupport
import Workbooks

/// A request for a workbook of one of the programmes that ship.
func request(
  _ programme: Programme, design: StudyDesign? = nil,
  pupils: [IssuedPupil] = IssuedPupil.rows(30), texts: WorkbookTexts? = nil
) throws -> WorkbookRequest {
  var request = WorkbookRequest(
    programme: programme, texts: try texts ?? Languages.english(), school: "S-014", wave: "2026-1",
    design: design ?? programme.designs[0], pupils: pupils, seed: 1, toolVersion: "0.1.0",
    created: ExcelDate(year: 2026, month: 9, day: 1))
  request.country = "GB"
  request.returnBy = ExcelDate(year: 2027, month: 7, day: 10)
  request.contact = "reading@hub.example"
  return request
}
