import StudyModel

/// Draws who takes part.
///
/// Pupils are put in the order of their codes first, so that the order of a list never matters.
/// Where there are roles, each role is drawn by itself: tutors among those who can be tutors.
///
/// - Parameters:
///   - candidates: every pupil who may take part, in any order.
///   - method: how chance decides.
///   - seed: of ``SeededGenerator``; the same seed draws the same.
///   - isWaitlist: whether comparison pupils get the programme afterwards; it changes no draw.
/// - Returns: a place for each pupil.
/// - Throws: why the method does not fit the pupils.
package func allocate(
  _ candidates: [Candidate], method: AllocationMethod, seed: UInt64, isWaitlist: Bool = false
) throws(AllocationError) -> Allocation {
  let sorted = candidates.sorted { $0.code < $1.code }
  try check(sorted, for: method)
  var draw = Draw(generator: SeededGenerator(seed: seed))
  if method == .wholeClasses {
    draw.classes(of: sorted)
  } else if method == .givenBySchool {
    draw.keep(sorted)
  } else {
    // Pupils without a role first, then by the role's name: a fixed order.
    for role in Set(sorted.map { $0.role?.rawValue ?? "" }).sorted() {
      let members = sorted.filter { ($0.role?.rawValue ?? "") == role }
      for (number, block) in blocks(of: members, method, &draw.generator).enumerated() {
        let name = (method == .pairsOnScore ? "P" : "B") + String(number + 1)
        draw.halve(block, named: role.isEmpty ? name : "\(role)-\(name)")
      }
    }
  }
  return Allocation(
    method: method, seed: seed, isWaitlist: isWaitlist,
    places: draw.places.sorted { $0.code < $1.code })
}

private func check(
  _ sorted: [Candidate], for method: AllocationMethod
) throws(AllocationError) {
  guard sorted.count >= 2 else { throw .tooFewPupils(sorted.count) }
  for (one, next) in zip(sorted, sorted.dropFirst()) where one.code == next.code {
    throw .repeatedCode(one.code)
  }
  switch method {
  case .simple: break
  case .givenBySchool:
    if let pupil = sorted.first(where: { $0.arm == nil }) { throw .armMissing(code: pupil.code) }
  case .blocksOnScore, .pairsOnScore:
    if let pupil = sorted.first(where: { $0.score == nil }) {
      throw .scoreMissing(code: pupil.code)
    }
  case .withinClasses, .wholeClasses:
    if let pupil = sorted.first(where: { $0.className == nil }) {
      throw .classMissing(code: pupil.code)
    }
    let classes = Set(sorted.map(\.className)).count
    if method == .wholeClasses, classes < 2 { throw .tooFewClasses(classes) }
  }
}

/// The pupils among whom half are drawn each time.
private func blocks(
  of members: [Candidate], _ method: AllocationMethod, _ generator: inout SeededGenerator
) -> [[Candidate]] {
  switch method {
  case .simple, .wholeClasses, .givenBySchool: return [members]
  case .withinClasses:
    return Set(members.compactMap(\.className)).sorted().map { name in
      members.filter { $0.className == name }
    }
  case .blocksOnScore(let size): return ranked(members, &generator).chunks(of: max(2, size))
  case .pairsOnScore: return ranked(members, &generator).chunks(of: 2)
  }
}

/// Highest mark first; chance decides between equal marks.
private func ranked(
  _ members: [Candidate], _ generator: inout SeededGenerator
) -> [Candidate] {
  let shuffled = generator.shuffled(members).enumerated()
  return shuffled.sorted { one, other in
    let (first, second) = (one.element.score ?? 0, other.element.score ?? 0)
    return first == second ? one.offset < other.offset : first > second
  }.map(\.element)
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}

/// The places drawn so far.
private struct Draw {
  var generator: SeededGenerator
  var places: [Allocation.Place] = []
  /// How many more pupils take part than do not, to even out blocks of odd size.
  private var surplus = 0

  init(generator: SeededGenerator) {
    self.generator = generator
  }

  /// Half of a block takes part; the odd one goes where there are fewer, or where chance says.
  mutating func halve(_ block: [Candidate], named name: String) {
    var half = block.count / 2
    if !block.count.isMultiple(of: 2) {
      let takesPart = surplus == 0 ? generator.coin() : surplus < 0
      half += takesPart ? 1 : 0
      surplus += takesPart ? 1 : -1
    }
    for (place, pupil) in generator.shuffled(block).enumerated() {
      places.append(
        Allocation.Place(
          code: pupil.code, arm: place < half ? .intervention : .comparison, block: name))
    }
  }

  /// Everybody stays where the school put them.
  mutating func keep(_ pupils: [Candidate]) {
    places += pupils.compactMap { pupil in
      pupil.arm.map { Allocation.Place(code: pupil.code, arm: $0, block: "") }
    }
  }

  /// Half of the classes take part, with all their pupils.
  mutating func classes(of pupils: [Candidate]) {
    let classes = generator.shuffled(Set(pupils.compactMap(\.className)).sorted())
    var half = classes.count / 2
    if !classes.count.isMultiple(of: 2), generator.coin() { half += 1 }
    let chosen = Set(classes.prefix(half))
    places += pupils.map { pupil in
      let name = pupil.className ?? ""
      return Allocation.Place(
        code: pupil.code, arm: chosen.contains(name) ? .intervention : .comparison, block: name)
    }
  }
}
