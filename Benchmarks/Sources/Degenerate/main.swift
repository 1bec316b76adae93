// Analyses data sets that are tiny, constant or otherwise awkward, and looks for a number that is
// none: each must give a result or a reason.
//
// Degenerate [DATA SETS], 100,000 by default. Ends with 1 where something was found.
import Analysis
import Cells
import Foundation
import MadeUp
import Statistics
import StudyModel
import Validation

let sets = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
var generator = SeededGenerator(seed: 6)
var settings = AnalysisSettings()
settings.enumeratedAllocations = 100
settings.drawnAllocations = 20
settings.imputations = 3

/// Where in a value there is a number that is not finite.
func unusable(in value: Any, at path: String) -> String? {
  if let number = value as? Double { return number.isFinite ? nil : "\(path) = \(number)" }
  if value is String || value is Int || value is Bool { return nil }
  for child in Mirror(reflecting: value).children {
    if let found = unusable(in: child.value, at: "\(path).\(child.label ?? "")") { return found }
  }
  return nil
}

func chosen<Element>(_ choices: [Element]) -> Element {
  choices[generator.next(below: choices.count)]
}

func pupils() -> [[String: CellValue]] {
  let count = generator.next(below: 14)
  let marks: [Double] = chosen([
    [10], [0], [40], [0, 40], [10, 10, 10, 11], [1, 2, 3, 4, 5, 6], [12.5, 13, 20, 31, 40, 40],
  ])
  let hasClasses = generator.next(below: 2) == 0
  let hasRoles = generator.next(below: 4) == 0
  return (0..<count).map { index in
    var pupil: [String: CellValue] = ["pupil": .text("P\(100 + index)")]
    pupil["group"] = .text(generator.next(below: 2) == 0 ? "Tutored" : "Comparison")
    if generator.next(below: 6) > 0 { pupil["before"] = .number(chosen(marks)) }
    if generator.next(below: 6) > 0 { pupil["after"] = .number(chosen(marks)) }
    if hasClasses { pupil["class"] = .text("C\(generator.next(below: 4))") }
    if hasClasses { pupil["teaching-group"] = .text("G\(generator.next(below: 9))") }
    if hasRoles { pupil["role"] = .text(chosen(["Tutor", "Tutee"])) }
    pupil["pair"] = .text("M\(index / 2)")
    pupil["sex"] = .text(chosen(["F", "M"]))
    pupil["sessions"] = .number(Double(generator.next(below: 21)))
    return pupil
  }
}

var (results, reasons, refused) = (0, 0, 0)
var found: [String] = []
for number in 0..<sets {
  let design = StudyDesign.allCases[number % StudyDesign.allCases.count]
  let pupils = pupils()
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
