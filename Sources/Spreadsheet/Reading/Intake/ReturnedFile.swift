package import Cells

/// One file that came back, with what became of it.
package struct ReturnedFile: Sendable {
  /// The names from the outermost file to this one: a mail, a zip in it, a workbook in that.
  package var path: [String]
  package var kind: FileKind
  package var outcome: Outcome

  package enum Outcome: Sendable {
    /// The cells, and the bytes that they were read from.
    case workbook(WorkbookCells, bytes: [UInt8])
    /// Nil where the bytes are not of use: they could not be had, or never were a workbook.
    case refused(SpreadsheetError, bytes: [UInt8]?)
    /// Not meant as a return: the lock of an open file, a logo in a mail.
    case passedOver
  }

  /// The rule code of what became of the file; nil for a workbook that was read.
  package var code: String? {
    switch outcome {
    case .workbook: nil
    case .refused(let error, _): error.code
    case .passedOver: kind.code
    }
  }
}

/// Reads whatever a school sent, opening mails, mailboxes, Outlook's messages and zips on the way.
///
/// Each file within is one result; one that cannot be read does not stop the others.
package func readReturn(
  named name: String, _ bytes: [UInt8], passwords: [String] = [],
  limits: ReadingLimits = .standard
) -> [ReturnedFile] {
  openReturn(named: name, bytes, limits: limits).map { file in
    file.read(passwords: passwords, limits: limits)
  }
}
