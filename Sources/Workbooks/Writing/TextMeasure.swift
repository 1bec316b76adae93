import Foundation

/// How much room texts take in Arial, so that no row and no column cuts them.
///
/// Programs without Arial take a font of the same widths for Latin letters, and one that is at most
/// as wide as reckoned here for others.
extension WorkbookStyle {
  /// The width of a column in which a text stands in one line, in characters.
  static func width(
    of text: some StringProtocol, size: Double = 12, isBold: Bool = false
  ) -> Double {
    let isLatin = text.utf8.allSatisfy { $0 < 128 }
    let thousandths =
      isLatin
      ? text.utf8.reduce(0) { $0 + latin[Int($1)] }
      : text.decomposedStringWithCanonicalMapping.unicodeScalars
        .reduce(0) { $0 + advance(of: $1) }
    let pixels = Double(thousandths) / 1000 * size * 96 / 72 * (isBold ? 1.08 : 1)
    return (pixels * 1.03 / pixelsPerCharacter * 10).rounded(.up) / 10 + 0.5
  }

  /// The width that the longest word of a text needs, which no program breaks well.
  static func widthOfLongestWord(in text: String, isBold: Bool = false) -> Double {
    text.split(separator: " ").map { width(of: $0, isBold: isBold) }.max() ?? 0
  }

  /// The height of a row whose texts wrap at a width; without it lines overprint in LibreOffice.
  static func height(
    of texts: [(text: String, width: Double)], size: Double = 12, isBold: Bool = false
  ) -> Double {
    let lines =
      texts.map { lineCount(of: $0.text, width: $0.width, size: size, isBold: isBold) }.max() ?? 1
    return max(rowHeight, (Double(lines) * size * 1.42 + 3).rounded(.up))
  }

  /// How many lines a text takes, broken between words as a program breaks it.
  private static func lineCount(
    of text: String, width room: Double, size: Double, isBold: Bool
  ) -> Int {
    let space = 278.0 / 1000 * size * 96 / 72 / pixelsPerCharacter
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let needed = width(of: word, size: size, isBold: isBold) - 0.5
      if used > 0, used + space + needed > room - 0.5 {
        lines += 1
        used = 0
      }
      used += used > 0 ? space + needed : needed
      // A word that is longer than the line goes on in the next.
      while used > room - 0.5, room > 1 {
        lines += 1
        used -= room - 0.5
      }
    }
    return lines
  }

  /// Of the digits in which columns are measured.
  private static let pixelsPerCharacter = 7.0

  /// In thousandths of the size.
  ///
  /// - Source: the font metrics of Helvetica (Adobe, AFM), which Arial shares.
  private static func advance(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 128 { return latin[Int(scalar.value)] }
    switch scalar {
    case _ where scalar.properties.generalCategory == .nonspacingMark: return 0
    case "’", "‘": return 222
    case "\u{A0}", "·": return 278
    case "œ", "Œ", "—", "…": return 944
    default: return 600
    }
  }

  /// By the code of the letter, as ``advance(of:)`` looks it up: this is asked for every letter of
  /// every workbook.
  private static let latin: [Int] = (0..<128).map { code in
    let letter = Character(UnicodeScalar(UInt8(code)))
    return widths.first { $0.letters.contains(letter) }?.advance ?? 556
  }

  private static let widths: [(letters: String, advance: Int)] = [
    ("ijl'", 222), (" ftI!,./:;[]|", 278), ("r()-`", 333), ("ckvsxyzJ", 500), ("FTZ", 611),
    ("ABEKPSVXY&", 667), ("wCDHNRU", 722), ("GOQ", 778), ("mM", 833), ("W%", 944), ("@", 1015),
  ]
}
