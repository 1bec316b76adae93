import Cells
import CustomDump
import Programmes
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

@Suite struct AllocationRecordTests {
  private let programme: Programme
  private let candidates = (1...24).map { number in
    Candidate(
      code: "Q\(100 + number)", score: Double(number * 7 % 40), className: "5A",
      role: number.isMultiple(of: 2) ? .tutor : .tutee)
  }

  init() throws {
    programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "peer-tutoring-reading"))
  }

  private func request(_ method: AllocationMethod) throws -> WorkbookRequest {
    let allocation = try allocate(candidates, method: method, seed: 99, isWaitlist: true)
    var request = try WorkbooksTests.request(
      programme, design: method.design,
      pupils: IssuedPupil.rows(for: allocation, of: candidates, in: programme))
    request.allocation = allocation
    return request
  }

  @Test(arguments: [AllocationMethod.blocksOnScore(size: 4), .pairsOnScore])
  func theDrawComesBackWithTheWorkbook(method: AllocationMethod) throws {
    let request = try request(method)
    let record = try readReturnedWorkbook(
      cells(of: dataWorkbook(for: request)), programmes: { _ in programme },
      languages: Languages.all, fileName: "")
    let allocation = try #require(request.allocation)
    expectNoDifference(
      record.issuedAllocation,
      IssuedAllocation(
        method: method.name, seed: 99, isWaitlist: true, hash: allocation.hash,
        places: Dictionary(
          uniqueKeysWithValues: allocation.places.map {
            ($0.code, IssuedPlace(arm: $0.arm, block: $0.block))
          })))
    #expect(record.strays.isEmpty && record.layoutRemarks.isEmpty)
    #expect(record.pupils.count == candidates.count)
  }

  @Test func whatIsKnownIsFilledIn() throws {
    let record = try readReturnedWorkbook(
      cells(of: dataWorkbook(for: request(.pairsOnScore))), programmes: { _ in programme },
      languages: Languages.all, fileName: "")
    let first = record.pupils[0].entries.mapValues(\.cell.value)
    #expect(first["pupil"] == .text("Q101") && first["role"] == .text("Tutee"))
    #expect(first["reading.before"] == .number(7) && first["class"] == .text("5A"))
    #expect(first["pair"] != nil && first["group"] != nil && first["reading.after"] == nil)
  }

  @Test func aWorkbookWithoutADrawHasNone() throws {
    let record = try readReturnedWorkbook(
      cells(of: dataWorkbook(for: WorkbooksTests.request(programme))),
      programmes: { _ in programme }, languages: Languages.all, fileName: "")
    #expect(record.issuedAllocation == nil)
  }
}
