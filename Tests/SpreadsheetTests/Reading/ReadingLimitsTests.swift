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
    (\.textBytes, 2, .textBytes), (\.allTextBytes, 2, .allTextBytes),
    (\.sheets, 0, .sheets), (\.namespaces, 0, .namespaces),
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
    let parts: [ReadingLimit] = [.ratioBytes, .repeatedCells]
    let reported = ReadingLimit.allCases.filter { !parts.contains($0) }
    #expect(Set(reported.map(\.code)).count == reported.count)
    #expect(Set(ReadingLimit.allCases.map(\.field)).count == ReadingLimit.allCases.count)
    for limit in ReadingLimit.allCases {
      #expect(ReadingLimit(optionName: limit.optionName) == limit)
      #expect(ReadingLimits.standard[keyPath: limit.field] > 0)
    }
    #expect(ReadingLimit.allTextBytes.optionName == "all-text-bytes")
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

  /// Each part may be packed as well as it likes when it is small; all together may not.
  @Test func looksAtThePackingOfAllPartsTogether() throws {
    var limits = ReadingLimits.standard
    limits.ratioBytes = 1_000
    limits.compressionRatio = 0
    #expect(
      throws: SpreadsheetError.overLimit(.compressionRatio, part: nil, figure: 1, limit: 0)
    ) { try readWorkbook(bytes, limits: limits) }
  }

  /// Texts count together, wherever they stand.
  @Test(arguments: [
    ("<row><c t=\"inlineStr\"><is><t>abcdefghij</t></is></c></row>", "", ""),
    ("<row><c><v>?</v></c></row>", "", ""),
    ("", "<definedNames><definedName name=\"n\">A1</definedName></definedNames>", ""),
    ("", "", "<si/><si/><si/>"),
  ])
  func countsTextsOfEveryPlace(rows: String, names: String, strings: String) throws {
    let bytes = WorkbookBuilder.bytes(
      rows: rows,
      parts: [
        "xl/sharedStrings.xml": "<sst xmlns=\"\(WorkbookBuilder.main)\">\(strings)</sst>",
        "xl/workbook.xml":
          "<workbook xmlns=\"\(WorkbookBuilder.main)\" xmlns:r=\"\(WorkbookBuilder.office)\">"
          + "<sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets>\(names)</workbook>",
      ])
    var limits = ReadingLimits.standard
    limits.allTextBytes = 20
    #expect { try readWorkbook(bytes, limits: limits) } throws: {
      ($0 as? SpreadsheetError)?.code == "W162"
    }
    limits.allTextBytes = 200
    _ = try readWorkbook(bytes, limits: limits)
  }

  @Test func oneNameMayNotBeAnyLength() {
    let bytes = WorkbookBuilder.bytes(parts: [
      "xl/workbook.xml":
        "<workbook xmlns=\"\(WorkbookBuilder.main)\" xmlns:r=\"\(WorkbookBuilder.office)\">"
        + "<sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets><definedNames>"
        + "<definedName name=\"n\">ABCDEFGH</definedName></definedNames></workbook>"
    ])
    var limits = ReadingLimits.standard
    limits.textBytes = 6
    #expect(
      throws: SpreadsheetError.overLimit(.textBytes, part: "xl/workbook.xml", figure: 8, limit: 6)
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
