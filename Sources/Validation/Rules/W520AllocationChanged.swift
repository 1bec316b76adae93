import StudyModel

extension Rule {
  static let allocationChanged = Rule(
    code: "W520",
    severity: .query,
    title: "A pupil is not in the group that was drawn",
    why: """
      Chance made the groups equal. A pupil who is moved afterwards, or added, makes them unequal \
      in ways that nobody can see.
      """,
    fix: """
      Put the pupil back into the group that was drawn, even where the pupil did not take part in \
      the end; if the group is right as it is, say why in the column ‘If this is right, say why’.
      """,
    examples: [
      """
      draw: P01 intervention, P02 comparison, P03 intervention, P04 comparison
      | pupil | group        | before | after |
      | P01   | ↓Comparison  | 12     | 14    |
      | P02   | Comparison   | 12     | 15    |
      | P03   | Tutored      | 14     | 15    |
      | P05   | ↓Tutored     | 14     | 15    |
      """,
      """
      | pupil | group        | before | after |
      | P01   | Comparison   | 12     | 14    |
      """,
    ]
  ) { record in
    guard let drawn = record.record.issuedAllocation?.places, !drawn.isEmpty else { return [] }
    return record.pupils.compactMap { pupil in
      guard let code = pupil.code, let arm = pupil.arm, drawn[code]?.arm != arm else {
        return nil
      }
      let place = pupil.place(of: WellKnownField.group)
      let words = record.programme.words
      guard let arm = drawn[code]?.arm else {
        return Remark(place, "\(pupil.named) was not among the pupils who were drawn")
      }
      let label = arm == .intervention ? words.intervention : words.comparison
      return Remark(place, "\(pupil.named) was drawn for ‘\(label)’")
    }
  }
}
