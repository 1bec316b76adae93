package import StudyModel

/// Who was drawn for which arm, and everything that is needed to draw it again.
package struct Allocation: Hashable, Sendable {
  package var method: AllocationMethod
  package var seed: UInt64
  /// Whether comparison pupils get the programme afterwards.
  package var isWaitlist: Bool
  /// In the order of their codes.
  package var places: [Place]

  package init(
    method: AllocationMethod, seed: UInt64, isWaitlist: Bool = false, places: [Place]
  ) {
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
  /// - Parameter arms: the arms as they are now, by code; pupils without one have left.
  /// - Returns: in the order of codes.
  package func changes(to arms: [String: Arm]) -> [ArmChange] {
    let drawn = Dictionary(places.map { ($0.code, $0.arm) }) { first, _ in first }
    return arms.filter { drawn[$0.key] != $0.value }.sorted { $0.key < $1.key }.map {
      ArmChange(code: $0.key, drawn: drawn[$0.key], found: $0.value)
    }
  }

  /// What is otherwise in another allocation of the same pupils.
  package func changes(to other: Allocation) -> [ArmChange] {
    let arms = Dictionary(other.places.map { ($0.code, $0.arm) }) { first, _ in first }
    let missing = places.filter { arms[$0.code] == nil }.map {
      ArmChange(code: $0.code, drawn: $0.arm, found: nil)
    }
    return (changes(to: arms) + missing).sorted { $0.code < $1.code }
  }

  /// Whether drawing again from the same pupils gives the same places.
  package func isReproduced(by candidates: [Candidate]) -> Bool {
    let again = try? allocate(candidates, method: method, seed: seed, isWaitlist: isWaitlist)
    return again == self
  }
}

/// A pupil whose arm is not the one that was drawn.
package struct ArmChange: Hashable, Sendable {
  package var code: String
  /// Nil for a pupil who was not in the draw.
  package var drawn: Arm?
  /// Nil for a pupil who is not there any more.
  package var found: Arm?

  package init(code: String, drawn: Arm?, found: Arm?) {
    self.code = code
    self.drawn = drawn
    self.found = found
  }
}

extension ArmChange: CustomStringConvertible {
  package var description: String {
    switch (drawn, found) {
    case (let drawn?, let found?):
      "pupil \(code): recorded \(drawn.rawValue), found \(found.rawValue)"
    case (nil, let found?): "pupil \(code): not in the record, found \(found.rawValue)"
    case (let drawn?, nil): "pupil \(code): recorded \(drawn.rawValue), not found"
    case (nil, nil): "pupil \(code)"
    }
  }
}
