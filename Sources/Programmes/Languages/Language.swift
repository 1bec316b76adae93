import Foundation

/// A language that a workbook can be in.
package struct Language: Hashable, Sendable {
  /// Of BCP 47: `fr`.
  package let code: String
  /// In English: `French`.
  package var name: String
  /// Whether its lines begin at the right.
  package let isRightToLeft: Bool

  /// The language in which programmes are defined and everything is complete.
  package static let english = Language(code: "en", name: "English")

  package init(code: String, name: String) {
    self.code = code
    self.name = name
    isRightToLeft = Locale.Language(identifier: code).characterDirection == .rightToLeft
  }

  /// Reads the heading of a column in the manner of XLSForm: `label::French (fr)`.
  init?(heading: String) {
    guard let match = heading.wholeMatch(of: /label::(.+) \(([A-Za-z]{2,3}(-[A-Za-z0-9]+)*)\)/)
    else { return nil }
    self.init(code: String(match.2), name: String(match.1))
  }

  /// The heading of its column.
  package var heading: String { "label::\(name) (\(code))" }
}
