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
    return missingFields(of: record).map {
      Remark(.sheet(sheet), "the column ‘\($0.label)’ is not there")
    }
  }
}

/// The fields that no study can do without and whose column is not there, though the sheet is.
func missingFields(of record: InterpretedRecord) -> [Field] {
  guard !record.record.pupilColumns.isEmpty else { return [] }
  let marks = record.programme.outcomes.flatMap {
    [WellKnownField.before($0), WellKnownField.after($0)]
  }
  let ids = [WellKnownField.pupil] + (record.design == .single ? [] : [WellKnownField.group])
  return (ids + marks).compactMap {
    record.record.pupilColumns[$0] == nil ? record.asked.ofPupils[$0] : nil
  }
}
