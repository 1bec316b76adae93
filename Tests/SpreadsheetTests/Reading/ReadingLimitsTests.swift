import Cells
import Spreadsheet
import Testing

/// Each limit, when it is broken, is named with the figure that broke it.
struct ReadingLimitsTests {
  private let bytes = WorkbookBuilder.bytes(
    rows: "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c><c><v>2</v></c></row>")

  private let broken: [(WritableKeyPath<ReadingLimits, Int>, Int, ReadingLimit)] = [
    (\.fileBytes, 10, .fileBytes), (\.entries, 3, .entries), (\.entryNameBytes, 8, .entryNameBytes),
    (\.partBytes, 50, .partBytes), (\.totalBytes, 500, .totalBytes),
    (\.elementDepth, 2, .elementDepth), (\.attributes, 1, .attributes), (\.cells, 2, .cells),
    (\.textBytes, 2, .textBytes), (\.sharedStringBytes, 2, .sharedStringBytes),
    (\.sheets, 0, .sheets),
  ]

  @Test func namesTheLimitAndTheFigure() {
    for (field, most, limit) in broken {
      var limits = ReadingLimits.standard
      limits[keyPath: field] = most
      do throws(SpreadsheetError) {
        _ = try readWorkbook(bytes, limits: limits)
        Issue.record("\(limit) did not stop the reading")
      } catch {
        guard case .overLimit(let broken, _, let figure, let allowed) = error else {
          Issue.record("\(limit): \(error.message)")
          continue
        }
        #expect(broken == limit)
        #expect(figure > most, "\(limit)")
        #expect(allowed == most, "\(limit)")
        #expect(error.code == limit.code)
      }
    }
  }

  @Test func everyLimitHasItsOwnCodeFieldAndName() {
    let reported = ReadingLimit.allCases.filter { $0 != .ratioBytes }
    #expect(Set(reported.map(\.code)).count == reported.count)
    #expect(Set(ReadingLimit.allCases.map(\.field)).count == ReadingLimit.allCases.count)
    for limit in ReadingLimit.allCases {
      #expect(ReadingLimit(optionName: limit.optionName) == limit)
      #expect(ReadingLimits.standard[keyPath: limit.field] > 0)
    }
    #expect(ReadingLimit.sharedStringBytes.optionName == "shared-string-bytes")
    // A limit that no name stands for could not be changed.
    #expect(
      Mirror(reflecting: ReadingLimits.standard).children.count == ReadingLimit.allCases.count)
  }

  @Test func refusesPartsThatArePackedTooWell() throws {
    var limits = ReadingLimits.standard
    limits.ratioBytes = 10
    limits.compressionRatio = 0
    #expect(
      throws: SpreadsheetError.overLimit(
        .compressionRatio, part: "[Content_Types].xml", figure: 1, limit: 0)
    ) { try readWorkbook(bytes, limits: limits) }
  }

  @Test func triesOnlySoManyPasswords() throws {
    var limits = ReadingLimits.standard
    limits.passwords = 1
    let locked = try #require(FuzzSeeds.all["lock"]?["agile"])
    #expect(throws: SpreadsheetError.overLimit(.passwords, part: nil, figure: 2, limit: 1)) {
      try readWorkbook(locked, passwords: ["a", "b"], limits: limits)
    }
    #expect(throws: SpreadsheetError.wrongPassword) {
      try readWorkbook(locked, passwords: ["a"], limits: limits)
    }
  }
}
