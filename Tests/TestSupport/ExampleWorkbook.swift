package import Cells
package import StudyModel

/// A small returned workbook, written as Markdown tables.
///
/// The heading of its first column says what a table is:
/// - `pupil`: the Pupils sheet, from row 5; `before` and `after` are the marks in reading, other
///   columns go by the id of their field;
/// - `question`, `answer`: the About sheet, from row 5; questions go by the id of their field;
/// - `layout`, `what`: remarks about the layout, such as `sheet missing` and the sheet's name;
/// - `stray`: texts in cells where nothing was asked for.
///
/// `↓` marks each place that must be found. A line `design: single` sets the design, and a line
/// `draw: P01 intervention, P02 comparison` what was drawn; `draw: changed …` is one whose hash no
/// longer fits. What a cell holds is told by its look; see ``cell(written:)``.
package struct ExampleWorkbook: Sendable {
  package private(set) var record: StudyRecord
  /// Every place with `↓`, in the order of findings.
  package private(set) var marked: [MarkedPlace] = []

  package init(_ markdown: String) {
    record = StudyRecord(
      identity: .example, programme: .example, design: .randomised)
    let tables = markdown.split(separator: "\n\n", omittingEmptySubsequences: true)
    for table in tables {
      let lines = table.split(separator: "\n")
      for line in lines where line.hasPrefix("design: ") {
        record.design = StudyDesign(rawValue: String(line.dropFirst(8))) ?? .randomised
      }
      for line in lines where line.hasPrefix("draw: ") {
        mark(String(line.dropFirst(6)), .workbook)
        record.issuedAllocation = Self.draw(unmarked(String(line.dropFirst(6))))
      }
      let rows = lines.filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") }.map(Self.cells)
      guard let heading = rows.first else { continue }
      add(heading.map { unmarked($0) }, markedHeadings: heading, Array(rows.dropFirst()))
    }
    marked.sort()
  }

  private static func draw(_ text: String) -> IssuedAllocation {
    let isIntact = !text.hasPrefix("changed ")
    let pupils = text.dropFirst(isIntact ? 0 : 8).split(separator: ",").map {
      $0.split(separator: " ").map(String.init)
    }
    let places = pupils.compactMap { pupil in
      Arm(rawValue: pupil[1]).map { (pupil[0], IssuedPlace(arm: $0, block: "B1")) }
    }
    return IssuedAllocation(
      method: "simple", seed: 1, isWaitlist: false, hash: "",
      places: Dictionary(uniqueKeysWithValues: places), isIntact: isIntact)
  }

  private mutating func add(_ heading: [String], markedHeadings: [String], _ rows: [[String]]) {
    switch heading.first {
    case "pupil": addPupils(heading, markedHeadings, rows)
    case "question": addAnswers(rows)
    case "layout": addLayoutRemarks(rows)
    case "stray": addStrays(rows)
    default: preconditionFailure("a table of an unknown kind: \(heading)")
    }
  }

  private mutating func addPupils(
    _ heading: [String], _ markedHeadings: [String], _ rows: [[String]]
  ) {
    let fields = heading.map(Self.field(headed:))
    if fields.contains(WellKnownField.role) { record.programme.roles = Programme.exampleRoles }
    for (index, field) in fields.enumerated() {
      let address = Self.address("Pupils", row: 4, column: index + 1)
      record.pupilColumns[field] = address
      mark(markedHeadings[index], .cell(address))
    }
    for (offset, row) in rows.enumerated() {
      var pupil = PupilRow(row: 5 + offset, entries: [:], addresses: [:])
      for (index, text) in row.enumerated() where index < fields.count {
        let address = Self.address("Pupils", row: 5 + offset, column: index + 1)
        pupil.addresses[fields[index]] = address
        mark(text, .cell(address))
        if let cell = cell(written: unmarked(text)) {
          pupil.entries[fields[index]] = Entry(address: address, cell: cell)
        }
      }
      record.pupils.append(pupil)
    }
  }

  private mutating func addAnswers(_ rows: [[String]]) {
    for (offset, row) in rows.enumerated() where row.count >= 2 {
      let address = Self.address("About", row: 5 + offset, column: 2)
      mark(row[1], .cell(address))
      let answer = cell(written: unmarked(row[1])) ?? Cell(.empty)
      record.answers[row[0]] = Entry(address: address, cell: answer)
    }
  }

  private mutating func addStrays(_ rows: [[String]]) {
    for (offset, row) in rows.enumerated() where !row.isEmpty {
      let address = Self.address("Pupils", row: 5 + offset, column: 14)
      mark(row[0], .cell(address))
      guard let cell = cell(written: unmarked(row[0])) else { continue }
      record.strays.append(Entry(address: address, cell: cell))
    }
  }

  private mutating func addLayoutRemarks(_ rows: [[String]]) {
    for row in rows where row.count >= 2 {
      let (remark, place) = layoutRemark(unmarked(row[0]), row[1])
      record.layoutRemarks.append(remark)
      mark(row[0], place)
    }
  }

  private mutating func mark(_ text: String, _ place: MarkedPlace) {
    if text.hasPrefix("↓") { marked.append(place) }
  }

  /// `before` and `after` are short for the marks of the example's only outcome.
  private static func field(headed heading: String) -> String {
    switch heading {
    case "before": WellKnownField.before(Programme.exampleOutcome)
    case "after": WellKnownField.after(Programme.exampleOutcome)
    default: heading
    }
  }

  private static func address(_ sheet: String, row: Int, column: Int) -> CellAddress {
    CellAddress(sheet: sheet, reference: CellReference(row: row, column: column))
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      trimmed(String($0))
    }
  }
}

/// A place that an example marks.
package enum MarkedPlace: Hashable, Comparable, Sendable {
  case workbook
  case sheet(String)
  case cell(CellAddress)
}

private func unmarked(_ text: String) -> String {
  text.hasPrefix("↓") ? String(text.dropFirst()) : text
}

private func trimmed(_ text: String) -> String {
  var rest = text[...]
  while rest.first == " " { rest.removeFirst() }
  while rest.last == " " { rest.removeLast() }
  return String(rest)
}
