import StudyModel

/// Whether the draw that a workbook records can be drawn again, and was kept to.
///
/// It names no pupil.
package struct AllocationAudit: Sendable, Hashable, Codable {
  /// How chance decided: `blocks-on-score-4`.
  package var method: String
  package var seed: UInt64
  package var hash: String
  /// Whether the hash is that of the places as the workbook now has them.
  package var isHashRight: Bool
  /// Whether drawing again from the seed gives the same places; nil where the marks that the
  /// draw was made from are not all there.
  package var isReproduced: Bool?
  /// Pupils in the draw, and those who are now in another arm than they drew.
  package var drawn: Int
  package var changed: Int

  package init(
    method: String, seed: UInt64, hash: String, isHashRight: Bool, isReproduced: Bool?,
    drawn: Int, changed: Int
  ) {
    self.method = method
    self.seed = seed
    self.hash = hash
    self.isHashRight = isHashRight
    self.isReproduced = isReproduced
    self.drawn = drawn
    self.changed = changed
  }
}

/// The audits of all studies, counted.
package struct RandomisationAudit: Sendable, Hashable {
  /// Studies whose groups were formed by chance, as they say.
  package var byChance: Int
  /// Of these, those whose workbook records the draw.
  package var recorded: Int
  package var hashRight: Int
  package var reproduced: Int
  /// Drawn again with another result.
  package var notReproduced: [String]
  /// Studies in which somebody changed the places, or pupils changed arm.
  package var tampered: [String]
  package var changedPupils: Int
  package var drawnPupils: Int
}

/// Nil where no study says that chance formed its groups.
package func randomisationAudit(of entries: [EvidenceEntry]) -> RandomisationAudit? {
  let studies = entries.sorted { $0.identity.study < $1.identity.study }.filter(\.isByChance)
  guard !studies.isEmpty else { return nil }
  let audits = studies.compactMap { entry in entry.allocation.map { (entry.identity.study, $0) } }
  return RandomisationAudit(
    byChance: studies.count, recorded: audits.count,
    hashRight: audits.filter(\.1.isHashRight).count,
    reproduced: audits.filter { $0.1.isReproduced == true }.count,
    notReproduced: audits.filter { $0.1.isReproduced == false }.map(\.0),
    tampered: audits.filter { !$0.1.isHashRight || $0.1.changed > 0 }.map(\.0),
    changedPupils: audits.map(\.1.changed).reduce(0, +),
    drawnPupils: audits.map(\.1.drawn).reduce(0, +))
}
