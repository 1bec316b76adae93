import Foundation
import Statistics

func exponential(_ x: Double) -> Double { exp(x) }

/// One kind of school, made up many times.
struct Scenario {
  let pupils: Int
  let correlation: Double
  let effect: Double
  let shape: MarkShape

  /// The same scenario has the same schools on every machine and in every order.
  var seed: UInt64 {
    let shapes = MarkShape.allCases.firstIndex(of: shape) ?? 0
    return UInt64(
      pupils * 1_000_000 + Int(correlation * 100) * 10_000 + Int(effect * 100) * 10 + shapes)
  }
}

/// What became of the made-up schools of one scenario.
struct Outcome {
  var estimated = 0
  var covered = 0
  var rejected = 0
  var sum = 0.0
  var sumOfSquares = 0.0
  var sumOfStandardErrors = 0.0

  var coverage: Double { Double(covered) / Double(max(estimated, 1)) }
  var rejections: Double { Double(rejected) / Double(max(estimated, 1)) }
  var mean: Double { sum / Double(max(estimated, 1)) }
  var spread: Double {
    let count = Double(max(estimated, 2))
    return ((sumOfSquares - count * mean * mean) / (count - 1)).squareRoot()
  }
  var meanStandardError: Double { sumOfStandardErrors / Double(max(estimated, 1)) }
}

/// Draws for the randomisation test: p is a multiple of 1/1000, so that 0.05 can be met exactly.
let draws = 999

func simulate(_ scenario: Scenario, replications: Int) -> Outcome {
  var generator = SeededGenerator(seed: scenario.seed)
  var outcome = Outcome()
  let truth = scenario.shape.trueEffect(of: scenario.effect)
  let isIntervention = (0..<scenario.pupils).map { $0 % 2 == 0 }
  for replication in 0..<replications {
    var (before, after) = ([Double](), [Double]())
    for treated in isIntervention {
      let z = normal(&generator)
      let r = scenario.correlation
      let other = r * z + (1 - r * r).squareRoot() * normal(&generator)
      before.append(scenario.shape.mark(z, effect: 0))
      after.append(scenario.shape.mark(other, effect: treated ? scenario.effect : 0))
    }
    guard
      let fit = try? ancova(after: after, before: before, isIntervention: isIntervention),
      let test = try? randomisationTest(
        .adjustedDifference, after: after, before: before, isIntervention: isIntervention,
        scheme: .complete,
        effort: RandomisationEffort(draws: draws, seed: UInt64(replication)))
    else { continue }
    outcome.estimated += 1
    outcome.sum += fit.g
    outcome.sumOfSquares += fit.g * fit.g
    outcome.sumOfStandardErrors += fit.standardError
    if fit.interval.contains(truth) { outcome.covered += 1 }
    if test.p.twoSided <= 0.05 + 1e-12 { outcome.rejected += 1 }
  }
  return outcome
}

/// A standard normal number by the inverse of its distribution function.
private func normal(_ generator: inout SeededGenerator) -> Double {
  Normal.quantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
}
