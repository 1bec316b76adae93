import StudyModel

extension Rule {
  static let scoreFarFromOthers = Rule(
    code: "W512",
    severity: .query,
    title: "A score far from all others",
    why: "One slip of the keys far from the other scores moves the mean and widens the interval.",
    fix: "Check the score against the mark sheet.",
    examples: [
      """
      | pupil | group      | before | after |
      | P01   | Tutored    | 31     | 32    |
      | P02   | Tutored    | 32     | 33    |
      | P03   | Tutored    | 30     | 34    |
      | P04   | Tutored    | 33     | 36    |
      | P05   | Comparison | 31     | 31    |
      | P06   | Comparison | 32     | 33    |
      | P07   | Comparison | ↓3     | 34    |
      | P08   | Comparison | 33     | 35    |
      | P09   | Comparison | 30     | 31    |
      | P10   | Comparison | 34     | 36    |
      """
    ]
  ) { record in
    record.markFields.flatMap { field in
      let entries = record.pupils.compactMap { $0.entries[field.id] }.filter {
        $0.hasPossibleMark(in: record)
      }
      return farFromOthers(entries).map { entry in
        Remark(entry, "score \(record.quoted(entry)) is far from all others in its column")
      }
    }
  }
}

extension InterpretedEntry {
  /// An impossible mark is another rule's.
  fileprivate func hasPossibleMark(in record: InterpretedRecord) -> Bool {
    guard let outcome = record.asked.outcomes[field.id] else { return false }
    return number(within: outcome.bounds) != nil
  }
}

/// The marks more than four standard deviations of the others from the mean of the others.
///
/// A mark is left out of what it is measured by, or in a small class it would hide itself.
private func farFromOthers(_ entries: [InterpretedEntry]) -> [InterpretedEntry] {
  let marks = entries.compactMap(\.number)
  guard marks.count >= 10, let centre = mean(marks) else { return [] }
  let count = Double(marks.count)
  let total = sumOfSquares(marks)
  return entries.filter { entry in
    guard let mark = entry.number else { return false }
    let distance = mark - centre
    let distanceFromOthers = distance * count / (count - 1)
    let others = total - distance * distance * count / (count - 1)
    let variance = others / (count - 2)
    return variance > 1e-9 && distanceFromOthers * distanceFromOthers > 16 * variance
  }
}
