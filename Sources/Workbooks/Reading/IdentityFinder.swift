import Cells
import Programmes
import StudyModel

/// Which workbook this is, from the surest place that still says so.
struct IdentityFinder {
  let workbook: WorkbookCells
  let fileName: String
  /// What a pupil key is called in each language.
  let keyTitles: [String]

  struct Found {
    var stamp: WorkbookStamp
    /// Nil for the hidden sheet.
    var place: String?
    var allocation: IssuedAllocation?
  }

  /// - Throws: every case of the error but `unknownProgramme`.
  func find() throws(ReturnedWorkbookError) -> Found {
    if isPupilKey { throw .pupilKey }
    let entries = stampEntries
    if let format = entries["format"], format != WorkbookStamp.format,
      format.hasPrefix("whatworked-workbook/")
    {
      throw .laterFormat(format)
    }
    let inside = [
      WorkbookStamp(entries: entries).map { Found(stamp: $0, place: nil) },
      propertyStamp.map { Found(stamp: $0, place: "the document properties") },
      visibleStamp.map { Found(stamp: $0, place: "the sheet Start") },
    ].compactMap { $0 }
    for other in inside.dropFirst() { try agree(inside[0].stamp, other.stamp) }
    if var found = inside.first {
      found.allocation = stampSheet.flatMap { AllocationRecord.read($0, entries: entries) }
      return found
    }
    guard let named = WorkbookStamp(fileName: fileName) else { throw .notAWhatworkedWorkbook }
    return Found(stamp: named, place: "the name of the file")
  }

  private var isPupilKey: Bool {
    if workbook.customProperties[PupilKey.propertyName] != nil { return true }
    return workbook.sheets.contains { sheet in
      keyTitles.contains { comparable($0) == comparable(text(sheet.value(row: 1, column: 1))) }
    }
  }

  private func agree(
    _ one: WorkbookStamp, _ other: WorkbookStamp
  ) throws(ReturnedWorkbookError) {
    let keys: [(StudyIdentity) -> String] = [\.workbook, \.school, \.programme, \.wave]
    for key in keys where key(one.identity) != key(other.identity) {
      throw .contradictoryIdentity(
        one: "\(one.identity.workbook) (\(one.identity.study))",
        other: "\(other.identity.workbook) (\(other.identity.study))")
    }
  }

  /// The hidden sheet, whatever its name has become.
  private var stampSheet: SheetCells? {
    workbook.sheet(named: WorkbookLayout.stampSheetName)
      ?? workbook.sheets.first { sheet in
        text(sheet.value(row: 1, column: 1)) == "format"
          && text(sheet.value(row: 1, column: 2)).hasPrefix("whatworked-workbook/")
      }
  }

  /// The keys and values of the hidden sheet.
  private var stampEntries: [String: String] {
    guard let sheet = stampSheet else { return [:] }
    var entries: [String: String] = [:]
    for located in sheet.cells where located.reference.column == 1 {
      let value = text(sheet.value(row: located.reference.row, column: 2))
      entries[text(located.cell.value)] = value
    }
    return entries
  }

  private var propertyStamp: WorkbookStamp? {
    workbook.customProperties[WorkbookLayout.stampPropertyName].flatMap {
      WorkbookStamp(line: $0)
    }
  }

  private var visibleStamp: WorkbookStamp? {
    for sheet in workbook.sheets where sheet.name != WorkbookLayout.stampSheetName {
      for located in sheet.cells.prefix(200) {
        if case .text(let text) = located.cell.value, text.contains("workbook "),
          let stamp = WorkbookStamp(line: text)
        {
          return stamp
        }
      }
    }
    return nil
  }

  private func text(_ value: CellValue) -> String {
    switch value {
    case .text(let text): collapsingSpaces(text)
    case .number(let number): plain(number)
    default: ""
    }
  }
}
