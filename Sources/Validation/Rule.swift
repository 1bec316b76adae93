import Cells
package import StudyModel

/// One thing that may be wrong or odd in a returned workbook, and how to tell.
package struct Rule: Sendable {
  /// `W302`: never renumbered, never used again.
  package let code: String
  package let severity: Severity
  /// What is found, in a few words.
  package let title: String
  /// Why it matters for the result.
  package let why: String
  /// What the school should do.
  package let fix: String
  /// Workbooks as Markdown tables, `↓` before each cell that must be found and no other.
  package let examples: [String]
  /// Every place where it is so, in any order.
  let check: @Sendable (InterpretedRecord) -> [Remark]

  init(
    code: String, severity: Severity, title: String, why: String, fix: String,
    examples: [String], check: @escaping @Sendable (InterpretedRecord) -> [Remark]
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.why = why
    self.fix = fix
    self.examples = examples
    self.check = check
  }
}

/// One place where a rule found something.
struct Remark: Sendable {
  var place: Place
  /// What is wrong, with the value, as a clause: `score 104 is not between 0 and 60`.
  var message: String

  init(_ place: Place, _ message: String) {
    self.place = place
    self.message = message
  }

  init(_ entry: InterpretedEntry, _ message: String) {
    self.init(.cell(entry.address), message)
  }
}
