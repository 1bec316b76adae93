/// What reading a file may end with or remark, as `whatworked explain` prints it.
package struct ReadingRule: Hashable, Sendable {
  package let code: String
  package let title: String
  package let help: String
}

extension ReadingRule {
  /// Every code that reading gives, each once.
  package static let all: [ReadingRule] = {
    let kinds = FileKind.allCases.filter { $0 != .workbook }.map { kind in
      ReadingRule(code: kind.code, title: kind.message, help: kind.help)
    }
    let parts: [ReadingLimit] = [.ratioBytes, .repeatedCells]
    let limits = ReadingLimit.allCases.filter { !parts.contains($0) }.map { limit in
      let error = SpreadsheetError.overLimit(limit, part: nil, figure: 0, limit: 0)
      return ReadingRule(
        code: limit.code, title: "too many \(limit.words) (the limit \(limit.optionName))",
        help: error.help)
    }
    let errors = titles.map { error, title in
      ReadingRule(code: error.code, title: title, help: error.help)
    }
    // Macros are both a kind of file and something odd in a workbook.
    let notes = Oddity.allCases.filter { $0 != .macros }.map { oddity in
      ReadingRule(code: oddity.code, title: oddity.words, help: oddity.help)
    }
    return (kinds + limits + errors + notes).sorted { $0.code < $1.code }
  }()

  /// The errors that are neither a kind of file nor a limit, one of each code.
  private static let titles: [(error: SpreadsheetError, title: String)] = [
    (.truncated, "the file ends before its contents do"),
    (.badCompression(part: ""), "the file is damaged: it cannot be unpacked"),
    (.wrongPassword, "no password that was given opens the workbook"),
    (.unsupportedEncryption(scheme: ""), "the workbook is locked in an unknown way"),
    (.encryptedEntry(part: ""), "a part is locked with the password of a zip program"),
    (.brokenCompoundFile(reason: ""), "an old or a locked workbook, or a message, is damaged"),
    (.tamperedEncryption, "the locked workbook was changed after it was locked"),
    (.duplicateEntry(name: ""), "the package holds two parts of one name"),
    (.overlappingEntries(one: "", other: ""), "two parts of the package share their bytes"),
    (.headerMismatch(part: ""), "a part has two names"),
    (.badEntryName(name: ""), "the package holds a name that no workbook has"),
    (.prefixData(bytes: 0), "something else comes before the workbook in its file"),
    (.ambiguousEnd, "the package has two ends and can be read in two ways"),
    (.unsupportedCompression(part: "", method: 0), "a part is packed as in no workbook"),
    (.sizeMismatch(part: "", declared: 0, found: 0), "a part has another size than it says"),
    (.malformed(part: "", line: 0, reason: ""), "a part is not well-formed XML"),
    (.doctype(part: "", line: 0), "a part declares a document type, which no workbook does"),
    (.unsupportedEncoding(part: ""), "a part is written in an unknown character encoding"),
    (.missingContentTypes, "the package has no list of its contents"),
    (.missingPart(name: "", referredFrom: ""), "a part that the workbook names is not there"),
    (.wrongPartType(part: "", expected: ""), "a part is not what the workbook takes it for"),
    (.externalSheet(name: ""), "a sheet lies outside the workbook"),
    (.noSheets, "the workbook has no sheets"),
    (.badCellReference(part: "", line: 0, text: ""), "a cell has a place that no sheet has"),
    (.badRowNumber(part: "", line: 0, text: ""), "a row has a number that no sheet has"),
  ]
}
