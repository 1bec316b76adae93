import CustomDump
import Programmes
import StudyModel
import Testing

@Suite struct AllocationTests {
  /// Pupils with marks from a fixed pattern, in three classes.
  private func pupils(_ count: Int, roles: Bool = false) -> [Candidate] {
    (1...count).map { number in
      Candidate(
        code: "P\(100 + number)", score: Double(number * 37 % 41),
        className: ["5A", "5B", "5C"][number % 3],
        role: roles ? (number % 2 == 0 ? .tutor : .tutee) : nil)
    }
  }

  private func count(_ allocation: Allocation, _ codes: some Sequence<String>) -> (Int, Int) {
    let arms = codes.compactMap { allocation[$0]?.arm }
    return (arms.count { $0 == .intervention }, arms.count { $0 == .comparison })
  }

  static let methods: [AllocationMethod] = [
    .simple, .withinClasses, .blocksOnScore(size: 4), .pairsOnScore, .wholeClasses,
  ]

  @Test func theGeneratorGivesTheNumbersOfItsAuthors() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    expectNoDifference(
      numbers,
      [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func aSeedDrawsTheSameForEver() throws {
    let allocation = try allocate(pupils(10), method: .blocksOnScore(size: 4), seed: 7)
    let line = allocation.places.map { $0.arm == .intervention ? "T" : "c" }.joined()
    #expect(line == "TcTcTccTcT")
    #expect(allocation.hash == "59a17f1618d61948")
  }

  @Test(arguments: methods) func theOrderOfTheListNeverMatters(method: AllocationMethod) throws {
    let pupils = pupils(31)
    let allocation = try allocate(pupils, method: method, seed: 11)
    let other = try allocate(pupils.reversed(), method: method, seed: 11)
    expectNoDifference(allocation, other)
    #expect(allocation.isReproduced(by: pupils))
    #expect(AllocationMethod(name: method.name) == method)
  }

  @Test(arguments: methods) func anotherSeedDrawsAnother(method: AllocationMethod) throws {
    let drawn = try Set(
      (1...40).map { seed in
        try allocate(pupils(30), method: method, seed: seed).places.map(\.arm)
      })
    #expect(drawn.count > 2)
  }

  @Test(arguments: 1...25) func halfTakePart(seed: UInt64) throws {
    for count in [2, 9, 24, 31] {
      for method in Self.methods where method != .wholeClasses {
        let allocation = try allocate(pupils(count), method: method, seed: seed)
        let (treated, compared) = self.count(allocation, allocation.places.map(\.code))
        #expect(abs(treated - compared) <= 1)
      }
    }
  }

  @Test(arguments: 1...25) func blocksAndPairsAndClassesAreBalanced(seed: UInt64) throws {
    for method in [AllocationMethod.withinClasses, .blocksOnScore(size: 6), .pairsOnScore] {
      let allocation = try allocate(pupils(40, roles: true), method: method, seed: seed)
      let blocks = Dictionary(grouping: allocation.places, by: \.block)
      for (name, places) in blocks {
        let (treated, compared) = count(allocation, places.map(\.code))
        #expect(abs(treated - compared) <= 1, "\(method.name) \(name)")
        if method == .pairsOnScore, places.count == 2 { #expect(treated == 1) }
      }
    }
  }

  @Test func rolesAreDrawnEachByItself() throws {
    let pupils = pupils(40, roles: true)
    let allocation = try allocate(pupils, method: .simple, seed: 3)
    for role in Role.allCases {
      let codes = pupils.filter { $0.role == role }.map(\.code)
      let (treated, compared) = count(allocation, codes)
      #expect(treated == 10 && compared == 10)
    }
  }

  @Test func wholeClassesStayTogether() throws {
    let pupils = pupils(30)
    let allocation = try allocate(pupils, method: .wholeClasses, seed: 5)
    for name in ["5A", "5B", "5C"] {
      let arms = Set(
        pupils.filter { $0.className == name }.compactMap { allocation[$0.code]?.arm })
      #expect(arms.count == 1)
    }
    #expect(Set(allocation.places.map(\.arm)).count == 2)
  }

  @Test func pairsAreNeighboursInTheOrderOfMarks() throws {
    let pupils = pupils(20)
    let allocation = try allocate(pupils, method: .pairsOnScore, seed: 2)
    let scores = pupils.compactMap(\.score).sorted(by: >)
    for (_, places) in Dictionary(grouping: allocation.places, by: \.block) {
      let marks = places.compactMap { place in
        pupils.first { $0.code == place.code }?.score
      }.sorted(by: >)
      let place = try #require(scores.firstIndex(of: marks[0]))
      #expect(place.isMultiple(of: 2) && marks[1] == scores[place + 1])
    }
  }

  /// Each pupil takes part in about half of many draws.
  @Test func everyPupilHasTheSameChance() throws {
    let pupils = pupils(12)
    var counts: [String: Int] = [:]
    for seed in 1...2000 {
      let allocation = try allocate(pupils, method: .simple, seed: UInt64(seed))
      for place in allocation.places where place.arm == .intervention {
        counts[place.code, default: 0] += 1
      }
    }
    // Five standard deviations of a fair coin.
    #expect(counts.count == 12 && counts.values.allSatisfy { abs($0 - 1000) < 112 })
  }

  @Test func aChangedArmIsFound() throws {
    let allocation = try allocate(pupils(20), method: .simple, seed: 1)
    var arms = Dictionary(uniqueKeysWithValues: allocation.places.map { ($0.code, $0.arm) })
    #expect(allocation.changes(to: arms).isEmpty)
    arms["P103"] = arms["P103"] == .intervention ? .comparison : .intervention
    arms["P999"] = .comparison
    #expect(allocation.changes(to: arms).map(\.code) == ["P103", "P999"])
    var edited = allocation
    edited.places[2].arm = edited.places[2].arm == .intervention ? .comparison : .intervention
    #expect(!edited.isReproduced(by: pupils(20)))
    #expect(edited.hash != allocation.hash)
  }

  @Test func whatDoesNotFitIsSaid() {
    let one = [Candidate(code: "P1", score: 3)]
    #expect(throws: AllocationError.tooFewPupils(1)) {
      try allocate(one, method: .simple, seed: 1)
    }
    #expect(throws: AllocationError.repeatedCode("P1")) {
      try allocate(one + one, method: .simple, seed: 1)
    }
    let two = one + [Candidate(code: "P2", className: "5A")]
    #expect(throws: AllocationError.scoreMissing(code: "P2")) {
      try allocate(two, method: .pairsOnScore, seed: 1)
    }
    #expect(throws: AllocationError.classMissing(code: "P1")) {
      try allocate(two, method: .withinClasses, seed: 1)
    }
    let oneClass = ["P1", "P2"].map { Candidate(code: $0, className: "5A") }
    #expect(throws: AllocationError.tooFewClasses(1)) {
      try allocate(oneClass, method: .wholeClasses, seed: 1)
    }
  }
}
