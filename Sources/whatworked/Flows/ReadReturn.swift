import Analysis
import Cells
import Crypto
import Evidence
import Foundation
import Spreadsheet
import StudyModel
import Validation
import Workbooks

/// What became of one file that came in.
struct ReturnedFile: Sendable {
  var path: String
  var status: Status
  /// Why, for a file that was stopped or skipped.
  var reason: String?
  var identity: StudyIdentity?
  var findings: [Finding] = []
  var repairs: [Repair] = []
  var analysis: StudyAnalysis?
  var entry: EvidenceEntry?
  /// Where its results, its report and the reply to the school were written.
  var outputs = Outputs()

  /// What happens next with a file.
  enum Status: String, Sendable {
    /// Analysed.
    case ready
    /// The school must put something right.
    case fix
    /// Could not be processed.
    case stopped
    /// Not a workbook.
    case skipped
  }

  /// Paths of what was written for a file.
  struct Outputs: Sendable {
    var results: String?
    var report: String?
    var reply: String?
  }
}

/// From the bytes of a returned file to its analysis, or to what is wrong with it.
///
/// A pure function: the same bytes and programmes give the same answer.
func readReturn(
  _ bytes: [UInt8], path: String, programmes: [String: Programme], settings: AnalysisSettings
) -> ReturnedFile {
  do {
    let workbook = try readWorkbook(bytes, limits: .standard)
    let record = try readReturnedWorkbook(
      workbook, programmes: { programmes[$0] }, fileName: URL(filePath: path).lastPathComponent)
    return judge(record, path: path, settings: settings)
  } catch let error as SpreadsheetError {
    return refused(path, code: error.code, message: error.message, help: error.help)
  } catch let error as ReturnedWorkbookError {
    return refused(path, code: error.code, message: error.message, help: error.help)
  } catch {
    return refused(path, code: "W100", message: "\(error)", help: "Ask for the file again.")
  }
}

private func judge(
  _ record: StudyRecord, path: String, settings: AnalysisSettings
) -> ReturnedFile {
  let outcome = validate(record)
  var file = ReturnedFile(
    path: path, status: .fix, identity: record.identity, findings: outcome.findings,
    repairs: outcome.repairs)
  if outcome.findings.contains(where: { $0.severity == .error && $0.code.hasPrefix("W6") }) {
    file.status = .stopped
    file.reason = "It holds what looks like a pupil's name or other personal details."
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

private func refused(
  _ path: String, code: String, message: String, help: String
) -> ReturnedFile {
  ReturnedFile(
    path: path, status: .stopped, reason: message,
    findings: [
      Finding(code: code, severity: .error, address: nil, message: message, help: help)
    ])
}
