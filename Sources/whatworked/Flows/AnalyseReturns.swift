import Analysis
import Evidence
import Foundation
import Reports
import Spreadsheet
import StudyModel
import Workbooks

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
  /// Whether the copies of the workbooks go back without names, paths and printers.
  let metadata: MetadataPolicy

  func run(_ paths: [FilePath], isQuiet: Bool) async -> [ProcessedReturn] {
    let names = outputNames(for: paths.map(\.printable))
    return await forEachReturn(at: paths, settings, isQuiet: isQuiet) { place, file in
      let inner = URL(filePath: file.path).deletingPathExtension().lastPathComponent
      let name = names[place.path]
      return finish(file, name: place.count == 1 ? name : "\(name)-\(place.number + 1)-\(inner)")
    }
  }

  /// Writes what the school gets; a file whose outputs cannot be written is stopped.
  func finish(_ file: ProcessedReturn, name: String) -> ProcessedReturn {
    var file = file
    do {
      try write(&file, name: name)
    } catch {
      file.status = .stopped
      file.reason = "\(error)"
    }
    file.forgetContents()
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
      // A table of pupils is no workbook that a sheet could be added to.
      guard file.bytes != nil else { return }
      try writeCopy(of: &file, with: resultsSheet(of: file, analysis, stamp), name: name)
    case .fix:
      file.outputs.reply = try output.write(
        ReplyDraft.text(for: file, contact: contact), to: "replies/\(name).eml")
      try writeCopy(of: &file, with: toPutRightSheet(of: file), name: name)
    case .stopped:
      try setAside(file, name: name)
    case .skipped: break
    }
  }

  /// Keeps a file that could not be processed, and why; but names that should not have been sent
  /// are not spread further.
  private func setAside(_ file: ProcessedReturn, name: String) throws {
    let reason = file.reason ?? ""
    guard !file.findings.contains(where: { $0.code == ReturnedWorkbookError.pupilKey.code }) else {
      try output.write(
        "\(reason).\nNo copy of it is kept here, so that the names are in one place less. Delete the "
          + "file itself, and the email it came in.\n", to: "quarantine/\(name).reason.txt")
      return
    }
    if let bytes = file.bytes {
      let suffix = URL(filePath: file.path).pathExtension
      try output.write(bytes, to: "quarantine/\(name)" + (suffix.isEmpty ? "" : ".\(suffix)"))
    }
    try output.write(reason + "\n", to: "quarantine/\(name).reason.txt")
  }

  private func resultsSheet(
    of file: ProcessedReturn, _ analysis: StudyAnalysis, _ stamp: ReportStamp
  ) -> ReturnedSheet {
    ReturnedSheet(
      stamp: .results, stripsMetadata: metadata == .strip,
      columnWidths: ResultsSheetContent.columnWidths
    ) { home in
      Reports.resultsSheet(
        analysis, in: home, pupils: file.pupils, findings: file.findings, repairs: file.repairs,
        stamp: stamp
      ).rows
    }
  }

  private func toPutRightSheet(of file: ProcessedReturn) -> ReturnedSheet {
    let asked = file.findings.filter { $0.severity != .note }
    let stamp = ReportStamp(
      toolVersion: Tool.version, workbook: file.identity?.workbook, dataHash: "", date: date,
      contact: contact)
    return ReturnedSheet(
      stamp: .toPutRight, highlighted: asked.compactMap(\.address),
      stripsMetadata: metadata == .strip, columnWidths: ToPutRightContent.columnWidths
    ) { home in
      toPutRight(file.findings, school: file.identity?.school ?? "", in: home, stamp: stamp).rows
    }
  }

  /// Writes the workbook that goes back to the school; a note says where it could not be its own.
  private func writeCopy(
    of file: inout ProcessedReturn, with sheet: ReturnedSheet, name: String
  ) throws {
    guard let bytes = file.bytes else { return }
    let copy = try sheet.copy(of: bytes)
    file.outputs.removed = copy.removed
    file.outputs.results = try output.write(
      copy.contents, to: "results/\(name).\(copy.fileExtension)")
    guard let reason = copy.reason else { return }
    file.findings.append(
      Finding(
        code: "W196", severity: .note, address: nil,
        message: "The sheet \(sheet.stamp.sheetName) could not be added to this file: \(reason)",
        help: "Nothing needs doing; the sheet is in a workbook of its own."))
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
