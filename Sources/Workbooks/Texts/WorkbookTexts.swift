/// The words that a school sees in its workbook, in one language.
package struct WorkbookTexts: Hashable, Sendable {
  /// The code of the language: `en`.
  package let language: String
  private let translations: [WorkbookText: String]

  package static let english = WorkbookTexts(language: "en", translations: [:])

  /// A language; what is not among the translations is in English.
  package init(language: String, translations: [WorkbookText: String]) {
    self.language = language
    self.translations = translations
  }

  /// The text, with `{1}`, `{2}` … replaced.
  package subscript(text: WorkbookText, values: String...) -> String {
    var filled = translations[text] ?? text.english
    for (place, value) in values.enumerated() {
      filled = filled.replacing("{\(place + 1)}", with: value)
    }
    return filled
  }
}
