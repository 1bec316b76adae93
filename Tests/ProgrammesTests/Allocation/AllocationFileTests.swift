import CustomDump
import Programmes
import StudyModel
import Testing

@Suite struct AllocationFileTests {
  private let candidates = (1...9).map { number in
    Candidate(
      code: "P00\(number)", score: Double(number * 7 % 20) + 0.5, className: "5A",
      role: number.isMultiple(of: 2) ? .tutor : .tutee)
  }

  private func file(_ method: AllocationMethod) throws -> AllocationFile {
    AllocationFile(
      identity: StudyIdentity(
        school: "S-014", programme: "reading", wave: "2026-1", workbook: "7F3A-22K9",
        country: nil),
      programmeVersion: "1.0",
      allocation: try allocate(candidates, method: method, seed: 7, isWaitlist: true),
      candidates: candidates)
  }

  @Test(arguments: [AllocationMethod.simple, .blocksOnScore(size: 4), .pairsOnScore])
  func isReadAsItWasWritten(method: AllocationMethod) throws {
    let file = try file(method)
    let again = try AllocationFile(text: file.text, file: "allocation.txt")
    expectNoDifference(again.allocation, file.allocation)
    #expect(again.candidates.map(\.score) == file.candidates.map(\.score))
    #expect(again.candidates.map(\.role) == file.candidates.map(\.role))
    #expect(again.statedHash == file.allocation.hash)
    #expect(again.allocation.isReproduced(by: again.candidates))
  }

  @Test func aChangedLineIsSeen() throws {
    let file = try file(.simple)
    let arm = try #require(file.allocation["P003"]).arm
    let other: Arm = arm == .intervention ? .comparison : .intervention
    let changed = file.text.replacing("P003,\(arm.rawValue)", with: "P003,\(other.rawValue)")
    let again = try AllocationFile(text: changed, file: "allocation.txt")
    #expect(again.allocation.hash != again.statedHash)
    expectNoDifference(
      file.allocation.changes(to: again.allocation),
      [ArmChange(code: "P003", drawn: arm, found: other)])
  }

  @Test func whatCannotBeReadHasItsLine() throws {
    let broken = try file(.simple).text.replacing("P002,", with: "P002;")
    #expect(throws: ProgrammeError.self) { try AllocationFile(text: broken, file: "a.txt") }
    do {
      _ = try AllocationFile(text: broken, file: "a.txt")
    } catch {
      #expect(error.description.hasPrefix("a.txt:16:1: "))
    }
    #expect(throws: ProgrammeError.self) { try AllocationFile(text: "hello", file: "a.txt") }
  }

  @Test func theSchoolsOwnChoiceIsKept() throws {
    var pupils = candidates
    for place in pupils.indices { pupils[place].arm = place < 4 ? .intervention : .comparison }
    let allocation = try allocate(pupils, method: .givenBySchool, seed: 0)
    #expect(allocation.places.map(\.arm) == pupils.map { $0.arm })
    #expect(throws: AllocationError.armMissing(code: "P001")) {
      try allocate(candidates, method: .givenBySchool, seed: 0)
    }
  }
}
