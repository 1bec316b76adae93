package import Cells
package import StudyModel

/// The cell that a text in an example stands for; nil for no text.
///
/// `"12"` is text, with its spaces; `=12` the result of a formula; `#N/A` an error value;
/// `TRUE` a truth value; `12.5` a number; `85%` a number shown as a percentage; `2026-07-10` a
/// day; anything else text.
package func cell(written text: String) -> Cell? {
  if text.isEmpty { return nil }
  if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
    return Cell(.text(String(text.dropFirst().dropLast())))
  }
  if text.hasPrefix("="), let number = Double(text.dropFirst()) {
    return Cell(.number(number), isFormula: true)
  }
  if text.hasPrefix("#") { return Cell(.error(CellError(written: text))) }
  if text == "TRUE" || text == "FALSE" { return Cell(.boolean(text == "TRUE")) }
  if text.hasSuffix("%"), let number = Double(text.dropLast()) {
    return Cell(.number(number / 100), showsPercentage: true)
  }
  if let date = ExcelDate(iso: text) { return Cell(.number(date.serial), showsDate: true) }
  if let number = Double(text), number.isFinite { return Cell(.number(number)) }
  return Cell(.text(text))
}

/// The remark that a row of a `layout` table stands for, and the place it is about.
package func layoutRemark(_ kind: String, _ what: String) -> (LayoutRemark, MarkedPlace) {
  let cell = CellAddress(
    sheet: "Pupils", reference: CellReference(what) ?? CellReference(row: 4, column: 1))
  switch kind {
  case "sheet renamed":
    return (.sheetRenamed(expected: "Pupils", found: what), .sheet(what))
  case "sheet missing": return (.sheetMissing(name: what), .sheet(what))
  case "column missing":
    return (.columnMissing(label: what, sheet: "Pupils"), .sheet("Pupils"))
  case "column renamed":
    let remark = LayoutRemark.columnRenamed(
      expected: "Score before", found: cell, heading: "First test")
    return (remark, .cell(cell))
  case "question missing":
    return (.questionMissing(label: what, sheet: "About"), .sheet("About"))
  case "stamp missing": return (.stampMissing(foundIn: what), .workbook)
  case "programme version":
    return (.programmeVersion(workbook: what, current: Programme.example.version), .workbook)
  case "formula": return (.formulaInInput(cell), .cell(cell))
  default: preconditionFailure("a layout remark of an unknown kind: \(kind)")
  }
}
