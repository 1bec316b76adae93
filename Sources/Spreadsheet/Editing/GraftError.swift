/// Why a sheet cannot be put into a package, or a package not be edited at all.
package enum GraftError: Error, Hashable, Sendable {
  /// What is wrong with the file itself: nobody can read it.
  case unreadable(SpreadsheetError)
  /// A part that must be there is not, or a relationship leads nowhere.
  case missingPart(String)
  /// A part that is not well-formed XML, or has a document type, or uses an unknown encoding.
  case malformedPart(String, line: Int)
  /// A part that does not say what its kind must say.
  case unexpectedContent(part: String, String)
  /// Not an editable .xlsx or .xlsm: its content type says what it is.
  case notAWorkbook(contentType: String)
  /// Digitally signed: any change would break the signature.
  case signed
  /// Shared, with tracked changes that a new sheet would not fit.
  case shared
  /// Too many sheets, styles or bytes for a workbook.
  case full(String)
  /// The sheet does not carry the text of its stamp, so it could never be found again.
  case stampMissing(String)
  /// The sheet itself cannot be written.
  case sheet(WritingError)
}
