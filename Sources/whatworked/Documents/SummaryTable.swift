import Analysis
import Statistics
import StudyModel

/// `summary.csv`: one row for each file that came in.
enum SummaryTable {
  static func text(_ files: [ProcessedReturn]) -> String {
    let header = [
      "file", "status", "study", "workbook", "reason", "errors", "queries", "notes", "repairs",
      "outcome", "role", "n_intervention", "n_comparison", "g", "se", "ci_low", "ci_high",
      "certainty", "report", "results",
    ]
    let rows = files.flatMap { file -> [[String]] in
      let start = about(file)
      let end = [file.outputs.report ?? "", file.outputs.results ?? ""]
      guard let analysis = file.analysis else {
        return [start + Array(repeating: "", count: 9) + end]
      }
      return analysis.outcomes.map { outcome in
        start + [
          outcome.outcome.id, outcome.role?.rawValue ?? "",
          String(outcome.flow.analysed[.intervention] ?? 0),
          String(outcome.flow.analysed[.comparison] ?? 0), text(outcome.effect?.g),
          text(outcome.effect?.standardError), text(outcome.effect?.interval.low),
          text(outcome.effect?.interval.high), outcome.certainty.level.rawValue,
        ] + end
      }
    }
    return CommaSeparated.text([header] + rows)
  }

  private static func about(_ file: ProcessedReturn) -> [String] {
    func count(_ severity: Severity) -> String {
      String(file.findings.filter { $0.severity == severity }.count)
    }
    return [
      file.path, file.status.rawValue, file.identity?.study ?? "", file.identity?.workbook ?? "",
      file.reason ?? "", count(.error), count(.query), count(.note), String(file.repairs.count),
    ]
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
}

/// Comma-separated values that a spreadsheet program can open without harm.
enum CommaSeparated {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// Quoted where needed; a text that a spreadsheet would take for a formula gets a `'` in front.
  private static func field(_ text: String) -> String {
    let isNumber = Double(text) != nil
    let looksLikeFormula = !isNumber && text.first.map { "=+-@\t\r\n＝".contains($0) } ?? false
    let safe = looksLikeFormula ? "'" + text : text
    let needsQuotes = safe.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
