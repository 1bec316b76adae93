import Cells
import StudyModel

/// The data of a study as bytes that are the same whenever the data are, for hashing.
///
/// Lines of UTF-8 that end in a line feed, fields parted by tabs, in this order:
///
/// - `whatworked-data 1`, then `programme` with its id and version, `design`, `assignment`;
/// - `outcome` with id, lowest and highest mark, as the programme lists them;
/// - `answer` with field, kind and value, by field;
/// - `pupil` with code, arm, role, class, teaching group, pair, reason and sessions, by code, each
///   followed by its `score` lines (outcome, before, after, by outcome), its `trait` lines
///   (field and value, by field), and a `block` line where chance decided within blocks.
///
/// Absent values are empty. Numbers are the shortest digits that give the same number back, and
/// zero has no sign. In texts `\`, tab, line feed and carriage return are `\\`, `\t`, `\n`, `\r`.
/// Order is that of the UTF-8 bytes. School, round and workbook are left out, so that the same
/// data under another school's name can be noticed.
package func canonicalData(_ data: StudyData) -> [UInt8] {
  var all = [
    ["whatworked-data 1"], ["programme", data.programme.id, data.programme.version],
    ["design", data.design.rawValue], ["assignment", data.assignment.rawValue],
  ]
  all += data.programme.outcomes.map {
    ["outcome", $0.id, written($0.minimum), written($0.maximum)]
  }
  all += inOrder(data.answers).map { field, answer in ["answer", field] + written(answer) }
  for pupil in data.pupils.sorted(by: { isBefore($0.code, $1.code) }) {
    all += lines(of: pupil)
  }
  return all.flatMap { line in
    Array(line.map(escaped).joined(separator: "\t").utf8) + [UInt8(ascii: "\n")]
  }
}

private func lines(of pupil: Pupil) -> [[String]] {
  let about = [
    "pupil", pupil.code, pupil.arm.rawValue, pupil.role?.rawValue, pupil.className,
    pupil.teachingGroup, pupil.pair, pupil.missingReason, pupil.sessions.map(written),
  ]
  let scores = inOrder(pupil.scores).map { outcome, scores in
    ["score", outcome, scores.before.map(written) ?? "", scores.after.map(written) ?? ""]
  }
  let traits = inOrder(pupil.traits).map { field, value in ["trait", field, value] }
  let block = pupil.block.map { [["block", $0]] } ?? []
  return [about.map { $0 ?? "" }] + scores + traits + block
}

private func written(_ number: Double) -> String { "\(number == 0 ? 0 : number)" }

private func written(_ answer: Answer) -> [String] {
  switch answer {
  case .text(let text): ["text", text]
  case .number(let number): ["number", written(number)]
  case .date(let date): ["date", date.iso]
  case .choice(let code): ["choice", code]
  }
}

private func inOrder<Value>(_ values: [String: Value]) -> [(String, Value)] {
  values.sorted { isBefore($0.key, $1.key) }.map { ($0.key, $0.value) }
}

/// Order by bytes, which no version of Unicode changes.
private func isBefore(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}

private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
