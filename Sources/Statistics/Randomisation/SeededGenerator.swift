/// The random numbers of a recorded seed: SplitMix64.
///
/// `state ← state + 0x9E3779B97F4A7C15`, then the state is mixed by two multiplications and three
/// shifts. The same seed gives the same numbers on every machine and in every language, so that
/// a draw can be repeated by someone who does not trust this program.
/// - Source: Steele, Lea and Flood (2014), OOPSLA, 453–472.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to but not including `bound`, each as likely.
  ///
  /// Numbers from the incomplete last round of `bound` are thrown away, so there is no bias. Fixed
  /// here rather than left to the standard library, whose method may change.
  package mutating func next(below bound: Int) -> Int { next(below: Bound(bound)) }

  /// The same with what only depends on the bound worked out before.
  mutating func next(below bound: Bound) -> Int {
    while true {
      let number = next()
      if number <= bound.last { return Int(bound.remainder(of: number)) }
    }
  }

  /// A bound, and the last number of its last complete round.
  struct Bound {
    let last: UInt64
    private let limit: UInt64
    /// The largest number over the bound: multiplying by it saves dividing, which is slow.
    private let reciprocal: UInt64

    init(_ bound: Int) {
      limit = UInt64(max(bound, 1))
      reciprocal = UInt64.max / limit
      last = UInt64.max - (UInt64.max - reciprocal * limit + 1) % limit
    }

    /// number % bound: the quotient by the reciprocal is right or one too small.
    func remainder(of number: UInt64) -> UInt64 {
      let left = number &- number.multipliedFullWidth(by: reciprocal).high &* limit
      return left < limit ? left : left &- limit
    }
  }
}
