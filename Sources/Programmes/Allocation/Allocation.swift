package import StudyModel

/// Who was drawn for which arm, and everything that is needed to draw it again.
package struct Allocation: Hashable, Sendable {
  package var method: AllocationMethod
  package var seed: UInt64
  /// Whether comparison pupils get the programme afterwards.
  package var isWaitlist: Bool
  /// In the order of their codes.
  package var places: [Place]

  package init(method: AllocationMethod, seed: UInt64, isWaitlist: Bool, places: [Place]) {
    self.method = method
    self.seed = seed
    self.isWaitlist = isWaitlist
    self.places = places
  }

  /// What one pupil drew.
  package struct Place: Hashable, Sendable {
    package var code: String
    package var arm: Arm
    /// The block or pair in which chance decided, such as `B2` or `tutor-B2`.
    package var block: String

    package init(code: String, arm: Arm, block: String) {
      self.code = code
      self.arm = arm
      self.block = block
    }
  }

  package subscript(code: String) -> Place? {
    places.first { $0.code == code }
  }

  /// A hash of all of it, to see whether anything was changed.
  package var hash: String {
    let lines =
      ["\(method.name) \(seed) \(isWaitlist)"]
      + places.map { "\($0.code)\t\($0.arm.rawValue)\t\($0.block)" }
    return stableHashText(of: lines)
  }

  /// The pupils whose arm is not the one that they drew, or that are not in the draw.
  ///
  /// - Parameter arms: the arms as they are now, by code.
  /// - Returns: codes, in their order.
  package func changes(to arms: [String: Arm]) -> [String] {
    let drawn = Dictionary(places.map { ($0.code, $0.arm) }) { first, _ in first }
    return arms.filter { drawn[$0.key] != $0.value }.map(\.key).sorted()
  }

  /// Whether drawing again from the same pupils gives the same places.
  package func isReproduced(by candidates: [Candidate]) -> Bool {
    let again = try? allocate(candidates, method: method, seed: seed, isWaitlist: isWaitlist)
    return again == self
  }
}
