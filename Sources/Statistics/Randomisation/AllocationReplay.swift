/// Goes through allocations and counts those as extreme as the real one.
struct AllocationReplay {
  let blocks: [AllocationBlock]
  let measure: AllocationStatistic
  let observed: Double
  private let units: [UnitSums]

  init(blocks: [AllocationBlock], measure: AllocationStatistic, observed: Double) {
    self.blocks = blocks
    self.measure = measure
    self.observed = observed
    units = blocks.map { UnitSums($0, measure) }
  }

  var allocations: Double { blocks.reduce(1) { $0 * $1.count } }

  func enumerated() -> RandomisationTest {
    var counter = TailCounter(observed: observed)
    let depth = blocks.reduce(0) { $0 + $1.treated }
    var sums = [SumRow](repeating: .zero, count: (depth + 1) * measure.rowsPerPupil)
    choose(block: 0, from: 0, left: blocks[0].treated, level: 0, &sums, &counter)
    return test(.enumeration, counter.shares(), counter, seed: nil)
  }

  /// Chooses `left` more units of a block from unit `start` on, then goes to the next block.
  ///
  /// `sums` holds the sums after each choice so far, a pupil's rows per level.
  private func choose(
    block: Int, from start: Int, left: Int, level: Int, _ sums: inout [SumRow],
    _ counter: inout TailCounter
  ) {
    let width = measure.rowsPerPupil
    guard left > 0 else {
      if block + 1 < blocks.count {
        choose(
          block: block + 1, from: 0, left: blocks[block + 1].treated, level: level, &sums,
          &counter)
      } else {
        counter.count(measure.value(sums, from: level * width))
      }
      return
    }
    for unit in start...(units[block].count - left) {
      for row in 0..<width {
        sums[(level + 1) * width + row] =
          sums[level * width + row] + units[block].row(row, of: unit)
      }
      choose(
        block: block, from: unit + 1, left: left - 1, level: level + 1, &sums, &counter)
    }
  }

  func drawn(_ draws: Int, seed: UInt64) -> RandomisationTest {
    var generator = SeededGenerator(seed: seed)
    var counter = TailCounter(observed: observed)
    counter.count(observed)
    var orders = units.map { Array(0..<$0.count) }
    var sums = [SumRow](repeating: .zero, count: measure.rowsPerPupil)
    for _ in 0..<draws {
      for row in sums.indices { sums[row] = .zero }
      for block in units.indices {
        units[block].deal(&orders[block], &generator, addingTo: &sums)
      }
      counter.count(measure.value(sums))
    }
    return test(.draws, counter.shares(), counter, seed: seed)
  }

  /// By the exact distribution of the sum of the treated marks; nil when the marks are not
  /// multiples of a hundredth, units are not single pupils, or it would take too long.
  func convolved(after: [Double], isIntervention: [Bool]) -> RandomisationTest? {
    guard blocks.allSatisfy({ $0.units.allSatisfy { $0.count == 1 } }),
      let scores = wholeNumbers(after)
    else { return nil }
    let choices = blocks.map { block in
      (scores: block.units.map { scores[$0[0]] }, treated: block.treated)
    }
    guard let distribution = SumDistribution(choices) else { return nil }
    let treated = isIntervention.count { $0 }
    let total = scores.reduce(0, +)
    let sum = zip(scores, isIntervention).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let tails = distribution.tails(
      observed: sum, twice: isIntervention.count, centre: treated * total)
    return test(.convolution, tails, TailCounter(observed: observed), seed: nil)
  }

  private func test(
    _ method: RandomisationTest.Method, _ p: TailProbabilities, _ counter: TailCounter,
    seed: UInt64?
  ) -> RandomisationTest {
    RandomisationTest(
      statistic: measure.statistic, observed: observed, method: method,
      allocations: allocations, evaluated: counter.evaluated, undefined: counter.undefined, p: p,
      seed: seed)
  }
}

/// The marks over their unit, if that is a whole, half, fourth, tenth, twentieth or hundredth mark.
private func wholeNumbers(_ marks: [Double]) -> [Int]? {
  for unit in [1.0, 2, 4, 10, 20, 100] {
    let scaled = marks.map { $0 * unit }
    let isWhole = scaled.allSatisfy { abs($0) < 1e9 && abs($0 - $0.rounded()) < 1e-6 }
    if isWhole { return scaled.map { Int($0.rounded()) } }
  }
  return nil
}

/// Counts statistics as extreme as the observed one, equal up to rounding.
struct TailCounter {
  let observed: Double
  private let tolerance: Double
  private(set) var evaluated = 0
  private(set) var undefined = 0
  private var twoSided = 0
  private var greater = 0
  private var less = 0

  init(observed: Double) {
    self.observed = observed
    tolerance = 1e-9 * max(1, abs(observed))
  }

  mutating func count(_ statistic: Double?) {
    guard let statistic else {
      undefined += 1
      return
    }
    evaluated += 1
    if abs(statistic) >= abs(observed) - tolerance { twoSided += 1 }
    if statistic >= observed - tolerance { greater += 1 }
    if statistic <= observed + tolerance { less += 1 }
  }

  func shares() -> TailProbabilities {
    let total = Double(max(evaluated, 1))
    return TailProbabilities(
      twoSided: Double(twoSided) / total, greater: Double(greater) / total,
      less: Double(less) / total)
  }
}
