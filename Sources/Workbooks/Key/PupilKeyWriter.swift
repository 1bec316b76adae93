import Cells
import Programmes
package import Spreadsheet
import StudyModel

/// What marks a pupil key, so that one that is sent by mistake is never taken for data.
enum PupilKey {
  static let propertyName = "whatworked-pupil-key"
}

/// The list in which a school writes the name of each pupil beside the code.
///
/// A workbook of its own: what is not in the data workbook cannot be sent with it.
package func pupilKey(for request: WorkbookRequest) -> WorkbookPlan {
  let texts = request.texts
  var plan = WorkbookPlan(
    sheets: [PupilKeyWriter(request: request).sheet()],
    properties: DocumentProperties(
      title: texts[.keyTitle], subject: request.school, author: "WhatWorked",
      language: texts.language.code, created: request.created))
  plan.customProperties = [
    CustomProperty(PupilKey.propertyName, request.stamp.identity.workbook)
  ]
  return plan
}

private struct PupilKeyWriter {
  let request: WorkbookRequest

  private var texts: WorkbookTexts { request.texts }
  private var rows: ClosedRange<Int> {
    PupilsLayout.firstRow...PupilsLayout.firstRow + request.pupils.count - 1
  }
  private let checkColumn = 5

  func sheet() -> SheetPlan {
    let writer = DataWorkbookWriter(request)
    let headings = [
      texts[.pupilCode], texts[.keyFirstName], texts[.keyLastName], texts[.keyClass],
      texts[.check],
    ]
    var cells = writer.introduction(
      texts[.keyTitle],
      texts[.keyIdentity, request.school, request.stamp.identity.workbook], texts[.keyWarning])
    cells += writer.headings(headings)
    for (row, pupil) in zip(rows, request.pupils) { cells += line(pupil, row: row) }
    var sheet = writer.tableSheet(texts[.keySheet], cells: cells)
    let widest = [WorkbookText.keyCodeTwice, .keyCodeMissing, .keyNameTwice].map {
      WorkbookStyle.width(of: texts[$0], isBold: true)
    }.max()
    sheet.columnWidths = [1: 14, 2: 26, 3: 26, 4: 14, 5: max(36, widest ?? 0)]
    sheet.freeze = CellReference(row: PupilsLayout.firstRow, column: 2)
    sheet.pageSetup = writer.page(isLandscape: false)
    sheet.pageSetup.repeatedRows = PupilsLayout.headerRow...PupilsLayout.headerRow
    sheet.conditionalFormats = [
      writer.highlight(
        CellRange(
          CellReference(row: rows.lowerBound, column: checkColumn),
          CellReference(row: rows.upperBound, column: checkColumn)),
        text: texts[.fix], as: WorkbookStyle.fix)
    ]
    return writer.finished(sheet)
  }

  private func line(_ pupil: IssuedPupil, row: Int) -> [WrittenCell] {
    let inputs = (2...4).map { column in
      WrittenCell(
        CellReference(row: row, column: column), .empty,
        WorkbookStyle.input.with { $0.numberFormat = "@" })
    }
    // Codes can be typed over: a school may keep codes of its own.
    let code = WrittenCell(
      CellReference(row: row, column: 1), .text(pupil.code),
      WorkbookStyle.code.with {
        $0.isLocked = false
        $0.border = WorkbookStyle.input.border
      })
    let isTwice = request.pupils.count { $0.code == pupil.code } > 1
    let check = WrittenCell(
      CellReference(row: row, column: checkColumn),
      .formula(formula(row: row), cached: .text(isTwice ? texts[.keyCodeTwice] : "")),
      WorkbookStyle.locked.with { $0.wraps = false })
    return [code] + inputs + [check]
  }

  /// No code twice, no name without a code, and a look at names that are there twice.
  private func formula(row: Int) -> String {
    func all(_ letter: String) -> String {
      "$\(letter)$\(rows.lowerBound):$\(letter)$\(rows.upperBound)"
    }
    let name = "TRIM(B\(row)&C\(row))"
    let same = "SUMPRODUCT(--(\(all("B"))=B\(row)),--(\(all("C"))=C\(row)))"
    return "=IF(TRIM(A\(row))=\"\",IF(\(name)=\"\",\"\",\(quoted(texts[.keyCodeMissing]))),"
      + "IF(SUMPRODUCT(--(\(all("A"))=A\(row)))>1,\(quoted(texts[.keyCodeTwice])),"
      + "IF(\(name)=\"\",\"\",IF(\(same)>1,\(quoted(texts[.keyNameTwice])),"
      + "\(quoted(texts[.allRight]))))))"
  }
}
