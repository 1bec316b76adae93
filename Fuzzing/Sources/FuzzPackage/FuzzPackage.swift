@testable import Spreadsheet

/// The reader of packages: any bytes as a workbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? readWorkbook(bytes, limits: .fuzzing)
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
