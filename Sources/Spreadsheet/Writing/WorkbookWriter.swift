import CXlsxWriter
import Cells
import Foundation

/// Writes a workbook.
///
/// The C library puts its temporary files into `scratchFolder`; they are gone when this returns.
///
/// - Returns: the bytes of an .xlsx file: the same plan gives the same bytes.
/// - Throws: the first thing in the plan that no workbook can hold.
package func writeWorkbook(
  _ plan: WorkbookPlan, scratchFolder: String = memoryOrDisk
) throws(WritingError) -> [UInt8] {
  let corrected = try correctedWorkbook(plan, scratchFolder: scratchFolder)
  do {
    return try corrected.package()
  } catch {
    throw .library(code: 0, message: "its own output cannot be packed: \(error)")
  }
}

private func correctedWorkbook(
  _ plan: WorkbookPlan, scratchFolder: String
) throws(WritingError) -> ContainerChanges {
  let written = try libraryOutput(plan, scratchFolder: scratchFolder)
  do {
    return try Corrections(plan: plan).changes(to: written)
  } catch {
    throw .library(code: 0, message: "its own output cannot be read: \(error)")
  }
}

/// The workbook as the C library writes it, without ``Corrections``.
func libraryOutput(
  _ plan: WorkbookPlan, scratchFolder: String
) throws(WritingError) -> [UInt8] {
  try plan.check()
  let file = try ScratchFile(in: scratchFolder)
  let texts = CStrings()
  var options = unsafe lxw_workbook_options()
  unsafe options.tmpdir = unsafe texts.copy(scratchFolder)
  guard let workbook = unsafe workbook_new_opt(file.path, &options) else {
    throw .library(code: 1, message: "no memory for a workbook")
  }
  do {
    try unsafe fill(workbook, with: plan)
  } catch {
    // Closing is the only way to free what has been made.
    _ = unsafe workbook_close(workbook)
    throw error
  }
  try check(unsafe workbook_close(workbook))
  withExtendedLifetime(texts) {}
  return try file.contents()
}

private func fill(
  _ workbook: UnsafeMutablePointer<lxw_workbook>, with plan: WorkbookPlan
) throws(WritingError) {
  try unsafe setProperties(of: workbook, to: plan)
  var formats = unsafe FormatTable(of: workbook)
  let active = plan.activeSheet ?? plan.sheets.first { $0.visibility == .visible }?.name
  for sheetPlan in plan.sheets {
    guard let sheet = unsafe workbook_add_worksheet(workbook, sheetPlan.name) else {
      throw .library(code: 1, message: "no sheet called \(sheetPlan.name)")
    }
    try unsafe SheetWriter(sheet: sheet, plan: sheetPlan).write(with: &formats)
    for chart in sheetPlan.charts {
      try unsafe ChartWriter(chart, sheetName: sheetPlan.name, workbook: workbook)
        .write(into: sheet)
    }
    for chart in sheetPlan.lineCharts {
      try unsafe LineChartWriter(chart, sheetName: sheetPlan.name, workbook: workbook)
        .write(into: sheet)
    }
    if sheetPlan.name == active { unsafe worksheet_activate(sheet) }
  }
  for definedName in plan.definedNames {
    let formula =
      definedName.formula.hasPrefix("=") ? definedName.formula : "=" + definedName.formula
    try check(unsafe workbook_define_name(workbook, definedName.name, formula))
  }
}

private func setProperties(
  of workbook: UnsafeMutablePointer<lxw_workbook>, to plan: WorkbookPlan
) throws(WritingError) {
  let texts = CStrings()
  var properties = unsafe lxw_doc_properties()
  unsafe properties.title = unsafe texts.copy(plan.properties.title)
  unsafe properties.subject = unsafe texts.copy(plan.properties.subject)
  unsafe properties.author = unsafe texts.copy(plan.properties.author)
  unsafe properties.company = unsafe texts.copy(plan.properties.company)
  unsafe properties.comments = unsafe texts.copy(plan.properties.comments)
  let daysFrom1970 = Int(plan.properties.created.serial) - 25_569
  unsafe properties.created = time_t(daysFrom1970 * 86_400)
  let result = unsafe workbook_set_properties(workbook, &properties)
  withExtendedLifetime(texts) {}
  try check(result)
  for property in plan.customProperties {
    try check(
      unsafe workbook_set_custom_property_string(workbook, property.name, property.value))
  }
}
