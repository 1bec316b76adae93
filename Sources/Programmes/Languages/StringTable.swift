import Cells
import SwiftCSV

/// Texts in several languages, as translators keep them: one row for each text, one column for each
/// language, headed as in XLSForm.
///
/// ```
/// name,label::English (en),label::French (fr)
/// answer,Your answer,Votre réponse
/// ```
package struct StringTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// The name in the column `name`; where there is none, the English text itself.
    package var key: String
    /// By the code of the language; texts that are not there yet are absent.
    package var texts: [String: String]
    /// In the file, from 1.
    package var line: Int
  }

  /// The name of the file, for faults.
  package var file: String
  /// English first.
  package var languages: [Language]
  /// The column of each language in the file, from 1, by its code.
  package var columns: [String: Int]
  package var rows: [Row]

  /// By the code of the language, then by key.
  package var translations: [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    for language in languages {
      found[language.code] = Dictionary(
        rows.compactMap { row in row.texts[language.code].map { (row.key, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    return found
  }
}

/// Reads a table of texts, with commas or semicolons.
///
/// - Throws: `faults`, each with its line and column.
package func stringTable(csv: String, file: String) throws(ProgrammeError) -> StringTable {
  let given = DelimitedText(csv)
  let content: CSV<Enumerated>
  do {
    content = try CSV<Enumerated>(
      string: given.text, delimiter: .character(given.separator), loadColumns: false)
  } catch {
    throw .faults([
      ProgrammeFault(
        file: file, line: 1, column: 1, message: "the file is not a table of texts with commas",
        suggestion: "save it as CSV UTF-8, and put quotation marks around texts with a comma")
    ])
  }
  var reader = StringTableReader(file: file, header: content.header)
  let table = reader.table(of: content.rows)
  guard reader.faults.isEmpty else { throw .faults(reader.faults) }
  return table
}

private struct StringTableReader {
  let file: String
  let header: [String]
  var faults: [ProgrammeFault] = []

  private mutating func fault(
    line: Int, column: Int = 0, _ message: String, _ suggestion: String? = nil
  ) {
    faults.append(
      ProgrammeFault(
        file: file, line: line, column: column + 1, message: message, suggestion: suggestion))
  }

  mutating func table(of rows: [[String]]) -> StringTable {
    let columns = languageColumns()
    let name = header.firstIndex(of: "name")
    var lines: [String: Int] = [:]
    var read: [StringTable.Row] = []
    guard let english = columns.first(where: { $0.language.code == "en" })?.column else {
      fault(line: 1, "there is no column \"\(Language.english.heading)\"")
      return StringTable(file: file, languages: [], columns: [:], rows: [])
    }
    for (place, cells) in rows.enumerated() where cells.contains(where: { !$0.isEmpty }) {
      let line = place + 2
      guard cells.count == header.count else {
        fault(
          line: line, "the row has \(cells.count) cells, and the header \(header.count)",
          "put quotation marks around texts with a comma")
        continue
      }
      let key = cells[name ?? english]
      if key.isEmpty || cells[english].isEmpty {
        fault(line: line, column: english, "the row has no English text or no name")
      } else if let first = lines[key] {
        fault(line: line, "\"\(key)\" is in line \(first) already", "keep one of them")
      }
      lines[key] = lines[key] ?? line
      var texts: [String: String] = [:]
      for (column, language) in columns where !cells[column].isEmpty {
        texts[language.code] = cells[column]
        if gaps(in: cells[column]) != gaps(in: cells[english]) {
          fault(
            line: line, column: column,
            "the \(language.name) text does not have the same {1}, {2} … as the English one")
        }
      }
      read.append(StringTable.Row(key: key, texts: texts, line: line))
    }
    let languages = columns.map(\.language)
    return StringTable(
      file: file,
      languages: languages.filter { $0.code == "en" } + languages.filter { $0.code != "en" },
      columns: Dictionary(columns.map { ($0.language.code, $0.column + 1) }) { first, _ in first },
      rows: read)
  }

  private mutating func languageColumns() -> [(column: Int, language: Language)] {
    var columns: [(column: Int, language: Language)] = []
    for (column, heading) in header.enumerated() where heading != "name" {
      if let language = Language(heading: heading) {
        if columns.contains(where: { $0.language.code == language.code }) {
          fault(line: 1, column: column, "the language \(language.code) has two columns")
        }
        columns.append((column, language))
      } else {
        fault(
          line: 1, column: column, "\"\(heading)\" is not the heading of a language",
          "write it like \"label::French (fr)\"")
      }
    }
    return columns
  }

  /// The places that are filled in, each as often as it is there.
  private func gaps(in text: String) -> [String] {
    text.matches(of: /\{[0-9]\}/).map { String($0.0) }.sorted()
  }
}
