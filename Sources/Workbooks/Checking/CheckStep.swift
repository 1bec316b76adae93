import Cells
import Programmes

/// One thing that can be wrong with what was typed: as a formula, and as a judgement in Swift.
///
/// Programs that do not calculate when they open a file show the stored result of a formula, so
/// both forms of a step must agree; tests recalculate workbooks to see that they do.
struct CheckStep: Sendable {
  /// The fields that the formula looks at, in its order.
  var fields: [String]
  /// True where it is wrong; for use within a formula.
  var condition: String
  /// What the check says then.
  var message: String
  var isWrong: @Sendable (CheckedValues) -> Bool
}

/// What was typed in one row, by field.
struct CheckedValues: Sendable {
  var values: [String: CellValue]

  subscript(field: String) -> CellValue { values[field] ?? .empty }

  /// As `TRIM` gives it: numbers as text, without spaces at the ends.
  func trimmed(_ field: String) -> String {
    switch self[field] {
    case .empty, .error: ""
    case .number(let number): plain(number)
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .text(let text):
      text.split(separator: " ").joined(separator: " ")
    }
  }

  func number(_ field: String) -> Double? {
    if case .number(let number) = self[field] { number } else { nil }
  }

  var isEmpty: Bool { values.values.allSatisfy(\.isEmpty) }

  func showsError(_ field: String) -> Bool {
    if case .error = self[field] { true } else { false }
  }
}

/// The first fault wins: `IF(…,"Fix: …",IF(…,"Fix: …","OK"))`.
func nested(_ steps: [CheckStep], otherwise: String) -> String {
  steps.reversed().reduce(otherwise) { rest, step in
    "IF(\(step.condition),\(quoted(step.message)),\(rest))"
  }
}

/// What the nested formula comes to.
func verdict(
  _ steps: [CheckStep], on values: CheckedValues, otherwise: String, onError: String
) -> String {
  for step in steps {
    if step.fields.contains(where: values.showsError) { return onError }
    if step.isWrong(values) { return step.message }
  }
  return otherwise
}

/// A text within a formula.
func quoted(_ text: String) -> String {
  // Hardly any text has a quotation mark, and looking for one by letters takes time.
  guard text.utf8.contains(UInt8(ascii: "\"")) else { return "\"\(text)\"" }
  return "\"\(text.replacing("\"", with: "\"\""))\""
}
