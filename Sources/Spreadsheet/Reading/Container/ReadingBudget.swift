/// What reading one file may still use.
struct ReadingBudget {
  let limits: ReadingLimits
  private(set) var inflated = 0

  init(_ limits: ReadingLimits) { self.limits = limits }

  /// Refuses a part whose own figures are beyond the limits, before it is inflated.
  func check(_ entry: ZipEntry) throws(SpreadsheetError) {
    let size = Int(clamping: entry.size)
    guard size <= limits.partBytes else {
      throw .overLimit(.partBytes, part: entry.name, figure: size, limit: limits.partBytes)
    }
    let ratio = size / max(1, Int(clamping: entry.packedSize))
    guard size <= limits.ratioBytes || ratio <= limits.compressionRatio else {
      throw .overLimit(
        .compressionRatio, part: entry.name, figure: ratio, limit: limits.compressionRatio)
    }
  }

  mutating func spend(_ bytes: Int) throws(SpreadsheetError) {
    inflated += bytes
    guard inflated <= limits.totalBytes else {
      throw .overLimit(.totalBytes, part: nil, figure: inflated, limit: limits.totalBytes)
    }
  }
}
