/// The arithmetic mean, corrected once by the mean of what is left; 0 for no values.
package func mean(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let count = Double(values.count)
  let first = values.reduce(0, +) / count
  guard first.isFinite else { return first }
  return first + values.reduce(0) { $0 + ($1 - first) } / count
}
