import StudyModel

/// Findings for a terminal, in the manner of a compiler.
enum FindingPrinter {
  /// One finding, with what to do about it.
  static func text(_ finding: Finding, file: String) -> String {
    let place = finding.address.map { ": \($0)" } ?? finding.sheet.map { ": \($0)" } ?? ""
    return """
      \(file)\(place): \(finding.severity.rawValue) \(finding.code): \(finding.message)
        help: \(finding.help)
      """
  }
}
