import Foundation
package import Statistics

/// How numbers are written, everywhere in a report.
///
/// Decimals are fixed and the point is a point, whatever the machine's language; a minus is the
/// true minus sign, so that it lines up with the plus. Nothing here depends on a locale.
package enum NumberStyle {
  /// U+2212.
  package static let minus = "\u{2212}"

  /// `−0.12`; a value that rounds to zero has no sign.
  package static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "not known" }
    let text = String(format: "%.\(digits)f", abs(value))
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return value < 0 && !isZero ? minus + text : text
  }

  /// `+0.31`, `−0.12`, `0.00`.
  package static func signed(_ value: Double, digits: Int) -> String {
    let text = decimal(value, digits: digits)
    let isPositive = value.isFinite && value > 0 && text.contains { "123456789".contains($0) }
    return isPositive ? "+" + text : text
  }

  /// `−0.12 to +0.74`.
  package static func range(_ interval: Interval, digits: Int) -> String {
    "\(signed(interval.low, digits: digits)) to \(signed(interval.high, digits: digits))"
  }

  /// As few decimals as needed, at most two: `40`, `12.5`.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return decimal(value, digits: 0) }
    let digits = (0...2).first { digits in
      let scale = pow(10, Double(digits))
      return abs(value * scale - (value * scale).rounded()) < 1e-9
    }
    return decimal(value, digits: digits ?? 2)
  }

  /// `2,890`.
  package static func count(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? minus : "") + String(digits)
  }

  /// `24 pupils`, `1 pupil`.
  package static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }

  /// A share of one as a percentage: `23%`.
  package static func percentage(_ share: Double) -> String {
    decimal(share * 100, digits: 0) + "%"
  }

  /// Three decimals, and `below 0.001` for anything smaller.
  package static func probability(_ p: Double) -> String {
    p < 0.001 ? "below 0.001" : decimal(p, digits: 3)
  }
}
