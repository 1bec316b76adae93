import StudyModel

extension Rule {
  static let drawRecordChanged = Rule(
    code: "W521",
    severity: .query,
    title: "The record of the draw in the workbook was changed",
    why: """
      The hidden sheet says who was drawn for which group, with a hash over all of it. The two no \
      longer fit, so the workbook cannot show that the groups are as chance made them.
      """,
    fix: "Compare it with the allocation record that was kept, or send the workbook as it was.",
    examples: [
      """
      draw: ↓changed P01 intervention, P02 comparison
      | pupil | group        | before | after |
      | P01   | Tutored      | 12     | 14    |
      | P02   | Comparison   | 12     | 15    |
      """,
      """
      draw: P01 intervention, P02 comparison
      | pupil | group        | before | after |
      | P01   | Tutored      | 12     | 14    |
      """,
    ]
  ) { record in
    guard let draw = record.record.issuedAllocation, !draw.isIntact else { return [] }
    return [Remark(.workbook, "the hash of the draw does not fit the pupils and their groups")]
  }
}
