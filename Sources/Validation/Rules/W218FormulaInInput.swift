import Cells
import StudyModel

extension Rule {
  static let formulaInInput = Rule(
    code: "W218",
    severity: .query,
    title: "A formula where a value was to be typed",
    why: "A formula shows what it last worked out, which may not be what the pupil scored.",
    fix: "Type the value itself, or say why a formula is right.",
    examples: [
      """
      | pupil | group   | before | after | explanation        |
      | P01   | Tutored | ↓=20   | 25    |                    |
      | P02   | Tutored | 18     | 21    |                    |
      """,
      """
      | layout   | what |
      | ↓formula | D7   |
      """,
    ]
  ) { record in
    let inCells = record.entries.filter(\.cell.isFormula).map(\.address)
    let inRemarks = record.record.layoutRemarks.compactMap { remark -> CellAddress? in
      if case .formulaInInput(let address) = remark { address } else { nil }
    }
    return Set(inCells + inRemarks).map {
      Remark(.cell($0), "a formula stands here, and its last result was used")
    }
  }
}
