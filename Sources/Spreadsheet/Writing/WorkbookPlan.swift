package import Cells

/// A workbook to write, as a plain value.
package struct WorkbookPlan: Hashable, Sendable {
  /// In the order of their tabs; at least one is visible.
  package var sheets: [SheetPlan]
  /// Letters, digits, `_` and `.`, not like a cell reference; name and formula 120 bytes at most.
  package var definedNames: [DefinedName] = []
  package var properties: DocumentProperties
  /// Custom document properties, in this order.
  package var customProperties: [CustomProperty] = []
  /// The sheet on which the workbook opens; nil is the first that is visible.
  package var activeSheet: String?

  package init(sheets: [SheetPlan], properties: DocumentProperties) {
    self.sheets = sheets
    self.properties = properties
  }
}

/// A custom document property that holds text, 255 UTF-16 units at most.
package struct CustomProperty: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The properties that every document has.
///
/// The author is an organisation, never a person.
package struct DocumentProperties: Hashable, Sendable {
  package var title: String
  package var subject: String
  package var author: String
  package var company: String
  package var comments: String
  /// The code of the language that it is in; empty where it does not matter.
  package var language: String
  /// The day that the file gives as its making; a parameter, so that the bytes are the same again.
  package var created: ExcelDate

  package init(
    title: String = "", subject: String = "", author: String = "", company: String = "",
    comments: String = "", language: String = "", created: ExcelDate
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.comments = comments
    self.language = language
    self.created = created
  }
}
