import Cells

/// A sheet of a definition as a table: headings in its first row, and rows of values.
struct SheetTable {
  let sheet: DefinitionSheet
  /// The name of the sheet as it is written in the file.
  let name: String
  let headerRow: Int
  /// Where each column was found, by key.
  let columns: [String: Int]
  /// Columns with words in another language.
  let translations: [Translation]
  let rows: [Row]

  struct Translation {
    var key: String
    var language: String
    var column: Int
  }

  struct Row {
    var number: Int
    /// By column, from 1; empty cells are absent.
    var values: [Int: String]
  }

  func place(row: Int, column: Int) -> DefinitionPlace {
    DefinitionPlace(sheet: name, line: row, column: column)
  }

  /// The value of a row under a heading, with its cell; nil where it is empty.
  func node(_ row: Row, _ key: String) -> DefinitionNode? {
    guard let column = columns[key], let value = row.values[column] else { return nil }
    return DefinitionNode(content: .text(value), place: place(row: row.number, column: column))
  }

  /// A row as a table of keys and values; empty cells are keys that are not there.
  func table(_ row: Row, keys: [String]) -> DefinitionNode {
    var mapping = DefinitionNode.Mapping()
    for key in keys {
      if let value = node(row, key) {
        mapping.entries.append(
          (DefinitionNode(content: .text(key), place: value.place), value))
      } else {
        mapping.gaps[key] = gap(row, key)
      }
    }
    let first = row.values.keys.min() ?? 1
    return DefinitionNode(
      content: .table(mapping), place: place(row: row.number, column: first))
  }

  /// What is missing where a key is not there: the cell of this row, or the column of all of them.
  private func gap(_ row: Row, _ key: String) -> DefinitionNode.Gap {
    let heading = sheet.columns.first { $0.key == key }?.heading ?? key
    guard let column = columns[key] else {
      return DefinitionNode.Gap(
        place: place(row: headerRow, column: 1), what: "the column \"\(heading)\"")
    }
    return DefinitionNode.Gap(
      place: place(row: row.number, column: column), what: "its \"\(heading)\"")
  }
}

extension DefinitionReader {
  /// Reads the headings and the rows of a sheet; nil where the sheet is not there.
  func table(of sheet: DefinitionSheet, in workbook: WorkbookCells) -> SheetTable? {
    guard let cells = workbook.sheet(named: sheet.rawValue) else { return nil }
    let header = cells.cells.first?.reference.row ?? 1
    var columns: [String: Int] = [:]
    var translations: [SheetTable.Translation] = []
    for located in cells.row(header) {
      guard let text = text(of: located, on: cells, isExact: false) else { continue }
      let place = DefinitionPlace(
        sheet: cells.name, line: header, column: located.reference.column)
      let heading = SheetHeading(text)
      guard let column = sheet.columns.first(where: { $0.heading == heading.name }) else {
        let known = sheet.columns.map(\.heading)
        fault(
          "the sheet \(cells.name) has no column \"\(text)\"", at: place,
          suggestion: nearMiss(of: heading.name, among: known).map { "did you mean \"\($0)\"?" }
            ?? "its columns are: \(known.joined(separator: ", "))")
        continue
      }
      if let language = heading.language, language != "en", column.isTranslated {
        translations.append(
          SheetTable.Translation(
            key: column.key, language: language, column: located.reference.column))
      } else if columns.updateValue(located.reference.column, forKey: column.key) != nil {
        fault("the column \"\(text)\" is there twice", at: place, suggestion: "keep one of them")
      }
    }
    return SheetTable(
      sheet: sheet, name: cells.name, headerRow: header, columns: columns,
      translations: translations, rows: rows(of: cells, after: header, isText: sheet == .textLines))
  }

  private func rows(of cells: SheetCells, after header: Int, isText: Bool) -> [SheetTable.Row] {
    var rows: [SheetTable.Row] = []
    for located in cells.cells where located.reference.row > header {
      guard let text = text(of: located, on: cells, isExact: isText) else { continue }
      if rows.last?.number != located.reference.row {
        rows.append(SheetTable.Row(number: located.reference.row, values: [:]))
      }
      rows[rows.count - 1].values[located.reference.column] = text
    }
    return rows
  }

  /// What a cell says, as it would stand in a text file; nil where it says nothing.
  private func text(
    of located: SheetCells.Located, on sheet: SheetCells, isExact: Bool
  ) -> String? {
    switch located.cell.value {
    case .empty: return nil
    case .number(let number): return plain(number)
    case .boolean(let truth): return truth ? "true" : "false"
    case .text(let text):
      let trimmed = text.trimmingWhitespace
      return trimmed.isEmpty ? nil : isExact ? text : trimmed
    case .error(let error):
      fault(
        "the cell shows \(error)",
        at: DefinitionPlace(
          sheet: sheet.name, line: located.reference.row, column: located.reference.column),
        suggestion: "type the value itself; put an apostrophe before text that begins with = or -")
      return nil
    }
  }
}

/// A heading in the manner of XLSForm: `label`, or with its language `label::English (en)`.
struct SheetHeading {
  var name: String
  /// Of BCP 47: `fr`.
  var language: String?

  init(_ text: String) {
    guard let mark = text.firstRange(of: "::") else {
      name = text.lowercased()
      return
    }
    name = String(text[..<mark.lowerBound]).trimmingWhitespace.lowercased()
    let rest = text[mark.upperBound...]
    if let open = rest.lastIndex(of: "("), let close = rest.lastIndex(of: ")"), open < close {
      language = String(rest[rest.index(after: open)..<close]).trimmingWhitespace
    } else {
      language = String(rest).trimmingWhitespace.lowercased() == "english" ? "en" : String(rest)
    }
  }
}

extension String {
  var trimmingWhitespace: String {
    let front = drop { $0.isWhitespace }
    return String(front.reversed().drop { $0.isWhitespace }.reversed())
  }
}
