import Cells
import Testing

@Test(arguments: [
  ("A1", 1, 1), ("C14", 14, 3), ("$AA$10", 10, 27), ("XFD1048576", 1_048_576, 16_384),
])
func readsAReference(text: String, row: Int, column: Int) throws {
  let reference = try #require(CellReference(text))
  #expect(reference == CellReference(row: row, column: column))
  #expect("\(reference)" == text.replacing("$", with: ""))
}

@Test(arguments: [
  "", "A", "1", "A0", "1A", "XFE1", "A1048577", "A1B", "A-1", "Ä1", "A99999999999999999999",
])
func refusesWhatIsNone(text: String) {
  #expect(CellReference(text) == nil)
}

@Test func anAddressQuotesWhereItMust() {
  let reference = CellReference(row: 8, column: 4)
  #expect("\(CellAddress(sheet: "Pupils", reference: reference))" == "Pupils!D8")
  #expect("\(CellAddress(sheet: "Words we use", reference: reference))" == "'Words we use'!D8")
  #expect("\(CellAddress(sheet: "Ann's", reference: reference))" == "'Ann''s'!D8")
}
