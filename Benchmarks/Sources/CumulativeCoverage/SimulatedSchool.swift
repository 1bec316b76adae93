import Foundation
import Statistics

/// Normal random numbers of a recorded seed, by Box and Muller.
struct NormalNumbers {
  private var generator: SeededGenerator
  private var spare: Double?

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    // 53 bits, never 0.
    let first = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
    let second = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
    let radius = (-2 * log(first)).squareRoot()
    spare = radius * sin(2 * .pi * second)
    return radius * cos(2 * .pi * second)
  }

  /// Pupils in one arm: 8 to 30, each as likely.
  mutating func armSize() -> Int { 8 + generator.next(below: 23) }
}

/// One school with marks before and after that correlate by 0.7 within arms, analysed as the
/// product analyses it.
struct SimulatedSchool {
  let study: PoolingStudy
  /// The variance that the school's own numbers give.
  let ownVariance: Double
  /// √(1/n₁ + 1/n₂).
  let precision: Double

  init(trueEffect: Double, _ numbers: inout NormalNumbers) throws {
    let (treated, compared) = (numbers.armSize(), numbers.armSize())
    let block = BlockSums(
      intervention: Self.marks(treated, raisedBy: trueEffect, &numbers),
      comparison: Self.marks(compared, raisedBy: 0, &numbers))
    let fit = try ancova(blocks: [block])
    let error = fit.differenceStandardError / fit.pooledStandardDeviation
    study = PoolingStudy(
      interventionCount: treated, comparisonCount: compared, g: fit.g,
      regressionVariance: error * error, degreesOfFreedom: fit.degreesOfFreedom)
    ownVariance = fit.standardError * fit.standardError
    precision = (1 / Double(treated) + 1 / Double(compared)).squareRoot()
  }

  private static let correlation = 0.7

  private static func marks(
    _ count: Int, raisedBy effect: Double, _ numbers: inout NormalNumbers
  ) -> MarkSums {
    let rest = (1 - correlation * correlation).squareRoot()
    let before = (0..<count).map { _ in numbers.next() }
    let after = before.map { effect + correlation * $0 + rest * numbers.next() }
    return MarkSums(before: before, after: after)
  }
}
