/// Something odd in a workbook that could be read all the same.
package struct ReadingNote: Hashable, Sendable {
  /// The code of the rule, W1xx.
  package var code: String
  /// What is odd, as one sentence.
  package var message: String
  /// What the school should do, if anything.
  package var help: String
  /// The first cell that it was seen in, where it was seen in a cell.
  package var address: CellAddress?
  /// How often it was seen.
  package var count: Int

  package init(
    code: String, message: String, help: String, address: CellAddress? = nil, count: Int = 1
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.address = address
    self.count = count
  }
}
