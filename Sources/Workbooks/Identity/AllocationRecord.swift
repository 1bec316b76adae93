import Cells
package import Programmes
package import StudyModel

/// The columns of the hidden sheet in which a draw is kept, beside the keys and values.
enum AllocationRecord {
  static let headings = ["pupil", "arm", "block"]
  static let firstColumn = 4
  static let methodKey = "allocation method"
  static let seedKey = "allocation seed"
  static let waitlistKey = "allocation waitlist"
  static let hashKey = "allocation hash"

  static func entries(_ allocation: Allocation) -> [(key: String, value: String)] {
    [
      (methodKey, allocation.method.name), (seedKey, String(allocation.seed)),
      (waitlistKey, allocation.isWaitlist ? "yes" : "no"), (hashKey, allocation.hash),
    ]
  }

  /// Reads what ``entries(_:)`` and the columns beside them say; nil where nobody was drawn.
  static func read(_ sheet: SheetCells, entries: [String: String]) -> IssuedAllocation? {
    guard let method = entries[methodKey], let seed = entries[seedKey].flatMap(UInt64.init) else {
      return nil
    }
    var places: [String: IssuedPlace] = [:]
    for row in 2...max(2, sheet.lastRow) {
      let texts = (0..<3).map { column -> String in
        let value = sheet.value(row: row, column: firstColumn + column)
        if case .text(let text) = value { return collapsingSpaces(text) }
        return ""
      }
      if let arm = Arm(rawValue: texts[1]), !texts[0].isEmpty {
        places[texts[0]] = IssuedPlace(arm: arm, block: texts[2])
      }
    }
    let isWaitlist = entries[waitlistKey] == "yes"
    let hash = entries[hashKey] ?? ""
    let found = AllocationMethod(name: method).map { method in
      Allocation(
        method: method, seed: seed, isWaitlist: isWaitlist,
        places: places.sorted { $0.key < $1.key }.map {
          Allocation.Place(code: $0.key, arm: $0.value.arm, block: $0.value.block)
        })
    }
    return IssuedAllocation(
      method: method, seed: seed, isWaitlist: isWaitlist, hash: hash, places: places,
      isIntact: found?.hash == hash)
  }
}

extension IssuedPupil {
  /// Rows with the arm that each pupil drew filled in, and what is known of the pupil already.
  ///
  /// - Parameters:
  ///   - allocation: the draw.
  ///   - candidates: the pupils who were in it.
  ///   - programme: its first outcome takes the marks before.
  /// - Returns: one row for each place, in the order of codes.
  package static func rows(
    for allocation: Allocation, of candidates: [Candidate], in programme: Programme
  ) -> [IssuedPupil] {
    let known = Dictionary(candidates.map { ($0.code, $0) }) { first, _ in first }
    return allocation.places.map { place in
      var values: [String: CellValue] = [WellKnownField.group: .text(place.arm.rawValue)]
      if let role = known[place.code]?.role, !programme.roles.isEmpty {
        values[WellKnownField.role] = .text(role.rawValue)
      }
      if let name = known[place.code]?.className {
        values[WellKnownField.className] = .text(name)
      }
      if let score = known[place.code]?.score, let outcome = programme.outcomes.first {
        values[WellKnownField.before(outcome)] = .number(score)
      }
      if allocation.method == .pairsOnScore {
        values[WellKnownField.pair] = .text(place.block)
      }
      return IssuedPupil(code: place.code, values: values)
    }
  }
}
