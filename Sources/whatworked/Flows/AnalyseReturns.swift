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
  let programmes: [String: Programme]
  let settings: AnalysisSettings
  let output: OutputFolder
  /// Whom schools may ask.
  let contact: String?
  /// The day of the reports, in words; empty for none.
  let date: String

  func run(_ paths: [String], isQuiet: Bool) async -> [ReturnedFile] {
    let names = outputNames(for: paths)
    return await forEachFile(paths, isQuiet: isQuiet) { index, path in
      process(path, name: names[index])
    }
  }

  private func process(_ path: String, name: String) -> ReturnedFile {
    let bytes: [UInt8]
    do { bytes = try readFile(path) } catch { return error.file }
    var file = readReturn(bytes, path: path, programmes: programmes, settings: settings)
    do {
      try write(&file, bytes: bytes, name: name)
    } catch {
      file.status = .stopped
      file.reason = "\(error)"
    }
    return file
  }

  private func write(_ file: inout ReturnedFile, bytes: [UInt8], name: String) throws {
    switch file.status {
    case .ready:
      guard let analysis = file.analysis, let entry = file.entry else { return }
      let stamp = ReportStamp(of: file, entry: entry, date: date, contact: contact)
      file.outputs.report = try output.write(
        schoolReport(
          analysis, findings: file.findings, repairs: file.repairs, stamp: stamp),
        to: "reports/\(name).html")
      try writeResults(&file, analysis: analysis, stamp: stamp, bytes: bytes, name: name)
    case .fix:
      file.outputs.reply = try output.write(
        ReplyDraft.text(for: file, contact: contact), to: "replies/\(name).eml")
    case .stopped:
      try output.write(bytes, to: "quarantine/\(URL(filePath: file.path).lastPathComponent)")
      try output.write(
        (file.reason ?? "") + "\n", to: "quarantine/\(name).reason.txt")
    case .skipped: break
    }
  }

  /// Grafts the Results sheet into the school's own file.
  ///
  /// Where that file may not be edited, a note says why, and the report stands alone.
  private func writeResults(
    _ file: inout ReturnedFile, analysis: StudyAnalysis, stamp: ReportStamp, bytes: [UInt8],
    name: String
  ) throws {
    let content = resultsSheet(
      analysis, findings: file.findings, repairs: file.repairs, stamp: stamp)
    do {
      let plan = sheetPlan(
        name: "Results", rows: content.rows, columnWidths: ResultsSheetContent.columnWidths,
        stamp: .results)
      let results = try graft(plan, into: bytes, stamp: .results, opening: .asBefore)
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

/// A file that could not even be read from disk, as the result that says so.
struct UnreadableFile: Error {
  let file: ReturnedFile
}

/// The bytes of a file.
func readFile(_ path: String) throws(UnreadableFile) -> [UInt8] {
  do {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes[.size] as? Int) ?? 0
    guard
      attributes[.type] as? FileAttributeType == .typeRegular
        || attributes[.type] as? FileAttributeType == .typeSymbolicLink
    else { throw UsageFailure(message: "It is not an ordinary file.") }
    guard size <= 100_000_000 else { throw UsageFailure(message: "It is larger than 100 MB.") }
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  } catch {
    let reason = (error as? UsageFailure)?.message ?? "It could not be read."
    throw UnreadableFile(file: ReturnedFile(path: path, status: .stopped, reason: reason))
  }
}
