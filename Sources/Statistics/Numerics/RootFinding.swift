/// The root of `function` between two points where its sign differs, to the last digits.
///
/// Inverse quadratic interpolation where it is safe, bisection where not.
/// - Returns: nil when the signs do not differ.
/// - Source: Chandrupatla (1997), Advances in Engineering Software 28, 145–149.
func root(of function: (Double) -> Double, between low: Double, and high: Double) -> Double? {
  var newest = high
  var opposite = low
  var valueAtNewest = function(high)
  var valueAtOpposite = function(low)
  if valueAtNewest == 0 { return newest }
  if valueAtOpposite == 0 { return opposite }
  guard valueAtNewest * valueAtOpposite < 0 else { return nil }
  var share = 0.5
  for _ in 0..<200 {
    let point = newest + share * (opposite - newest)
    let value = function(point)
    guard value.isFinite else { return nil }
    let oldest: (Double, Double)
    if (value > 0) == (valueAtNewest > 0) {
      oldest = (newest, valueAtNewest)
    } else {
      oldest = (opposite, valueAtOpposite)
      (opposite, valueAtOpposite) = (newest, valueAtNewest)
    }
    (newest, valueAtNewest) = (point, value)
    let best = abs(valueAtNewest) < abs(valueAtOpposite) ? newest : opposite
    let tolerance = 2 * Double.ulpOfOne * abs(best) + .leastNormalMagnitude
    let narrowest = tolerance / abs(opposite - newest)
    if narrowest > 0.5 || valueAtNewest == 0 { return valueAtNewest == 0 ? newest : best }
    share = nextShare(
      newest: (newest, valueAtNewest), opposite: (opposite, valueAtOpposite), oldest: oldest)
    share = min(1 - narrowest, max(narrowest, share))
  }
  return abs(valueAtNewest) < abs(valueAtOpposite) ? newest : opposite
}

/// Where between `newest` and `opposite` to look next, as a share of the way.
private func nextShare(
  newest: (x: Double, y: Double), opposite: (x: Double, y: Double), oldest: (x: Double, y: Double)
) -> Double {
  let position = (newest.x - opposite.x) / (oldest.x - opposite.x)
  let height = (newest.y - opposite.y) / (oldest.y - opposite.y)
  guard 1 - (1 - position).squareRoot() < height, height < position.squareRoot() else {
    return 0.5
  }
  let ratio = (oldest.x - newest.x) / (opposite.x - newest.x)
  return newest.y / (opposite.y - newest.y) * oldest.y / (opposite.y - oldest.y) + ratio
    * newest.y / (oldest.y - newest.y) * opposite.y / (oldest.y - opposite.y)
}

/// The root of a function that falls from above 0 at 0 to below 0 somewhere to the right.
///
/// - Returns: 0 when it is not above 0 at 0; nil when it stays above 0 up to 1e15 times `start`.
func rootOfFalling(_ function: (Double) -> Double, startingAt start: Double) -> Double? {
  guard function(0) > 0 else { return 0 }
  var low = 0.0
  var high = start
  for _ in 0..<50 {
    let value = function(high)
    guard value.isFinite else { return nil }
    if value <= 0 { return root(of: function, between: low, and: high) }
    low = high
    high *= 4
  }
  return nil
}
