import Evidence
import Programmes
import StudyModel
import Validation

/// Draws again what a workbook says was drawn, and sees whether it was kept to.
///
/// Nil where the workbook records no draw: none was kept, or the school chose.
func auditAllocation(_ record: StudyRecord, _ data: StudyData) -> AllocationAudit? {
  guard let issued = record.issuedAllocation, let method = AllocationMethod(name: issued.method),
    method != .givenBySchool
  else { return nil }
  let places = issued.places.sorted { $0.key < $1.key }.map { code, place in
    Allocation.Place(code: code, arm: place.arm, block: place.block)
  }
  let allocation = Allocation(
    method: method, seed: issued.seed, isWaitlist: issued.isWaitlist, places: places)
  let arms = Dictionary(uniqueKeysWithValues: data.pupils.map { ($0.code, $0.arm) })
  return AllocationAudit(
    method: issued.method, seed: issued.seed, hash: issued.hash,
    isHashRight: allocation.hash == issued.hash,
    isReproduced: candidates(for: allocation, among: data).map { allocation.isReproduced(by: $0) },
    drawn: places.count,
    changed: places.count { place in arms[place.code].map { $0 != place.arm } ?? false })
}

/// The pupils as they were when they were drawn; nil where what the draw needs is not known of all.
private func candidates(for allocation: Allocation, among data: StudyData) -> [Candidate]? {
  let pupils = Dictionary(uniqueKeysWithValues: data.pupils.map { ($0.code, $0) })
  let outcome = data.programme.outcomes.first?.id ?? ""
  var candidates: [Candidate] = []
  for place in allocation.places {
    guard let pupil = pupils[place.code] else { return nil }
    let score = pupil.scores[outcome]?.before
    switch allocation.method {
    case .blocksOnScore, .pairsOnScore: if score == nil { return nil }
    case .withinClasses, .wholeClasses: if pupil.className == nil { return nil }
    case .simple, .givenBySchool: break
    }
    // Roles are drawn apart, and blocks are named for them.
    let role = Role.allCases.first { place.block.hasPrefix("\($0.rawValue)-") }
    candidates.append(
      Candidate(code: place.code, score: score, className: pupil.className, role: role))
  }
  return candidates
}
