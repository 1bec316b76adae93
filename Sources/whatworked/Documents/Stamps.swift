import Evidence
import Reports
import StudyModel

extension ReportStamp {
  /// Where the report of one study came from.
  init(of file: ProcessedReturn, entry: EvidenceEntry, date: String, contact: String?) {
    self.init(
      toolVersion: Tool.version, workbook: file.identity?.workbook, dataHash: entry.dataHash,
      date: date, contact: contact)
  }
}
