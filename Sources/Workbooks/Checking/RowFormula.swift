/// A formula that is the same in every row but for the number of the row.
///
/// Building one takes far longer than filling its number in, and a sheet has up to 300 rows.
struct RowFormula {
  /// What stands between the numbers; nil where the formula differs in other ways too.
  private let pieces: [Substring]?
  private let formula: (Int) -> String

  init(_ formula: @escaping (Int) -> String) {
    self.formula = formula
    // Two numbers that hold no digit of each other: whatever is equal is no row's number.
    let first = formula(111_111).split(separator: "111111", omittingEmptySubsequences: false)
    let second = formula(222_222).split(separator: "222222", omittingEmptySubsequences: false)
    pieces = first == second ? first : nil
  }

  func text(row: Int) -> String {
    pieces?.joined(separator: String(row)) ?? formula(row)
  }
}
