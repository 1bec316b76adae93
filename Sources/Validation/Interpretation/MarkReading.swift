import Cells
import StudyModel

/// Takes a cell for a mark, or for words that say that there is none.
func readMark(
  _ cell: Cell, of outcome: Outcome, reasons: [Choice], habits: ColumnHabits
) -> Reading {
  guard case .text(let text) = cell.value, let words = MissingWords(normalised(text), reasons)
  else { return readNumber(cell, bounds: outcome.bounds, habits: habits) }
  return .repaired(
    .noScore(reason: words.reason?.code), as: .text(words.reason?.label ?? "no score"),
    "words for a mark that is missing")
}

/// Words in a cell for a mark that say there is none: `absent`, `A`, `-`, `n/a`.
struct MissingWords {
  /// The reason that the words give, if the programme's list has it.
  var reason: Choice?

  /// Reasons take three letters: an O is more often a zero, and an l a one.
  ///
  /// Nil where the words, as ``normalised(_:)`` gives them, say something else.
  init?(_ text: String, _ reasons: [Choice]) {
    let words = text.lowercased().trimmingSuffix { $0 == "." }
    if Self.withoutReason.contains(words) { return }
    if Self.absent.contains(words) {
      reason =
        reasons.first { Self.absent.contains($0.code) }
        ?? reasons.first { $0.code.contains("absent") || $0.label.lowercased().contains("absent") }
    } else if words.count >= 3, let choice = closest(to: text, in: reasons)?.choice {
      reason = choice
    } else {
      return nil
    }
  }

  private static let absent: Set<String> = [
    "absent", "a", "abs", "ab", "absence", "away", "ill", "sick",
  ]
  private static let withoutReason: Set<String> = [
    "-", "--", "---", "n/a", "na", "n.a", "none", "no score", "no mark", "missing", "x", "?",
    "nil", "null", "not available", "did not sit", "dns",
  ]
}

extension String {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var rest = self[...]
    while rest.count > 1, let last = rest.last, matches(last) { rest.removeLast() }
    return String(rest)
  }
}
