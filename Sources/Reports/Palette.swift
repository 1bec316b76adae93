import Foundation

/// The colours of every page and figure.
///
/// Navy and orange are the two-colour pair of the Analysis Function: apart in normal vision and for
/// the three common kinds of colour blindness. Orange marks shapes on white; it is never text.
package enum Palette {
  package static let ink = "#0B0C0C"
  package static let muted = "#505A5F"
  package static let white = "#FFFFFF"
  /// The intervention arm, headings and estimates.
  package static let navy = "#12436D"
  /// The comparison arm, and the range of a next school.
  package static let orange = "#F46A25"
  /// Backgrounds of notes, and the body of a half-eye.
  package static let paleBlue = "#DCE6F2"
  /// The darkest band behind a funnel.
  package static let midBlue = "#B9CADB"
  /// Backgrounds of boxes, and effects too small to matter.
  package static let paleGrey = "#F3F2F1"
  package static let line = "#B1B4B6"
  package static let focus = "#FFDD00"

  /// How far two colours are apart: 1 to 21; nil where one is not `#RRGGBB`.
  ///
  /// - Source: WCAG 2.2, relative luminance and contrast ratio.
  package static func contrast(_ one: String, _ other: String) -> Double? {
    guard let first = luminance(one), let second = luminance(other) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double? {
    guard colour.count == 7, colour.first == "#", let value = Int(colour.dropFirst(), radix: 16)
    else { return nil }
    let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
    return weights.reduce(0) { sum, part in
      let channel = Double((value >> part.0) & 0xFF) / 255
      let linear =
        channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      return sum + part.1 * linear
    }
  }
}
