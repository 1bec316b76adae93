/// Where a report came from: enough to make the same one again.
package struct ReportStamp: Sendable, Hashable {
  package var toolVersion: String
  /// The workbook's id, such as `7F3A-22K9`; nil for a report about several.
  package var workbook: String?
  /// SHA-256 of the data as read, in hexadecimal.
  package var dataHash: String
  /// The day of the report, in words; empty where none is to be printed.
  package var date: String
  /// Whom to ask, such as an address for email; nil where none is known.
  package var contact: String?

  package init(
    toolVersion: String, workbook: String? = nil, dataHash: String, date: String,
    contact: String? = nil
  ) {
    self.toolVersion = toolVersion
    self.workbook = workbook
    self.dataHash = dataHash
    self.date = date
    self.contact = contact
  }
}

extension ReportStamp {
  /// The day as it follows the version, with a space before it; nothing where no day is printed.
  var onDate: String { date.isEmpty ? "" : " on \(date)" }

  /// The hash; nil for a report about several studies.
  var fingerprint: String? { dataHash.isEmpty ? nil : dataHash }
}
