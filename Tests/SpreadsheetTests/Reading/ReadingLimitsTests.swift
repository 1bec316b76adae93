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

  @Test func everyLimitHasItsOwnCode() {
    #expect(Set(ReadingLimit.allCases.map(\.code)).count == ReadingLimit.allCases.count)
  }
}
