// PoolingTimes FOLDER: times the fits alone, in this process, on the tables that pooling.R wrote.
//
// One line for each: what, how many studies, seconds (the median of as many runs as fill a fifth of
// a second, three at least).

import Foundation
import Statistics

guard CommandLine.arguments.count == 2 else {
  print("usage: PoolingTimes FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1])

struct Effects {
  var estimates: [Double] = []
  var variances: [Double] = []

  init(_ count: Int) throws {
    let text = try String(contentsOf: folder.appending(path: "k\(count).csv"), encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      estimates.append(cells[0])
      variances.append(cells[1])
    }
  }
}

/// Keeps the compiler from leaving out what nobody looks at.
nonisolated(unsafe) var kept = 0.0

func time(_ name: String, _ count: Int, _ body: () throws -> Double) rethrows {
  var seconds: [Double] = []
  while seconds.count < 3 || seconds.reduce(0, +) < 0.2 {
    let start = ContinuousClock.now
    kept += try body()
    let duration = ContinuousClock.now - start
    seconds.append(
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
  }
  print("\(name),\(count),\(seconds.sorted()[seconds.count / 2])")
}

for count in [10, 300, 1000, 3000, 100_000] {
  let effects = try Effects(count)
  try time("REML with Knapp-Hartung", count) {
    try randomEffects(estimates: effects.estimates, variances: effects.variances).interval.low
  }
}
for count in [300, 100_000] {
  let effects = try Effects(count)
  try time("leave-one-out with influence", count) {
    let rest = try leaveOneOut(estimates: effects.estimates, variances: effects.variances)
    let moved = try influence(estimates: effects.estimates, variances: effects.variances)
    return rest[0].estimate + moved[0].cookDistance
  }
}
for count in [300, 100_000] {
  let effects = try Effects(count)
  try time("cumulative", count) {
    try cumulative(
      estimates: effects.estimates, variances: effects.variances,
      steps: effects.estimates.indices.map { [$0] })[count - 1].estimate
  }
}
FileHandle.standardError.write(Data(kept.isFinite ? [] : [0]))
