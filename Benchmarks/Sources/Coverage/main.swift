// How often the interval that a school is told holds the true effect, how far its estimates are
// from it on average, and how often the randomisation test errs: as a table in Markdown.
//
// Coverage [REPLICATIONS], 4,000 by default. The same call gives the same table.
import Foundation
import Statistics

let replications = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 4_000

func shown(_ value: Double, _ digits: Int = 3) -> String {
  let text = String(format: "%.\(digits)f", value)
  return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
    ? String(text.dropFirst()) : text
}

print(
  """
  ## How often the interval of a school holds the truth

  Made by `Benchmarks/Sources/Coverage`, \(replications) made-up schools a row, seeds fixed. Half of
  the pupils were drawn for each arm; r is the correlation of before- and after-marks within arms (of
  the normal numbers behind them, where marks are skewed or whole). Skewed marks have a lognormal
  shape; under the ceiling a quarter of the comparison pupils reach 40 of 40. The interval and the
  estimate are those of the report (analysis of covariance, J times the t interval of b over S). The
  randomisation test draws 999 times where there are more than 200,000 allocations, not 9,999 as the
  product does; its last column is its size where the true effect is 0, and its power elsewhere. The
  standard error of a coverage near 95 % is 0.3 points with 4,000 schools.

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
