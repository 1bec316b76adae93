import Foundation
import Programmes
import TestSupport
import Testing
import Workbooks

/// The languages that ship.
enum Languages {
  static let all: [WorkbookTexts] =
    (try? workbookLanguages(
      readStringTable(ProgrammeTemplates.folder.appending(path: stringTableName)))) ?? []

  static let codes = all.map(\.language.code)

  static func english() throws -> WorkbookTexts { try texts("en") }

  static func texts(_ code: String) throws -> WorkbookTexts {
    try #require(all.first { $0.language.code == code })
  }
}
