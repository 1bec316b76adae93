import StudyModel

extension Rule {
  static let notByChance = Rule(
    code: "W510",
    severity: .note,
    title: "Pupils were not chosen as the workbook was made for",
    why:
      "Only chance makes groups equal in what nobody measured; how far a result holds rests on it.",
    fix: "If pupils were in fact chosen as planned, correct the answer.",
    examples: [
      """
      | question   | answer          |
      | assignment | ↓By the teacher |
      """,
      """
      design: matched
      | question   | answer         |
      | assignment | By the teacher |
      """,
    ]
  ) { record in
    guard let entry = record.answers[WellKnownField.assignment],
      record.assignmentAnswer != nil, record.design != record.record.design
    else { return [] }
    return [
      Remark(
        entry,
        "made for ‘\(record.record.design.inWords)’, and analysed as ‘\(record.design.inWords)’")
    ]
  }
}

extension StudyDesign {
  /// The design as a school would say it.
  fileprivate var inWords: String {
    switch self {
    case .randomised: "pupils by chance"
    case .pairs: "by chance within pairs"
    case .matched: "groups chosen to be alike"
    case .cluster: "whole classes by chance"
    case .partiallyNested: "small groups and pupils in none"
    case .single: "no comparison group"
    }
  }
}
