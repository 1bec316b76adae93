package import Programmes

/// The words that a school sees in its workbook, in one language.
package struct WorkbookTexts: Hashable, Sendable {
  package let language: Language
  private let texts: [WorkbookText: String]

  /// One text for every name; a name without one is shown by its name.
  package init(language: Language, texts: [WorkbookText: String]) {
    self.language = language
    self.texts = texts
  }

  /// The text, with `{1}`, `{2}` … replaced.
  package subscript(text: WorkbookText, values: String...) -> String {
    let pattern = texts[text] ?? text.rawValue
    return values.isEmpty ? pattern : filled(pattern, with: values)
  }

  /// By bytes, because every workbook asks for hundreds of texts; a value is never looked into.
  private func filled(_ pattern: String, with values: [String]) -> String {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    let bytes = Array(pattern.utf8)
    var filled: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let number =
        bytes[place] == open && place + 2 < bytes.count && bytes[place + 2] == close
        ? Int(bytes[place + 1]) - Int(UInt8(ascii: "0")) : 0
      if values.indices.contains(number - 1) {
        filled += values[number - 1].utf8
        place += 3
      } else {
        filled.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }
}

/// The languages in which workbooks are on offer: those of a table of texts that have every one.
///
/// - Throws: `faults` for texts that are missing in English or unknown, and for words that a
///   workbook could not hold.
package func workbookLanguages(_ table: StringTable) throws(ProgrammeError) -> [WorkbookTexts] {
  let known = Set(WorkbookText.allCases.map(\.rawValue))
  func fault(_ line: Int, _ message: String, _ suggestion: String?) -> ProgrammeFault {
    ProgrammeFault(
      file: table.file, line: line, column: 1, message: message, suggestion: suggestion)
  }
  var faults = table.rows.filter { !known.contains($0.key) }.map { row in
    fault(
      row.line, "there is no text \"\(row.key)\"",
      nearMiss(of: row.key, among: known.sorted()).map { "did you mean \"\($0)\"?" })
  }
  let translations = table.translations
  let named = Set(table.rows.map(\.key))
  faults += WorkbookText.allCases.filter { !named.contains($0.rawValue) }.map {
    fault(1, "the text \"\($0.rawValue)\" is missing", "add a row for it")
  }
  let languages = table.languages.compactMap { language -> WorkbookTexts? in
    var texts: [WorkbookText: String] = [:]
    for text in WorkbookText.allCases {
      texts[text] = translations[language.code]?[text.rawValue]
    }
    return texts.count == WorkbookText.allCases.count
      ? WorkbookTexts(language: language, texts: texts) : nil
  }
  for texts in languages {
    for text in WorkbookText.faultTexts where !texts[text].hasPrefix(texts[.fix]) {
      let line = table.rows.first { $0.key == text.rawValue }?.line ?? 1
      faults.append(
        fault(
          line, "the \(texts.language.name) text does not begin with \"\(texts[.fix])\"",
          "what is to be put right is counted by this word"))
    }
  }
  guard faults.isEmpty else { throw .faults(faults) }
  return languages
}
