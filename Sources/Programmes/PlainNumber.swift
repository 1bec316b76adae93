/// A number as people write it, with a point and no zeros at the end: `40`, `12.5`.
package func plain(_ number: Double) -> String {
  let whole = number.rounded()
  return whole == number && abs(whole) < 1e15 ? String(Int(whole)) : String(number)
}
