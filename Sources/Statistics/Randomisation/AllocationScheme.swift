/// How pupils were allocated, so that the allocation can be replayed.
package enum AllocationScheme: Sendable, Hashable {
  /// A fixed number of all pupils.
  case complete
  /// A fixed number within each stratum; one stratum per pupil.
  case stratified([Int])
  /// One of each pair; one pair per pupil, each pair with exactly two.
  case pairs([Int])
  /// Whole clusters, a fixed number of them; one cluster per pupil.
  case clusters([Int])

  /// What the adjusted difference is adjusted for besides the before-mark.
  var strata: [Int]? {
    switch self {
    case .complete, .clusters: nil
    case .stratified(let strata): strata
    case .pairs(let pairs): pairs
    }
  }

  private var labels: [Int]? {
    switch self {
    case .complete: nil
    case .stratified(let labels), .pairs(let labels), .clusters(let labels): labels
    }
  }

  /// The units that are allocated as one, in blocks within which a fixed number is treated.
  func blocks(isIntervention: [Bool]) throws(EstimationError) -> [AllocationBlock] {
    let pupils = Array(isIntervention.indices)
    guard labels == nil || labels?.count == pupils.count else {
      throw .invalid("the columns differ in length")
    }
    switch self {
    case .complete:
      return [AllocationBlock(units: pupils.map { [$0] }, isIntervention)]
    case .stratified(let strata):
      return grouped(pupils, by: strata).map {
        AllocationBlock(units: $0.map { [$0] }, isIntervention)
      }
    case .pairs(let names):
      let pairs = grouped(pupils, by: names)
      guard pairs.allSatisfy({ $0.count == 2 && $0.count { isIntervention[$0] } == 1 }) else {
        throw .invalid("some pairs do not have one pupil in each group")
      }
      return pairs.map { AllocationBlock(units: $0.map { [$0] }, isIntervention) }
    case .clusters(let names):
      let clusters = grouped(pupils, by: names)
      let isWhole = clusters.allSatisfy { cluster in
        cluster.allSatisfy { isIntervention[$0] == isIntervention[cluster[0]] }
      }
      guard isWhole else { throw .invalid("some classes have pupils in both groups") }
      return [AllocationBlock(units: clusters, isIntervention)]
    }
  }

  private func grouped(_ pupils: [Int], by names: [Int]) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for pupil in pupils { groups[names[pupil], default: []].append(pupil) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Units of which a fixed number is treated, every choice being as likely.
struct AllocationBlock {
  /// The pupils of each unit.
  let units: [[Int]]
  let treated: Int

  init(units: [[Int]], _ isIntervention: [Bool]) {
    self.units = units
    treated = units.count { $0.first.map { isIntervention[$0] } ?? false }
  }

  /// How many choices there are.
  var count: Double {
    let smaller = min(treated, units.count - treated)
    return (0..<smaller).reduce(1.0) {
      ($0 * Double(units.count - $1) / Double($1 + 1)).rounded()
    }
  }
}
