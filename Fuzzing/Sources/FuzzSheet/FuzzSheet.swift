import Cells
@testable import Spreadsheet

/// The reader of sheets: any bytes as the XML of a sheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var reader = SheetReader(
    strings: ["one", "two"], formats: [.general], countsDatesFrom1904: false, cellLimit: 100_000,
    expected: bytes.count / 32)
  try? XMLParser().read(bytes, part: "sheet", .fuzzing, with: &reader)
  _ = SheetCells(name: "sheet", cells: reader.orderedCells())
  return 0
}

extension ReadingLimits {
  /// Small, so that every limit is met and no input takes long.
  fileprivate static var fuzzing: ReadingLimits {
    var limits = ReadingLimits()
    limits.partBytes = 1 << 22
    limits.totalBytes = 1 << 23
    limits.cells = 100_000
    limits.hashRounds = 100
    return limits
  }
}
