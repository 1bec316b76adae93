import StudyModel

extension Rule {
  /// What there is to know about the rule, as Markdown under a heading of the second level.
  package var page: String {
    let tables = examples.map { "```\n\($0)\n```" }.joined(separator: "\n\n")
    return """
      ## \(code) \(title)

      \(severity.inWords)

      **Why it matters.** \(why)

      **What to do.** \(fix)

      \(examples.count == 1 ? "**Example.**" : "**Examples.**") `↓` marks what is found.

      \(tables)

      """
  }
}

/// Every rule with its page, as one Markdown document: `docs/rules.md`.
package func ruleReference() -> String {
  var parts = [introduction]
  var subject: Character?
  for rule in Rule.all {
    let hundreds = rule.code.dropFirst().first
    if hundreds != subject, let title = subjects.first(where: { $0.digit == hundreds })?.title {
      parts.append("# \(title)\n")
    }
    subject = hundreds
    parts.append(rule.page)
  }
  return parts.joined(separator: "\n")
}

extension Severity {
  fileprivate var inWords: String {
    switch self {
    case .error: "**Error**: must be put right before anything can be analysed."
    case .query: "**Query**: put right, or explained in the workbook."
    case .note: "**Note**: for information."
    }
  }
}

private let subjects: [(digit: Character, title: String)] = [
  ("2", "Structure of the workbook"), ("3", "Values"), ("4", "Agreement between cells"),
  ("5", "Design and statistics"), ("6", "Privacy"),
]

private let introduction = """
  <!-- Made from Sources/Validation/Rules; change it there. -->

  # What is checked

  Every returned workbook is read against these rules, all of them every time. `whatworked explain
  W302` prints the page of one rule. A query about a pupil is satisfied by a few words in the
  column ‘If this is right, say why’; it then becomes a note. Codes are never used again for
  something else.

  In the examples `"12"` is a number stored as text, `=12` the result of a formula, `85%` a number
  shown as a percentage, and `2026-07-10` a cell with the format of a date.

  """
