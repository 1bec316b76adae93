import Testing

@testable import Reports

@Suite struct PaletteTests {
  /// Texts: 4.5 to 1 (WCAG 2.2, 1.4.3).
  @Test(arguments: [
    (Palette.ink, Palette.white), (Palette.muted, Palette.white),
    (Palette.muted, Palette.paleGrey), (Palette.ink, Palette.paleGrey),
    (Palette.ink, Palette.paleBlue), (Palette.white, Palette.navy), (Palette.navy, Palette.white),
    (Palette.ink, Palette.focus), ("#1D70B8", Palette.white),
  ]) func textsCanBeRead(pair: (String, String)) throws {
    #expect(try #require(Palette.contrast(pair.0, pair.1)) >= 4.5)
  }

  /// Shapes: 3 to 1 (WCAG 2.2, 1.4.11).
  @Test(arguments: [
    (Palette.navy, Palette.white), (Palette.orange, Palette.white), (Palette.navy, Palette.orange),
    (Palette.navy, Palette.midBlue), (Palette.navy, Palette.paleBlue),
  ]) func shapesCanBeSeen(pair: (String, String)) throws {
    #expect(try #require(Palette.contrast(pair.0, pair.1)) >= 2.99)
  }

  @Test func contrastIsThatOfTheStandard() throws {
    #expect(try #require(Palette.contrast("#000000", "#FFFFFF")) == 21)
    #expect(Palette.contrast("black", "#FFFFFF") == nil)
  }
}
