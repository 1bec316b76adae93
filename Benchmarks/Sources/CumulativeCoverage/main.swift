// CumulativeCoverage [REPLICATIONS [WATCHES]]: prints, as a table, how often the intervals of the cumulative
// analysis hold what they promise when the truth is known. The same call prints the same bytes.

import Foundation
import Statistics

let counts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let replications = counts.first ?? 10_000
let watches = counts.dropFirst().first ?? 2000
let looks = 300

func percent(_ part: Double, of whole: Double) -> String {
  String(format: "%.1f", 100 * part / whole)
}

print(
  """
  Schools of 8 to 30 pupils in each group, marks before and after correlating by 0.7; \
  \(replications) replications, so that a figure of 95.0 is known to within \
  \(String(format: "%.1f", 196 * (0.05 * 0.95 / Double(replications)).squareRoot())) either way. \
  REML, Knapp–Hartung.

  | schools | effect | τ | average: 95 % interval covers, % | bias | next school covered, % \
  | τ² found | own variances: covers, % | bias | precision test alarms, % | Egger alarms, % |
  |---|---|---|---|---|---|---|---|---|---|---|
  """)
for (number, world) in World.all.enumerated() {
  var numbers = NormalNumbers(seed: UInt64(20_260_714 + number))
  var coverage = Coverage()
  for _ in 0..<replications { try coverage.add(world, &numbers) }
  let count = coverage.count
  let columns = [
    "\(world.schools)", "\(world.effect)", "\(world.tau)",
    percent(coverage.pooled.covered, of: count),
    String(format: "%+.4f", coverage.pooled.sum / count - world.effect),
    percent(coverage.pooled.predicted, of: count),
    String(format: "%.4f", coverage.pooled.sumOfTau2 / count),
    percent(coverage.own.covered, of: count),
    String(format: "%+.4f", coverage.own.sum / count - world.effect),
    percent(coverage.precisionAlarms, of: count), percent(coverage.eggerAlarms, of: count),
  ]
  print("| \(columns.joined(separator: " | ")) |")
}
print(
  """

  A look after every one of \(looks) schools, no effect, \(watches) times: how often an effect is \
  found at any look.

  | τ | anytime-valid band, % | ordinary 95 % interval, % |
  |---|---|---|
  """)
for (number, tau) in [0, 0.15].enumerated() {
  var numbers = NormalNumbers(seed: UInt64(20_270_714 + number))
  var watching = Watching()
  for _ in 0..<watches { try watching.add(tau: tau, looks: looks, &numbers) }
  let alarms = [
    percent(watching.anytimeAlarms, of: watching.count),
    percent(watching.plainAlarms, of: watching.count),
  ]
  print("| \(tau) | \(alarms.joined(separator: " | ")) |")
}
