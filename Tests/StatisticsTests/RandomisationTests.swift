import Testing

@testable import Statistics

@Suite struct RandomisationTests {
  private let effort = RandomisationEffort(seed: 7)

  @Test func sixPupilsAreCountedByHand() throws {
    // Marks 1 to 6, the three best treated: of 20 allocations only this and its mirror are as far.
    let test = try randomisationTest(
      .meanDifference, after: [4, 5, 6, 1, 2, 3], before: nil,
      isIntervention: [true, true, true, false, false, false], scheme: .complete, effort: effort)
    #expect(test.method == .enumeration)
    #expect(test.allocations == 20)
    #expect(agrees(test.p.twoSided, 0.1, 1e-12))
    #expect(agrees(test.p.greater, 0.05, 1e-12))
    #expect(test.p.less == 1)
  }

  @Test func pairsAreSwappedWithinThemselves() throws {
    // Three pairs, each won by the treated one: 1 of 8 allocations, and its mirror.
    let test = try randomisationTest(
      .meanDifference, after: [2, 1, 5, 3, 9, 4], before: nil,
      isIntervention: [true, false, true, false, true, false], scheme: .pairs([0, 0, 1, 1, 2, 2]),
      effort: effort)
    #expect(test.allocations == 8)
    #expect(agrees(test.p.twoSided, 0.25, 1e-12))
  }

  @Test func convolutionAndEnumerationAgree() throws {
    let marks: [Double] = [4, 7.5, 6, 1, 2.5, 3, 8, 5, 5, 2, 6.5, 4]
    let arm = marks.indices.map { $0 % 3 == 0 }
    let strata = marks.indices.map { $0 / 6 }
    for scheme in [AllocationScheme.complete, .stratified(strata)] {
      let all = try randomisationTest(
        .meanDifference, after: marks, before: nil, isIntervention: arm, scheme: scheme,
        effort: effort)
      let sum = try randomisationTest(
        .meanDifference, after: marks, before: nil, isIntervention: arm, scheme: scheme,
        effort: RandomisationEffort(enumerated: 0, seed: 7))
      #expect(all.method == .enumeration)
      #expect(sum.method == .convolution)
      #expect(agrees(all.p.twoSided, sum.p.twoSided, 1e-12))
      #expect(agrees(all.p.greater, sum.p.greater, 1e-12))
      #expect(agrees(all.p.less, sum.p.less, 1e-12))
    }
  }

  @Test func aSeedAlwaysDrawsTheSame() throws {
    func draw(_ seed: UInt64) throws -> RandomisationTest {
      try randomisationTest(
        .adjustedDifference, after: [4, 7.5, 6, 1, 2.5, 3, 8, 5], before: [1, 5, 3, 2, 4, 3, 6, 1],
        isIntervention: [true, false, true, false, true, false, true, false], scheme: .complete,
        effort: RandomisationEffort(enumerated: 0, draws: 999, seed: seed))
    }
    let first = try draw(11)
    #expect(first.method == .draws)
    #expect(first == (try draw(11)))
    #expect(first.p != (try draw(12)).p)
    let exact = try randomisationTest(
      .adjustedDifference, after: [4, 7.5, 6, 1, 2.5, 3, 8, 5], before: [1, 5, 3, 2, 4, 3, 6, 1],
      isIntervention: [true, false, true, false, true, false, true, false], scheme: .complete,
      effort: effort)
    #expect(abs(first.p.twoSided - exact.p.twoSided) < 0.07)
  }

  @Test func theGeneratorIsTheOneThatIsDocumented() {
    // The first numbers of SplitMix64 from seed 1234567, as published with its reference code.
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    var dice = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[dice.next(below: 6)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 1000) < 150 })
  }

  @Test func remaindersAreThoseOfDivision() {
    var generator = SeededGenerator(seed: 5)
    let edges: [UInt64] = [0, 1, 2, .max / 2, .max / 2 + 1, .max - 1, .max]
    let numbers = edges + (0..<100).map { _ in generator.next() }
    let bounds = Array(1...300) + [1 << 31, 1 << 62, 1 << 62 + 1, .max]
    for bound in bounds {
      let exact = SeededGenerator.Bound(bound)
      let divisor = UInt64(bound)
      let multiples = [divisor &- 1, divisor, .max - .max % divisor, .max - .max % divisor - 1]
      for number in numbers + multiples {
        #expect(exact.remainder(of: number) == number % divisor)
      }
      #expect(exact.last % divisor == divisor - 1 && UInt64.max - exact.last < divisor)
    }
  }

  @Test(arguments: [
    AllocationScheme.complete, .stratified((0..<16).map { $0 % 5 }),
    .clusters((0..<16).map { $0 / 2 }),
  ])
  func drawsAreThoseOfAPlainShuffle(scheme: AllocationScheme) throws {
    let after: [Double] = [4, 7, 6, 1, 2, 3, 8, 5, 9, 2, 4, 4, 7, 6, 3, 10]
    let before: [Double] = [1, 5, 3, 2, 4, 3, 6, 1, 7, 3, 2, 5, 4, 6, 1, 8]
    let arm = after.indices.map { $0 / 2 % 3 == 1 }
    func difference(_ arm: [Bool]) throws -> Double {
      try ancova(after: after, before: before, isIntervention: arm, strata: scheme.strata)
        .difference
    }
    let test = try randomisationTest(
      .adjustedDifference, after: after, before: before, isIntervention: arm, scheme: scheme,
      effort: RandomisationEffort(enumerated: 0, draws: 150, seed: 21))

    var generator = SeededGenerator(seed: 21)
    var blocks = try scheme.blocks(isIntervention: arm).map { (units: $0.units, $0.treated) }
    var extreme = 1
    for _ in 0..<150 {
      var drawn = [Bool](repeating: false, count: arm.count)
      for block in blocks.indices {
        for place in 0..<blocks[block].1 {
          let count = blocks[block].units.count - place
          blocks[block].units.swapAt(place, place + generator.next(below: count))
          for pupil in blocks[block].units[place] { drawn[pupil] = true }
        }
      }
      if abs(try difference(drawn)) >= abs(try difference(arm)) - 1e-9 { extreme += 1 }
    }
    #expect(test.undefined == 0)
    #expect(test.p.twoSided == Double(extreme) / 151)
  }

  @Test func anAllocationThatDoesNotFollowItsSchemeIsRefused() {
    #expect(throws: EstimationError.self) {
      try randomisationTest(
        .meanDifference, after: [1, 2, 3, 4], before: nil,
        isIntervention: [true, false, true, false], scheme: .clusters([1, 1, 2, 2]),
        effort: effort)
    }
    #expect(throws: EstimationError.self) {
      try randomisationTest(
        .meanDifference, after: [1, 2, 3, 4], before: nil,
        isIntervention: [true, true, false, false], scheme: .pairs([1, 1, 2, 2]), effort: effort)
    }
  }
}
