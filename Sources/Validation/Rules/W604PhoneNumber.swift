import StudyModel

extension Rule {
  static let phoneNumber = Rule(
    code: "W604",
    severity: .query,
    title: "What looks like a telephone number",
    why: "A telephone number leads to a person.",
    fix: "Clear the number.",
    examples: [
      """
      | stray                 |
      | ↓"+255 712 345 678"   |
      | ↓"0113 496 0000"      |
      | 02-03-2026 10-07-2026 |
      | 40 of 120             |
      """
    ]
  ) { record in
    record.cells(with: .phone).map { Remark(.cell($0), "looks like a telephone number") }
  }
}
