import StudyModel

extension Rule {
  static let columnMissing = Rule(
    code: "W213",
    severity: .error,
    title: "A column that is needed is missing",
    why: "Without every pupil's code, group and scores there is nothing to compare.",
    fix: "Put the column back with its heading as it was, or ask for a new workbook.",
    examples: [
      """
      | pupil | group   | before |
      | P01   | Tutored | 20     |

      | layout          | what        |
      | ↓column missing | Score after |
      """
    ]
  ) { record in
    let sheet = record.pupilSheet
    return neededFields(of: record).filter { record.record.pupilColumns[$0.id] == nil }.map {
      Remark(.sheet(sheet), "the column for the \($0.label) is not there")
    }
  }
}

/// The columns without which a study cannot be analysed, where the sheet is there at all.
private func neededFields(of record: InterpretedRecord) -> [Field] {
  guard !record.record.pupilColumns.isEmpty else { return [] }
  let asked = AskedFields(of: record.programme)
  let marks = record.programme.outcomes.flatMap {
    [WellKnownField.before($0), WellKnownField.after($0)]
  }
  let ids = [WellKnownField.pupil] + (record.design == .single ? [] : [WellKnownField.group])
  return (ids + marks).compactMap { asked.ofPupils[$0] }
}
