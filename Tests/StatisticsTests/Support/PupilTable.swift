import Foundation
import TestSupport

@testable import Statistics

/// One school's pupils as the reference tables give them, one element per pupil.
struct PupilTable {
  var isIntervention: [Bool]
  var before: [Double?]
  var after: [Double?]
  var texts: [String: [String?]]

  var count: Int { isIntervention.count }

  init(_ path: String) throws {
    let table = try Table(path)
    isIntervention = table.text("group").map { $0 == "intervention" }
    before = table.numbers("pre")
    after = table.numbers("post")
    texts = [:]
    for name in ["class", "pair", "role", "sex", "fsm", "send", "sessions"] {
      texts[name] = table.text(name)
    }
  }

  /// The pupils for whom `isIncluded` holds.
  func filter(_ isIncluded: (Int) -> Bool) -> PupilTable {
    let rows = isIntervention.indices.filter(isIncluded)
    var result = self
    result.isIntervention = rows.map { isIntervention[$0] }
    result.before = rows.map { before[$0] }
    result.after = rows.map { after[$0] }
    result.texts = texts.mapValues { column in rows.map { column[$0] } }
    return result
  }

  func arm(_ isIntervention: Bool) -> PupilTable {
    filter { self.isIntervention[$0] == isIntervention }
  }

  /// The pupils with both marks.
  var complete: PupilTable { filter { before[$0] != nil && after[$0] != nil } }

  var beforeMarks: [Double] { before.compactMap { $0 } }
  var afterMarks: [Double] { after.compactMap { $0 } }
  var gains: [Double] {
    zip(before, after).compactMap { before, after in
      before.flatMap { before in after.map { $0 - before } }
    }
  }

  /// The levels of a text column as numbers, in sorted order of the texts; nil with a gap in it.
  func levels(_ name: String) -> [Int]? {
    guard let column = texts[name] else { return nil }
    let found = column.compactMap { $0 }
    guard found.count == column.count else { return nil }
    let order = Set(found).sorted()
    return found.map { order.firstIndex(of: $0) ?? 0 }
  }
}
