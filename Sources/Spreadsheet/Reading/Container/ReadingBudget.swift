/// What reading one file may still use.
struct ReadingBudget {
  let limits: ReadingLimits
  private(set) var inflated = 0
  private var packed = 0
  /// What texts that were kept take, as ``ReadingLimits/allTextBytes`` counts it.
  var textBytes = 0

  init(_ limits: ReadingLimits) { self.limits = limits }

  /// Refuses a part whose own figures are beyond the limits, before it is inflated.
  mutating func begin(_ entry: ZipEntry) throws(SpreadsheetError) {
    let size = Int(clamping: entry.size)
    guard size <= limits.partBytes else {
      throw .overLimit(.partBytes, part: entry.name, figure: size, limit: limits.partBytes)
    }
    let ratio = size / max(1, Int(clamping: entry.packedSize))
    guard size <= limits.ratioBytes || ratio <= limits.compressionRatio else {
      throw .overLimit(
        .compressionRatio, part: entry.name, figure: ratio, limit: limits.compressionRatio)
    }
    packed += Int(clamping: entry.packedSize)
  }

  mutating func spend(_ bytes: Int) throws(SpreadsheetError) {
    inflated += bytes
    guard inflated <= limits.totalBytes else {
      throw .overLimit(.totalBytes, part: nil, figure: inflated, limit: limits.totalBytes)
    }
    // Many parts, each below the size from which its ratio counts, are as heavy as one.
    guard inflated > limits.ratioBytes else { return }
    let ratio = inflated / max(1, packed)
    guard ratio <= limits.compressionRatio else {
      throw .overLimit(
        .compressionRatio, part: nil, figure: ratio, limit: limits.compressionRatio)
    }
  }
}
