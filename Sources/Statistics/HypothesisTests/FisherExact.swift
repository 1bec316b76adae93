import CBoostMath

/// Fisher's exact test of whether a share differs between two groups, two-sided.
///
/// For example pupils without an after-mark (`found`) among those allocated (`total`) in each arm.
/// - Returns: the probability of all tables no more likely than the one observed.
/// - Throws: `noComparison` for an empty group; `invalid` when more are found than there are.
package func fisherExactP(
  found: (first: Int, second: Int), total: (first: Int, second: Int)
) throws(EstimationError) -> Double {
  guard total.first > 0, total.second > 0 else { throw .noComparison }
  guard (0...total.first).contains(found.first), (0...total.second).contains(found.second),
    let all = UInt32(exactly: total.first + total.second)
  else { throw .invalid("more were found than there are") }
  let marked = found.first + found.second
  func probability(_ inFirst: Int) -> Double {
    bm_hypergeometric_density(UInt32(inFirst), UInt32(marked), UInt32(total.first), all)
  }
  let observed = probability(found.first)
  let least = max(0, marked - total.second)
  let most = min(marked, total.first)
  var p = 0.0
  for inFirst in least...most {
    let likelihood = probability(inFirst)
    // R's margin for tables that are as likely as the observed one but for rounding.
    if likelihood <= observed * (1 + 1e-7) { p += likelihood }
  }
  try EstimationError.check(p)
  return min(1, p)
}
