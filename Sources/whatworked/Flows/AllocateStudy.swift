import Cells
import Programmes
import StudyModel
import Workbooks

/// Draws the pupils of one school, and makes the pack with the groups filled in and the record.
struct AllocateStudy {
  let input: AllocationInput
  let request: PackRequest
  let source: ProgrammeSource
  let texts: WorkbookTexts
  let method: AllocationMethod
  let seed: UInt64
  let isWaitlist: Bool
  let output: OutputFolder
  let isQuiet: Bool

  func make() async throws {
    let allocation: Allocation
    do throws(AllocationError) {
      allocation = try allocate(
        input.candidates, method: method, seed: seed, isWaitlist: isWaitlist)
    } catch {
      throw UsageFailure(message: "\(request.school): \(error)")
    }
    var request = self.request
    request.design = try design()
    let programme = source.programme
    var answers = input.issuedAnswers(in: programme)
    if method != .givenBySchool {
      answers[WellKnownField.assignment] = .text(AssignmentMethod.random.rawValue)
    }
    request.filled = PackRequest.FilledIn(
      pupils: input.issuedPupils(for: allocation, in: programme), allocation: allocation,
      answers: answers,
      identifier: input.record.flatMap { WorkbookIdentifier($0.identity.workbook) })
    request.pupils = max(2, allocation.places.count)
    let maker = MakePack(source: source, texts: texts, output: output)
    let plan = try maker.plan(request)
    let record = AllocationFile(
      identity: plan.workbook.stamp.identity, programmeVersion: programme.version,
      allocation: allocation, candidates: input.candidates)
    let path = try output.write(record.text, to: "\(plan.folder)/\(MakePack.recordName)")
    let packs = MakePacks(maker: maker, output: output, isQuiet: true, width: 1)
    let made = try await packs.make([request])
    guard !isQuiet else { return }
    for file in [path] + made.files { Console.write(file) }
    let taking = allocation.places.count { $0.arm == .intervention }
    Console.write(
      "\(request.school): \(taking) of \(allocation.places.count) pupils take part; "
        + "\(method.name), seed \(seed), hash \(allocation.hash)")
  }

  /// The design of the workbook: what the draw makes, or the programme's own where it is a finer one.
  private func design() throws -> StudyDesign {
    let offered = source.programme.designs
    let drawn = method.design
    let wanted: [StudyDesign] =
      switch drawn {
      case .randomised where request.design == .partiallyNested: [.partiallyNested, .randomised]
      case .randomised: [.randomised, .partiallyNested]
      case .matched: [request.design ?? .matched, .matched]
      default: [drawn]
      }
    guard let design = wanted.first(where: { offered.contains($0) }) else {
      throw UsageFailure(
        message: "\(source.programme.id) is not offered as \(drawn.rawValue); it is offered as "
          + offered.map(\.rawValue).joined(separator: ", "))
    }
    return design
  }
}
