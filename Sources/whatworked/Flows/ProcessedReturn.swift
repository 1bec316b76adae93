import Analysis
import Evidence
import Spreadsheet
import StudyModel

/// What became of one file that came back.
struct ProcessedReturn: Sendable {
  /// As given; a workbook in a mail or a zip follows it after a slash.
  var path: String
  var status: Status
  /// Why, for a file that was stopped or skipped.
  var reason: String?
  var identity: StudyIdentity?
  var findings: [Finding] = []
  var repairs: [Repair] = []
  var analysis: StudyAnalysis?
  var entry: EvidenceEntry?
  /// The file itself, and the rows of its pupils, until its results are written; nil where there is
  /// no file that could be copied.
  var bytes: [UInt8]?
  var pupils: [PupilRow] = []
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
    /// The school's own workbook with the results, or with the list of what to put right.
    var results: String?
    var report: String?
    var reply: String?
    /// What was taken out of the workbook because it tells of a person or a computer.
    var removed: [RemovedMetadata] = []
  }

  /// Lets go of what only the writing of results needs.
  mutating func forgetContents() {
    bytes = nil
    pupils = []
  }
}

extension ProcessedReturn {
  /// A file from which no workbook could be read.
  ///
  /// What is no workbook at all is skipped; a workbook that cannot be read is stopped.
  init(refused path: String, because error: SpreadsheetError, bytes: [UInt8]?) {
    self.init(
      path: path, status: error.isNoWorkbookAtAll ? .skipped : .stopped, reason: error.message,
      findings: [
        Finding(
          code: error.code, severity: .error, address: nil, message: error.message,
          help: error.help)
      ], bytes: bytes)
  }
}
