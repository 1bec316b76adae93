import StudyModel
import Validation

/// The marks of pupils with both, one element per pupil, in the order of their codes.
struct ColumnsOfMarks {
  let before: [Double]
  let after: [Double]
  let isIntervention: [Bool]

  func after(inIntervention: Bool) -> [Double] {
    zip(after, isIntervention).filter { $0.1 == inIntervention }.map(\.0)
  }
}

extension OutcomeSample {
  /// The columns of pupils who have both marks.
  func columns(of pupils: [Pupil]) -> ColumnsOfMarks {
    ColumnsOfMarks(
      before: pupils.compactMap(before(of:)), after: pupils.compactMap(after(of:)),
      isIntervention: pupils.map { $0.arm == .intervention })
  }
}
