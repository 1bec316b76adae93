package import Statistics

/// What an estimate and its interval, in standard deviations, allow one to say.
///
/// The band δ is the smallest effect that matters. The rules are tried in order; the first that
/// fits wins.
package func verdict(
  estimate: Double, interval: Interval, band: Double, smallestArm: Int
) -> Verdict {
  // Twelve months either side is as far as the published tables go.
  let widest = 2.0
  guard smallestArm >= 10, interval.high - interval.low <= widest else { return .tooLittleData }
  if interval.low > band { return .clearPlus }
  if interval.high < -band { return .clearMinus }
  if interval.low >= -band, interval.high <= band { return .tooSmallToMatter }
  if interval.low > 0 { return .plusSizeUnsure }
  if interval.high < 0 { return .minusSizeUnsure }
  if estimate >= band { return .leansPlus }
  if estimate <= -band { return .leansMinus }
  return .unclear
}
