import Analysis
import StudyModel

/// How a batch went, for people: one line a file, then what is to be put right.
enum BatchPrinter {
  /// The lines, the one that sums up last.
  static func lines(_ files: [ProcessedReturn], next: String? = nil) -> [String] {
    let width = min(48, files.map { $0.path.count }.max() ?? 0)
    var lines = files.map { line($0, width: width) }
    for file in files where file.status != .skipped && file.status != .stopped {
      lines += file.findings.filter { $0.severity != .note }.map {
        FindingPrinter.text($0, file: file.path)
      }
    }
    lines += stops(files)
    for file in files where !file.outputs.removed.isEmpty {
      let words = file.outputs.removed.map(\.words).joined(separator: ", ")
      lines.append("\(file.path): taken out of the copy: \(words)")
    }
    return lines + RepeatedReturns(files).words + [total(files, next: next)]
  }

  /// Why files could not be processed: a folder may hold a thousand of one kind, and what to do
  /// about them is to be read once.
  private static func stops(_ files: [ProcessedReturn]) -> [String] {
    var kinds: [Finding: [String]] = [:]
    var order: [Finding] = []
    for file in files where file.status == .stopped {
      for finding in file.findings where finding.severity != .note {
        if kinds[finding] == nil { order.append(finding) }
        kinds[finding, default: []].append(file.path)
      }
    }
    return order.map { finding in
      let paths = kinds[finding] ?? []
      guard paths.count > shownFiles else {
        return FindingPrinter.text(finding, file: paths.joined(separator: ", "))
      }
      let more =
        "\(paths.prefix(shownFiles).joined(separator: ", ")) and "
        + "\(paths.count - shownFiles) more"
      return FindingPrinter.text(finding, file: more)
    }
  }

  private static let shownFiles = 3

  private static func line(_ file: ProcessedReturn, width: Int) -> String {
    let padding = String(repeating: " ", count: max(0, width - file.path.count))
    return "\(file.path)\(padding)  \(file.status.rawValue.uppercased().padded(to: 8))"
      + "\(detail(file))"
  }

  private static func detail(_ file: ProcessedReturn) -> String {
    switch file.status {
    case .ready: return (file.analysis?.outcomes ?? []).map(pupils).joined(separator: ", ")
    case .fix:
      let errors = file.findings.filter { $0.severity == .error }.count
      let reply = file.outputs.reply.map { "; reply drafted: \($0)" } ?? ""
      return "\(errors) \(errors == 1 ? "thing" : "things") to put right\(reply)"
    case .stopped, .skipped: return file.reason ?? ""
    }
  }

  /// `12 + 11 pupils`, those who took part first; `12 + 11 tutors` where both roles are measured.
  private static func pupils(_ outcome: OutcomeAnalysis) -> String {
    let flow = outcome.flow.analysed
    let kind = outcome.role.map { "\($0.rawValue)s" } ?? "pupils"
    let compared = flow[.comparison] ?? 0
    return "\(flow[.intervention] ?? 0)" + (compared > 0 ? " + \(compared)" : "") + " \(kind)"
  }

  private static func total(_ files: [ProcessedReturn], next: String?) -> String {
    func count(_ status: ProcessedReturn.Status) -> Int {
      files.filter { $0.status == status }.count
    }
    var parts = ["\(count(.ready)) ready", "\(count(.fix)) to put right"]
    if count(.stopped) > 0 { parts.append("\(count(.stopped)) not processed") }
    if count(.skipped) > 0 { parts.append("\(count(.skipped)) skipped") }
    let end = next.map { "  \($0)" } ?? ""
    return "\(files.count) \(files.count == 1 ? "file" : "files"): "
      + parts.joined(separator: ", ") + ".\(end)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
