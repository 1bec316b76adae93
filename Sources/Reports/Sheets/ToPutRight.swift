import Cells
package import StudyModel

/// What the sheet says that goes back with a workbook in which something must be put right.
package struct ToPutRightContent: Sendable, Hashable {
  /// From row 1 on; the title is in A1.
  package var rows: [SheetRowContent]

  /// The widths of the columns, in characters.
  package static let columnWidths: [Double] = [6, 18, 10, 60, 60]
}

/// The numbered list of what a school must put right or explain, in the order of the findings.
///
/// Notes are for information and stand at the end, without a number.
package func toPutRight(
  _ findings: [Finding], school: String, in home: SheetHome, stamp: ReportStamp
) -> ToPutRightContent {
  let asked = findings.filter { $0.severity == .error } + findings.filter { $0.severity == .query }
  let notes = findings.filter { $0.severity == .note }
  let things = NumberStyle.count(asked.count, "thing", "things")
  var rows: [SheetRowContent] = [
    .wide("To put right: school \(school)", .title),
    .wide(
      asked.isEmpty
        ? "Nothing needs to be put right."
        : "Please put right the \(things) below in \(home == .schoolsWorkbook ? "this" : "your")"
          + " workbook, save it and send it back.",
      .headline),
    .wide(
      home == .schoolsWorkbook
        ? "Change the cell that each line names; it is marked in orange. No entry was changed."
        : "Change the cell that each line names. No entry was changed.", .body),
  ]
  if !asked.isEmpty {
    rows += [.empty, .head(["No.", "Cell", "Asks you to", "What is wrong", "What to do"])]
    rows += asked.enumerated().map { index, finding in
      row(finding, number: index + 1, in: home)
    }
  }
  if !notes.isEmpty {
    rows += [.empty, .wide("For your information", .heading)]
    rows += notes.map { .wide(noteLine($0), .body) }
  }
  rows += [
    .empty,
    .wide(
      "Made by whatworked \(stamp.toolVersion)\(stamp.onDate).", .note),
  ]
  return ToPutRightContent(rows: rows)
}

private func row(_ finding: Finding, number: Int, in home: SheetHome) -> SheetRowContent {
  let place: SheetCellContent.Value
  if let address = finding.address?.description {
    place = home.link(to: address)
  } else {
    place = .text(finding.sheet ?? "The whole file")
  }
  return SheetRowContent([
    SheetCellContent(.number(Double(number), .decimal(digits: 0)), .tableNumber),
    SheetCellContent(place, .tableText),
    .text(finding.severity == .error ? "put right" : "check", .tableText),
    .text(finding.message.asSentence, .tableText), .text(finding.help.asSentence, .tableText),
  ])
}
