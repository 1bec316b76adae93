import Analysis
import Evidence
import Foundation
import Reports
import Spreadsheet
import StudyModel

/// Reads every file, writes what each school gets back, and keeps what each study gives.
///
/// One bad file never stops the rest. A rerun over the same files writes the same bytes.
struct AnalyseReturns {
  let settings: ReadingSettings
  let output: OutputFolder
  /// Whom schools may ask.
  let contact: String?
  /// The day of the reports, in words; empty for none.
  let date: String

  func run(_ paths: [FilePath], isQuiet: Bool) async -> [ProcessedReturn] {
    let names = outputNames(for: paths.map(\.printable))
    return await forEachFile(paths, isQuiet: isQuiet) { index, path in
      let files = readReturns(at: path, settings)
      return files.enumerated().map { number, file in
        let inner = URL(filePath: file.path).deletingPathExtension().lastPathComponent
        let name =
          files.count == 1 ? names[index] : "\(names[index])-\(number + 1)-\(inner)"
        return finish(file, name: name)
      }
    }.flatMap { $0 }
  }

  /// Writes what the school gets; a file whose outputs cannot be written is stopped.
  private func finish(_ file: ProcessedReturn, name: String) -> ProcessedReturn {
    var file = file
    do {
      try write(&file, name: name)
    } catch {
      file.status = .stopped
      file.reason = "\(error)"
    }
    file.bytes = []
    return file
  }

  private func write(_ file: inout ProcessedReturn, name: String) throws {
    switch file.status {
    case .ready:
      guard let analysis = file.analysis, let entry = file.entry else { return }
      let stamp = ReportStamp(of: file, entry: entry, date: date, contact: contact)
      file.outputs.report = try output.write(
        schoolReport(
          analysis, findings: file.findings, repairs: file.repairs, stamp: stamp),
        to: "reports/\(name).html")
      try writeResults(&file, analysis: analysis, stamp: stamp, name: name)
    case .fix:
      file.outputs.reply = try output.write(
        ReplyDraft.text(for: file, contact: contact), to: "replies/\(name).eml")
    case .stopped:
      try output.write(
        file.bytes, to: "quarantine/\(name).\(URL(filePath: file.path).pathExtension)")
      try output.write(
        (file.reason ?? "") + "\n", to: "quarantine/\(name).reason.txt")
    case .skipped: break
    }
  }

  /// Grafts the Results sheet into the school's own file.
  ///
  /// Where that file may not be edited, a note says why, and the report stands alone.
  private func writeResults(
    _ file: inout ProcessedReturn, analysis: StudyAnalysis, stamp: ReportStamp, name: String
  ) throws {
    let content = resultsSheet(
      analysis, findings: file.findings, repairs: file.repairs, stamp: stamp)
    do {
      let plan = sheetPlan(
        name: "Results", rows: content.rows, columnWidths: ResultsSheetContent.columnWidths,
        stamp: .results)
      let results = try graft(plan, into: file.bytes, stamp: .results, opening: .asBefore)
      file.outputs.results = try output.write(results.bytes, to: "results/\(name).xlsx")
    } catch let error as GraftError {
      file.findings.append(
        Finding(
          code: "W190", severity: .note, address: nil,
          message: "The Results sheet could not be added to this file: \(error.message)",
          help: "Nothing needs doing; the results are in the report."))
    }
  }

  /// A name for the outputs of each file: its own, and a number where two are the same.
  private func outputNames(for paths: [String]) -> [String] {
    var taken: Set<String> = []
    return paths.map { path in
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      var candidate = name
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(name)-\(number)"
        number += 1
      }
      return candidate
    }
  }
}
