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

/// Reads a file that was opened, and analyses it or says what is wrong with it.
func process(_ opened: OpenedReturn, _ settings: ReadingSettings) -> ProcessedReturn {
  let file = opened.read(passwords: settings.passwords, limits: settings.limits)
  let place = file.path.joined(separator: "/")
  switch file.outcome {
  case .workbook(let cells, let bytes): return process(cells, bytes, place, settings)
  case .refused(let error, let bytes):
    return ProcessedReturn(refused: place, because: error, bytes: bytes)
  case .passedOver:
    return ProcessedReturn(
      path: place, status: .skipped, reason: file.kind.message,
      findings: [
        Finding(
          code: file.kind.code, severity: .note, address: nil, message: file.kind.message,
          help: file.kind.help)
      ])
  }
}

/// From the cells of a returned workbook to its analysis, or to what is wrong with it.
///
/// A pure function: the same cells and settings give the same answer.
private func process(
  _ cells: WorkbookCells, _ bytes: [UInt8], _ path: String, _ settings: ReadingSettings
) -> ProcessedReturn {
  let notes = cells.notes.map(Finding.init)
  do throws(ReturnedWorkbookError) {
    let record = try readReturnedWorkbook(
      cells, programmes: { settings.programmes[$0] }, languages: settings.languages,
      fileName: URL(filePath: path).lastPathComponent)
    var file = judge(record, bytes, path, settings.analysis)
    file.findings += notes
    return file
  } catch {
    return ProcessedReturn(
      path: path, status: .stopped, reason: error.message,
      findings: [
        Finding(
          code: error.code, severity: .error, address: nil, message: error.message,
          help: error.help)
      ] + notes, bytes: bytes)
  }
}

extension Finding {
  /// Something odd in a file that could be read all the same.
  fileprivate init(_ note: ReadingNote) {
    self.init(
      code: note.code, severity: .note, address: note.address, message: note.message,
      help: note.help)
  }
}

/// Checks what a record says, and analyses it where nothing is to be put right.
func judge(
  _ record: StudyRecord, _ bytes: [UInt8]?, _ path: String, _ settings: AnalysisSettings
) -> ProcessedReturn {
  let outcome = validate(record)
  var file = ProcessedReturn(
    path: path, status: .fix, identity: record.identity, findings: outcome.findings,
    repairs: outcome.repairs, bytes: bytes, pupils: record.pupils)
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
  file.entry?.allocation = auditAllocation(record, data)
  return file
}

/// SHA-256 of the checked data, in hexadecimal: the same however the workbook was saved.
private func hash(of data: StudyData) -> String {
  SHA256.hash(data: canonicalData(data)).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}
