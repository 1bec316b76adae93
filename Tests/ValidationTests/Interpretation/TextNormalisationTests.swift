import Testing

@testable import Validation

@Suite struct TextNormalisationTests {
  @Test(arguments: [
    ("  a  b ", "a b"), ("a\u{A0}b", "a b"), ("\u{FEFF}a\u{200B}", "a"), ("it\u{2019}s", "it's"),
    ("\u{201C}a\u{201D}", "\"a\""), ("1\u{2013}2", "1-2"), ("\u{FF15}\u{FF22}", "5B"),
    ("٣٫٥", "3.5"), ("१७", "17"), ("১৭", "17"), ("\u{202B}a\u{202C}", "a"), ("\n\t", ""),
    ("é", "é"),
  ])
  func seesThroughWhatPeopleDoNotSee(text: String, plain: String) {
    #expect(normalised(text) == plain)
    #expect(normalised(plain) == plain)
  }
}
