import Analysis
import StudyModel

/// How a batch went, for a terminal: one line a file, then what is to be put right.
enum BatchPrinter {
  static func write(_ files: [ProcessedReturn], next: String?) {
    let width = min(48, files.map { $0.path.count }.max() ?? 0)
    for file in files { Console.write(line(file, width: width)) }
    for file in files where file.status != .skipped {
      for finding in file.findings where finding.severity != .note {
        Console.write(FindingPrinter.text(finding, file: file.path))
      }
    }
    for file in files where !file.outputs.removed.isEmpty {
      let words = file.outputs.removed.map(\.words).joined(separator: ", ")
      Console.write("\(file.path): taken out of the copy: \(words)")
    }
    Console.write(total(files, next: next))
  }

  private static func line(_ file: ProcessedReturn, width: Int) -> String {
    let padding = String(repeating: " ", count: max(0, width - file.path.count))
    return "\(file.path)\(padding)  \(file.status.rawValue.uppercased().padded(to: 8))"
      + "\(detail(file))"
  }

  private static func detail(_ file: ProcessedReturn) -> String {
    switch file.status {
    case .ready:
      let parts = file.analysis?.outcomes.map { outcome in
        "\(outcome.flow.analysed[.intervention] ?? 0) + "
          + "\(outcome.flow.analysed[.comparison] ?? 0) pupils"
      }
      return (parts ?? []).joined(separator: ", ")
    case .fix:
      let errors = file.findings.filter { $0.severity == .error }.count
      let reply = file.outputs.reply.map { "; reply drafted: \($0)" } ?? ""
      return "\(errors) \(errors == 1 ? "thing" : "things") to put right\(reply)"
    case .stopped, .skipped: return file.reason ?? ""
    }
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
