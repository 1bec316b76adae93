import Cells
import Testing

struct DelimitedTextTests {
  @Test(
    arguments: [
      ("a,b,c\n1;2,3", ","), ("a;b;c\n1,5;2;3", ";"), ("a\tb\n1,5\t2", "\t"), ("a", ","),
      ("\"a, with, commas\";b\n", ";"), ("a,b;c\n", ";"), ("", ","),
    ] as [(String, Character)])
  func theFirstLineTellsWhatSeparatesColumns(text: String, separator: Character) {
    #expect(DelimitedText(text).separator == separator)
  }

  @Test func marksAndLineEndsOfOtherSystemsAreGone() {
    #expect(DelimitedText("\u{FEFF}a,b\r\n1,2\r3,4").text == "a,b\n1,2\n3,4")
  }

  @Test func readsWhatExcelCallsUnicodeText() throws {
    let units = Array("\u{FEFF}école\t1,5\r\n".utf16)
    let low = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [low, high] {
      let table = try #require(DelimitedText(bytes: bytes))
      #expect(table.text == "école\t1,5\n")
      #expect(table.separator == "\t")
      #expect(DelimitedText(bytes: Array(bytes.dropLast())) == nil)
    }
    #expect(DelimitedText(bytes: [0x63, 0xE9]) == nil)
    #expect(DelimitedText(bytes: Array("école".utf8))?.text == "école")
  }

  @Test func aCommaIsADecimalPointWhereItSeparatesNothing() {
    let commas = DelimitedText("a,b\n")
    #expect(commas.number("0.5") == 0.5)
    #expect(commas.number("0,5") == nil)
    let semicolons = DelimitedText("a;b\n")
    #expect(semicolons.number("0,5") == 0.5)
    #expect(semicolons.number("-1.5e-3") == -0.0015)
    #expect(semicolons.number("1.000,5") == nil)
    #expect(semicolons.number("inf") == nil)
  }
}
