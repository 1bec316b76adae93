import Cells
package import StudyModel

/// Where the closed lists are, and the limits that formulas compare with, on the hidden sheet.
///
/// A list has two columns: codes, which programs use, and labels, which people choose from. So a
/// label may be translated and its code stays.
package struct ListsLayout: Hashable, Sendable {
  package static let sheetName = "Lists"
  /// Under the headings.
  package static let firstRow = 2

  package var lists: [ChoiceList] = []
  package var limits: [Limit] = []

  /// Keeps a list for a field; the same choices are kept once.
  mutating func add(_ choices: [Choice], named name: String) {
    guard !lists.contains(where: { $0.choices == choices }) else { return }
    lists.append(ChoiceList(name: name, choices: choices, codeColumn: lists.count * 2 + 1))
  }

  func list(of choices: [Choice]) -> ChoiceList? {
    lists.first { $0.choices == choices }
  }

  /// The column with the names of the limits; their values are in the next.
  package var limitColumn: Int { lists.count * 2 + 1 }

  /// A limit as formulas write it: `Lists!$J$2`.
  func reference(to limit: Limit.Kind) -> String {
    let row = Self.firstRow + (limits.firstIndex { $0.kind == limit } ?? 0)
    return "\(Self.sheetName)!$\(CellReference.letters(ofColumn: limitColumn + 1))$\(row)"
  }
}

/// A closed list on the hidden sheet.
package struct ChoiceList: Hashable, Sendable {
  /// The defined name of its labels: `lstGroup`.
  package var name: String
  package var choices: [Choice]
  package var codeColumn: Int

  package var labelColumn: Int { codeColumn + 1 }

  /// The labels, as formulas write them: `Lists!$B$2:$B$3`.
  var labels: String {
    let letters = "$" + CellReference.letters(ofColumn: labelColumn)
    let first = ListsLayout.firstRow
    return "\(ListsLayout.sheetName)!\(letters)$\(first):\(letters)$\(first + choices.count - 1)"
  }

  /// One label, as formulas write it: `Lists!$B$2`.
  func label(_ place: Int) -> String {
    let letters = CellReference.letters(ofColumn: labelColumn)
    return "\(ListsLayout.sheetName)!$\(letters)$\(ListsLayout.firstRow + place)"
  }
}

/// A number that formulas compare with.
package struct Limit: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case lowestScore(outcome: String)
    case highestScore(outcome: String)
    /// Below this many pupils in a group, the result is very unsure.
    case fewestPupils
  }

  package var kind: Kind
  package var name: String
  package var value: Double
}
