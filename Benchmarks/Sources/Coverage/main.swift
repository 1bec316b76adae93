// How often the interval that a school is told holds the true effect, how far its estimates are
// from it on average, and how often the randomisation test errs: as a table in Markdown.
//
// Coverage [REPLICATIONS], 4,000 by default. The same call gives the same table.
import Foundation
import Statistics

let replications = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 4_000

func shown(_ value: Double, _ digits: Int = 3) -> String {
  String(format: "%.\(digits)f", value == 0 ? 0 : value)
}

print(
  """
  | Marks | Pupils | r | True effect | Mean estimate | Bias | SD of estimates | Mean SE | Coverage \
  of the 95% interval | Rejected by the randomisation test |
  |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
  """)
for shape in MarkShape.allCases {
  for pupils in [16, 28, 60, 180] {
    for correlation in [0.5, 0.8] {
      for effect in [0, 0.25, 0.6] {
        let scenario = Scenario(
          pupils: pupils, correlation: correlation, effect: effect, shape: shape)
        let outcome = simulate(scenario, replications: replications)
        let truth = shape.trueEffect(of: effect)
        print(
          "| \(shape.rawValue) | \(pupils) | \(correlation) | \(shown(truth)) "
            + "| \(shown(outcome.mean)) | \(shown(outcome.mean - truth)) "
            + "| \(shown(outcome.spread)) | \(shown(outcome.meanStandardError)) "
            + "| \(shown(100 * outcome.coverage, 1)) % | \(shown(100 * outcome.rejections, 1)) % |")
        fflush(nil)
      }
    }
  }
}
