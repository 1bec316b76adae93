import Cells
import Statistics

/// The variance that a line of a table of effects gives, as itself, as an error or as an interval.
///
/// - Throws: Where there is none, or none that could be.
func variance(
  of estimate: Double, in row: [String: String], of table: DelimitedText
) throws(EffectsRowFault) -> Double {
  func number(_ column: String) throws(EffectsRowFault) -> Double? {
    try numberUnder(column, in: row, of: table)
  }
  var variance = try number("variance")
  if variance == nil, let error = try number("se") {
    guard error >= 0 else { throw EffectsRowFault(message: "se is below zero: \(error)") }
    variance = error * error
  }
  if variance == nil, let low = try number("ci_low"), let high = try number("ci_high") {
    let error = try standardError(
      of: estimate, within: Interval(low: low, high: high),
      rounding: intervalColumns.map { rounding(of: row[$0] ?? "") }.reduce(0, +))
    variance = error * error
  }
  guard let variance else { throw EffectsRowFault(message: "there is no variance.") }
  guard variance > 0 else { throw EffectsRowFault(message: "the variance is not above zero.") }
  return variance
}

/// The number in a column; nil where the cell is empty or says that it is not available.
func numberUnder(
  _ column: String, in row: [String: String], of table: DelimitedText
) throws(EffectsRowFault) -> Double? {
  guard let text = row[column], !text.isEmpty, text != DelimitedText.notAvailable else {
    return nil
  }
  guard let number = table.number(text) else {
    throw EffectsRowFault(message: "\(column) is not a number: \(text)")
  }
  return number
}

/// The estimate is in the sum of both arms twice, so its rounding counts twice.
private let intervalColumns = ["ci_low", "ci_high", "estimate", "estimate"]

/// How much the arms of an interval may differ beyond rounding, as a share of half its width.
///
/// Exact intervals of small samples lean by a few hundredths; those of ratios by a third and more.
private let permittedLean = 0.1

private func standardError(
  of estimate: Double, within interval: Interval, rounding: Double
) throws(EffectsRowFault) -> Double {
  guard interval.low <= interval.high else {
    throw EffectsRowFault(
      message: "ci_low is above ci_high: \(interval.low) and \(interval.high)")
  }
  guard interval.low <= estimate, estimate <= interval.high else {
    throw EffectsRowFault(
      message: "the estimate \(estimate) is outside its interval, \(interval.low) to "
        + "\(interval.high)")
  }
  let lean = abs(interval.low + interval.high - 2 * estimate)
  guard lean <= permittedLean * interval.width / 2 + rounding else {
    throw EffectsRowFault(
      message: "the interval \(interval.low) to \(interval.high) does not lie evenly around "
        + "\(estimate); it may be of a ratio that is not on the log scale")
  }
  return interval.width / (2 * Normal.quantile(0.975))
}

/// Half of the last decimal that is written: `0.30` may stand for anything from 0.295 to 0.305.
private func rounding(of text: String) -> Double {
  let decimals = text.drop { $0 != "." && $0 != "," }.dropFirst().prefix(while: \.isNumber).count
  return 0.5 * (0..<decimals).reduce(1) { unit, _ in unit / 10 }
}
