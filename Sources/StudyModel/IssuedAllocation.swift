/// Who was drawn for which arm before the workbook was made, as its hidden sheet keeps it.
package struct IssuedAllocation: Hashable, Sendable {
  /// How chance decided: `blocks-on-score-4`.
  package var method: String
  /// The seed of the draw.
  package var seed: UInt64
  /// Whether comparison pupils get the programme afterwards.
  package var isWaitlist: Bool
  /// A hash of method, seed and places, as it was when the workbook was made.
  package var hash: String
  /// What each pupil drew, by code.
  package var places: [String: IssuedPlace]
  /// Whether the hash is still that of method, seed and places.
  package var isIntact: Bool

  package init(
    method: String, seed: UInt64, isWaitlist: Bool, hash: String,
    places: [String: IssuedPlace], isIntact: Bool = true
  ) {
    self.method = method
    self.seed = seed
    self.isWaitlist = isWaitlist
    self.hash = hash
    self.places = places
    self.isIntact = isIntact
  }
}

/// What one pupil drew.
package struct IssuedPlace: Hashable, Sendable {
  package var arm: Arm
  /// The block or pair in which chance decided.
  package var block: String

  package init(arm: Arm, block: String) {
    self.arm = arm
    self.block = block
  }
}
