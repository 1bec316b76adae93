import StudyModel

extension Rule {
  static let numberOutsideBounds = Rule(
    code: "W303",
    severity: .error,
    title: "Number outside what is possible",
    why: "An impossible number is a slip of the keys, and what was meant cannot be known.",
    fix: "Type the number again; the help beside the question says what is possible.",
    examples: [
      """
      | pupil | group   | before | after | sessions |
      | P01   | Tutored | 12     | 41    | 0        |
      | P02   | Tutored | 14     | 15    | ↓501     |
      | P03   | Tutored | 14     | 15    | ↓-2      |

      | question         | answer |
      | fidelity         | ↓101   |
      | sessions-planned | ↓0     |
      """
    ]
  ) { record in
    record.entries.filter { record.asked.outcomes[$0.field.id] == nil }.compactMap { entry in
      guard let bounds = entry.field.bounds, let number = entry.number, !bounds.contains(number)
      else { return nil }
      let range = "\(shown(bounds.lowerBound)) and \(shown(bounds.upperBound))"
      return Remark(
        entry, "\(record.quoted(entry)) for ‘\(entry.field.label)’ is not between \(range)")
    }
  }
}

extension Field {
  /// The numbers that may be typed, where it asks for a number.
  fileprivate var bounds: ClosedRange<Double>? {
    switch kind {
    case .wholeNumber(let range): Double(range.lowerBound)...Double(range.upperBound)
    case .decimal(let range): range
    default: nil
    }
  }
}
