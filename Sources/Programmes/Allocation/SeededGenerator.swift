/// A stream of random numbers that a seed decides, the same on every machine and in every version.
///
/// - Source: SplitMix64 (Steele, Lea and Flood 2014, *Fast splittable pseudorandom number
///   generators*).
package struct SeededGenerator: Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `limit`, each equally likely.
  ///
  /// Numbers above the last full multiple of the limit are drawn again, so that none is favoured.
  package mutating func next(below limit: Int) -> Int {
    guard limit > 1 else { return 0 }
    let bound = UInt64(limit)
    let rest = (UInt64.max % bound + 1) % bound
    var number = next()
    while number > UInt64.max - rest { number = next() }
    return Int(number % bound)
  }

  /// True or false, equally likely.
  package mutating func coin() -> Bool { next(below: 2) == 0 }

  /// The elements in a random order, each order equally likely.
  ///
  /// Not the standard library's shuffle, whose algorithm may change.
  ///
  /// - Source: Fisher and Yates, as Durstenfeld (1964) gives it.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var shuffled = elements
    for place in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(place, next(below: place + 1))
    }
    return shuffled
  }
}
