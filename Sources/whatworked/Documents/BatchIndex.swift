import Analysis
import Foundation
import Reports
import StudyModel

/// The page that links every report of a batch.
enum BatchIndex {
  static func page(_ files: [ProcessedReturn], date: String) -> String {
    indexPage(
      IndexContent(title: "Workbooks that came back", shared: [], rows: files.map(row)),
      stamp: ReportStamp(toolVersion: Tool.version, dataHash: "", date: date))
  }

  private static func row(_ file: ProcessedReturn) -> IndexContent.Row {
    IndexContent.Row(
      file: URL(filePath: file.path).lastPathComponent, school: file.identity?.school,
      status: status(file.status), summary: summary(of: file), links: links(of: file))
  }

  private static func status(_ status: ProcessedReturn.Status) -> IndexContent.Status {
    switch status {
    case .ready: .ready
    case .fix: .fix
    case .stopped: .stopped
    case .skipped: .skipped
    }
  }

  private static func summary(of file: ProcessedReturn) -> String {
    if let analysis = file.analysis {
      return analysis.outcomes.map { headline(for: $0, words: analysis.programme.words) }
        .joined(separator: " ")
    }
    if let reason = file.reason { return reason }
    let errors = file.findings.filter { $0.severity == .error }.count
    return "\(errors) \(errors == 1 ? "thing" : "things") to put right."
  }

  /// Relative to the page, which lies at the top of the output folder.
  private static func links(of file: ProcessedReturn) -> [IndexContent.Link] {
    let all = [
      ("Report", "reports", file.outputs.report),
      (file.status == .fix ? "To put right" : "Results", "results", file.outputs.results),
      ("Reply", "replies", file.outputs.reply),
    ]
    return all.compactMap { name, folder, path in
      path.map { path in
        let last = URL(filePath: path).lastPathComponent
        let target = last.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? last
        return IndexContent.Link(name: name, target: "\(folder)/\(target)")
      }
    }
  }
}
