import Testing

@testable import Spreadsheet

/// What is in a mail or a zip is opened first and read later, within bounds.
struct OpenedReturnTests {
  private let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")

  private func zip(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let (data, checksum) = try Deflate.deflated(file.bytes)
      let record = EntryRecord(
        name: Array(file.name.utf8), method: 8, checksum: checksum, compressedSize: data.count,
        size: file.bytes.count)
      directory += record.directoryRecord(localOffset: bytes.count)
      bytes += record.localHeader + data
    }
    let range = bytes.count..<bytes.count + directory.count
    return bytes + directory + EntryRecord.end(entryCount: files.count, directory: range)
  }

  /// More than one file may be long is read on the way, and no less of it.
  @Test func whatIsNotHeldIsReadAllTheSame() throws {
    let torn = Array(workbook.prefix(workbook.count / 2))
    let bytes = try zip([("a.xlsx", workbook), ("b.xlsx", workbook), ("c.xlsx", torn)])
    let all = readReturn(named: "all.zip", bytes)
    var limits = ReadingLimits.standard
    limits.fileBytes = max(bytes.count, workbook.count)
    try #require(limits.fileBytes < 2 * workbook.count)
    let fewer = readReturn(named: "all.zip", bytes, limits: limits)
    #expect(fewer.map(\.code) == all.map(\.code))
    #expect(all.map(\.code).prefix(2) == [nil, nil])
    guard case .refused(let error, let kept)? = fewer.last?.outcome else {
      Issue.record("a torn workbook was read")
      return
    }
    #expect(error.code == all.last?.code)
    #expect(kept == nil)
  }

  /// A hub sets aside what it cannot read, to look at it.
  @Test func whatCannotBeReadIsKeptUnlessItNeverWasAWorkbook() throws {
    let torn = Array(workbook.prefix(workbook.count / 2))
    let files = readReturn(
      named: "all.zip",
      try zip([("a.xlsx", torn), ("b.xlsx", workbook), ("c.pdf", Array("%PDF".utf8))])
    )
    let kept = files.map { file -> [UInt8]? in
      guard case .refused(_, let bytes) = file.outcome else { return nil }
      return bytes
    }
    #expect(kept == [torn, nil, nil])
    #expect(files.last?.code == "W116")
  }

  /// The memory that a small zip of large mails takes is that of one file.
  @Test func noMoreThanOneFileMayHaveIsKept() throws {
    let text = String(repeating: "thank you ", count: 500)
    let mail = Array("From: a@b.example\nTo: c@d.example\nSubject: Re\n\n\(text)".utf8)
    var limits = ReadingLimits.standard
    limits.fileBytes = 2 * mail.count
    let bytes = try zip(["1.eml", "2.eml", "3.eml"].map { ($0, mail) })
    let files = readReturn(named: "all.zip", bytes, limits: limits)
    #expect(files.map(\.code) == ["W134", "W134", "W134"])
    let kept = files.map { file in
      if case .refused(_, let bytes) = file.outcome { bytes != nil } else { false }
    }
    #expect(kept == [true, true, false])
  }
}
