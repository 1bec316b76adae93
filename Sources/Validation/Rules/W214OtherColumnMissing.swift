import StudyModel

extension Rule {
  static let otherColumnMissing = Rule(
    code: "W214",
    severity: .note,
    title: "A column that the result can do without is missing",
    why: "The result stands, but says nothing about what was in the column.",
    fix: "Put the column back with its heading as it was, if you have what was in it.",
    examples: [
      """
      | pupil | group   | before | after |
      | P01   | Tutored | 20     | 25    |

      | layout          | what              |
      | ↓column missing | Sessions attended |
      """
    ]
  ) { record in
    let optional = Set(record.programme.pupilFields.map(\.label))
    let nothingElse = missingFields(of: record).isEmpty
    return record.record.layoutRemarks.compactMap { remark in
      guard case .columnMissing(let label, let sheet) = remark,
        nothingElse || optional.contains(label)
      else { return nil }
      return Remark(.sheet(sheet), "the column ‘\(label)’ is not there")
    }
  }
}
