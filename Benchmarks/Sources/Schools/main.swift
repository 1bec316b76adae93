// How long one school's whole table takes, and an exact test of all ways to halve 24 pupils.
//
// Schools FOLDER: analyses every CSV of the folder, as schools.R does, on one core; prints seconds.
import Analysis
import Cells
import Foundation
import MadeUp
import Statistics
import StudyModel
import Validation

let folder = CommandLine.arguments[1]
let names = try FileManager.default.contentsOfDirectory(atPath: folder)
  .filter { $0.hasSuffix(".csv") }.sorted()
let schools = try names.map { name in
  let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  return text.split(separator: "\n").dropFirst().enumerated().map { index, line in
    let cells = line.split(separator: ",")
    return [
      "pupil": CellValue.text("P\(1000 + index)"),
      "group": .text(cells[0] == "1" ? "Tutored" : "Comparison"),
      "before": .number(Double(cells[1]) ?? 0), "after": .number(Double(cells[2]) ?? 0),
    ]
  }
}
let data = schools.compactMap {
  validate(MadeUpSchool.record($0, design: .randomised)).data
}
/// Seconds of processor time: what else the machine does must not count.
func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

var total = 0.0
var start = processorTime()
for school in data { total += analyse(school).outcomes[0].effect?.g ?? 0 }
let table = processorTime() - start
print("schools \(data.count)")
print("table \(table)")
print("sum \(total)")

let pupils = data[0].pupils.prefix(24)
let marks = pupils.compactMap { $0.scores["reading"] }
start = processorTime()
let test = try randomisationTest(
  .adjustedDifference, after: marks.compactMap(\.after), before: marks.compactMap(\.before),
  isIntervention: (0..<24).map { $0 < 12 }, scheme: .complete, effort: .exact(seed: 1))
print("allocations \(test.evaluated)")
print("exact \(processorTime() - start)")
print("p \(test.p.twoSided)")
