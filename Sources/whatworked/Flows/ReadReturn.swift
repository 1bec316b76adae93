import Analysis
import Cells
import Crypto
import Evidence
import Foundation
import Spreadsheet
import StudyModel
import Validation
import Workbooks

/// What every reading of returned files is told.
struct ReadingSettings: Sendable {
  /// By id.
  var programmes: [String: Programme]
  /// In which a workbook can be.
  var languages: [WorkbookTexts]
  /// Tried on workbooks that are locked.
  var passwords: [String] = []
  var analysis = AnalysisSettings()
  var limits = ReadingLimits.standard
}

/// Reads one file that came back, and every workbook in it where it is a mail or a zip.
func readReturns(at path: String, _ settings: ReadingSettings) -> [ProcessedReturn] {
  let bytes: [UInt8]
  do throws(SpreadsheetError) {
    bytes = try readFile(at: FilePath(path), limits: settings.limits)
  } catch {
    return [ProcessedReturn(refused: path, because: error, bytes: [])]
  }
  return readReturn(
    named: path, bytes, passwords: settings.passwords, limits: settings.limits
  ).map { file in
    let place = file.path.joined(separator: "/")
    switch file.outcome {
    case .workbook(let cells, let bytes): return process(cells, bytes, place, settings)
    case .refused(let error): return ProcessedReturn(refused: place, because: error, bytes: bytes)
    case .passedOver:
      return ProcessedReturn(path: place, status: .skipped, reason: file.kind.message)
    }
  }
}

/// From the cells of a returned workbook to its analysis, or to what is wrong with it.
///
/// A pure function: the same cells and settings give the same answer.
private func process(
  _ cells: WorkbookCells, _ bytes: [UInt8], _ path: String, _ settings: ReadingSettings
) -> ProcessedReturn {
  do throws(ReturnedWorkbookError) {
    let record = try readReturnedWorkbook(
      cells, programmes: { settings.programmes[$0] }, languages: settings.languages,
      fileName: URL(filePath: path).lastPathComponent)
    return judge(record, bytes, path, settings.analysis)
  } catch {
    return ProcessedReturn(
      path: path, status: .stopped, reason: error.message,
      findings: [
        Finding(
          code: error.code, severity: .error, address: nil, message: error.message,
          help: error.help)
      ], bytes: bytes)
  }
}

private func judge(
  _ record: StudyRecord, _ bytes: [UInt8], _ path: String, _ settings: AnalysisSettings
) -> ProcessedReturn {
  let outcome = validate(record)
  var file = ProcessedReturn(
    path: path, status: .fix, identity: record.identity, findings: outcome.findings,
    repairs: outcome.repairs, bytes: bytes)
  if outcome.findings.contains(where: { $0.severity == .error && $0.code.hasPrefix("W6") }) {
    file.status = .stopped
    file.reason = "it holds what looks like a pupil's personal details"
    return file
  }
  guard let data = outcome.data else { return file }
  let analysis = analyse(data, settings: settings)
  file.status = .ready
  file.analysis = analysis
  file.entry = EvidenceEntry(
    of: analysis, data: data, dataHash: hash(of: data), toolVersion: Tool.version)
  return file
}

/// SHA-256 of the checked data, in hexadecimal: the same however the workbook was saved.
private func hash(of data: StudyData) -> String {
  SHA256.hash(data: canonicalData(data)).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}
