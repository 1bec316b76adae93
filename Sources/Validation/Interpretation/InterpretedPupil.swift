import Cells
import StudyModel

/// One row of the Pupils sheet, each entry taken for what it means.
struct InterpretedPupil: Sendable {
  let row: Int
  /// By field; fields that say nothing are absent.
  let entries: [String: InterpretedEntry]
  /// The address that each field has in this row, filled in or not.
  let addresses: [String: CellAddress]

  var code: String? { entries[WellKnownField.pupil]?.text }
  var arm: Arm? { entries[WellKnownField.group]?.choice.flatMap(Arm.init(rawValue:)) }
  var role: Role? { entries[WellKnownField.role]?.choice.flatMap(Role.init(rawValue:)) }
  /// Nil as well where more sessions are typed than any year has.
  var sessions: Double? {
    entries[WellKnownField.sessions]?.number(within: 0...500)
  }
  var isExplained: Bool { entries[WellKnownField.explanation] != nil }

  /// Nil as well where the mark is none that the test can give: one slip must not look like many.
  func before(_ outcome: Outcome) -> Double? {
    entries[WellKnownField.before(outcome)]?.number(within: outcome.bounds)
  }
  /// Nil as well where the mark is none that the test can give.
  func after(_ outcome: Outcome) -> Double? {
    entries[WellKnownField.after(outcome)]?.number(within: outcome.bounds)
  }

  /// The code of the reason for a missing mark, from its own column or in place of the mark.
  var missingReason: String? {
    entries[WellKnownField.missingReason]?.choice
      ?? entries.values.sorted { $0.address < $1.address }.compactMap(\.reasonForNoScore).first
  }

  /// A row with nothing but a code, or a remark about it, stands for nobody.
  var isPupil: Bool {
    entries.keys.contains { $0 != WellKnownField.pupil && $0 != WellKnownField.explanation }
  }

  /// Where a remark about a field of this pupil belongs, whether it is filled in or not.
  func place(of field: String) -> Place {
    (addresses[field] ?? entries[field]?.address ?? anyAddress).map { .cell($0) } ?? .workbook
  }

  /// A cell of the row: that of the code, or else the first one.
  var anyAddress: CellAddress? {
    addresses[WellKnownField.pupil] ?? addresses.values.min() ?? entries.values.map(\.address).min()
  }

  /// The pupil in the words of a message.
  var named: String {
    guard let code, PrivacyScreen().details(in: code).isEmpty else {
      return "the pupil of row \(row)"
    }
    return "pupil \(code)"
  }
}

extension InterpretedEntry {
  /// Not inlined: the optimiser of Swift 6.3 fails on what is left of it in loops over pupils.
  @inline(never)
  var number: Double? { if case .number(let number) = value { number } else { nil } }
  func number(within bounds: ClosedRange<Double>) -> Double? {
    number.flatMap { bounds.contains($0) ? $0 : nil }
  }
  var text: String? { if case .text(let text) = value { text } else { nil } }
  var date: ExcelDate? { if case .date(let date) = value { date } else { nil } }
  var choice: String? { if case .choice(let code) = value { code } else { nil } }
  var difficulty: Difficulty? {
    if case .unreadable(let difficulty) = value { difficulty } else { nil }
  }
  var reasonForNoScore: String? { if case .noScore(let reason) = value { reason } else { nil } }
}
