// Analyses data sets that are tiny, constant or otherwise awkward, and looks for a number that is
// none: each must give a result or a reason.
//
// Degenerate [DATA SETS], 100,000 by default. Ends with 1 where something was found.
import Analysis
import Foundation
import MadeUp
import StudyModel
import Validation

let sets = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
var made = AwkwardPupils(seed: 6)
var settings = AnalysisSettings()
settings.enumeratedAllocations = 100
settings.drawnAllocations = 20
settings.imputations = 3

var (results, reasons, refused) = (0, 0, 0)
var found: [String] = []
for number in 0..<sets {
  let design = StudyDesign.allCases[number % StudyDesign.allCases.count]
  let pupils = made.next()
  let record = MadeUpSchool.record(
    pupils, design: design, roles: pupils.contains { $0["role"] != nil })
  guard let data = validate(record).data else {
    refused += 1
    continue
  }
  let analysis = analyse(data, settings: settings)
  for outcome in analysis.outcomes {
    switch outcome.result {
    case .estimated: results += 1
    case .notEstimated(let reason):
      reasons += 1
      if reason.isEmpty { found.append("\(number): an empty reason") }
    }
    if let path = unusable(in: outcome, at: "outcome") { found.append("\(number): \(path)") }
  }
}
print(
  "\(sets) data sets: \(results) results, \(reasons) reasons, \(refused) stopped by the rules, "
    + "\(found.count) numbers that are none")
for line in found.prefix(20) { print(line) }
exit(found.isEmpty ? 0 : 1)
