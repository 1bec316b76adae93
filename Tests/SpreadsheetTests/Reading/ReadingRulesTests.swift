import Testing

@testable import Spreadsheet

/// Every outcome of reading has a code of its own, and words that a school can act on.
struct ReadingRulesTests {
  @Test func everyCodeIsThereOnceAndSaysWhatToDo() {
    let codes = ReadingRule.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("W1") && $0.count == 4 })
    for rule in ReadingRule.all {
      #expect(rule.title.count > 10, "\(rule.code)")
      #expect(rule.help.count > 15 && rule.help.hasSuffix("."), "\(rule.code)")
    }
  }

  @Test func everyHostileFileEndsWithACodeThatIsExplained() throws {
    let codes = Set(ReadingRule.all.map(\.code))
    #expect(try HostileCodes.read().all.subtracting(codes).isEmpty)
  }

  @Test(arguments: [
    (SpreadsheetError.passwordNeeded, "password"), (.wrongPassword, "password"),
    (.notAWorkbook(.legacyWorkbook), ".xlsx"), (.notAWorkbook(.binaryWorkbook), ".xlsx"),
    (.notAWorkbook(.numbers), "Export To"), (.notAWorkbook(.text), ".xlsx"),
    (.notAWorkbook(.webPage), ".xlsx"), (.notAWorkbook(.pdf), ".xlsx"),
    (.notAWorkbook(.picture), ".xlsx"), (.notAWorkbook(.empty), "Attach"),
    (.truncated, "once more"), (.malformed(part: "", line: 1, reason: ""), "Save As"),
    (.overLimit(.cells, part: nil, figure: 2, limit: 1), "fresh copy"),
  ])
  func theHelpNamesTheStep(error: SpreadsheetError, step: String) {
    #expect(error.help.contains(step))
    #expect(ReadingRule.all.contains { $0.code == error.code })
  }
}
