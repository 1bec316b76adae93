extension SpreadsheetError {
  /// What is wrong, with the place and the figure.
  package var message: String {
    switch self {
    case .notAWorkbook(let kind): kind.message
    case .overLimit(let limit, let part, let figure, let most):
      "\(figure) \(limit.words)\(part.map { " (\($0))" } ?? ""): more than \(most)"
    case .truncated: "the file ends before its contents do: part of it is missing"
    case .damagedDirectory(let reason): "the table of contents of the package is damaged: \(reason)"
    case .duplicateEntry(let name): "the package holds ‘\(name)’ twice"
    case .overlappingEntries(let one, let other): "‘\(one)’ and ‘\(other)’ share the same bytes"
    case .headerMismatch(let part): "the two names of ‘\(part)’ in the package differ"
    case .badEntryName(let name): "the package holds an entry that no workbook has: ‘\(name)’"
    case .prefixData(let bytes): "\(bytes) bytes of something else come before the workbook"
    case .ambiguousEnd: "the package has two ends, so that it can be read in two ways"
    case .unsupportedCompression(let part, let method):
      "‘\(part)’ is packed in a way that no workbook uses (method \(method))"
    case .encryptedEntry(let part): "‘\(part)’ is locked with the password of a zip program"
    case .sizeMismatch(let part, let declared, let found):
      "‘\(part)’ says that it has \(declared) bytes and has \(found)"
    case .badCompression(let part): "‘\(part)’ cannot be unpacked: the file is damaged"
    case .badChecksum(let part): "‘\(part)’ fails its checksum: the file is damaged"
    default: contentMessage
    }
  }

  private var contentMessage: String {
    switch self {
    case .malformed(let part, let line, let reason):
      "‘\(part)’ is not well-formed at line \(line): \(reason)"
    case .doctype(let part, let line):
      "‘\(part)’ declares a document type (line \(line)), which no workbook does"
    case .unsupportedEncoding(let part): "‘\(part)’ is written in an unknown character encoding"
    case .missingContentTypes: "the package has no list of its contents: it is not a workbook"
    case .missingPart(let name, let source): "‘\(source)’ names ‘\(name)’, which is not there"
    case .wrongPartType(let part, let expected): "‘\(part)’ is not \(expected)"
    case .externalSheet(let name): "the sheet ‘\(name)’ lies outside the workbook"
    case .noSheets: "the workbook has no sheets"
    case .badCellReference(let part, let line, let text):
      "‘\(text)’ is not a cell (‘\(part)’, line \(line))"
    case .badRowNumber(let part, let line, let text):
      "‘\(text)’ is not a row (‘\(part)’, line \(line))"
    case .passwordNeeded: "the workbook is locked with a password"
    case .wrongPassword: "the password does not open the workbook"
    case .unsupportedEncryption(let scheme): "the workbook is locked in an unknown way: \(scheme)"
    case .tamperedEncryption: "the locked workbook was changed after it was locked"
    case .brokenCompoundFile(let reason): "the file is damaged: \(reason)"
    default: ""
    }
  }

  /// What the school should do.
  package var help: String {
    switch self {
    case .notAWorkbook(let kind): kind.help
    case .overLimit(.passwords, _, _, _):
      "Leave the password of this workbook and few others in the file of passwords."
    case .overLimit:
      "Copy the filled-in cells into a fresh copy of the workbook you were sent, and return that."
    case .truncated, .badCompression, .badChecksum, .damagedDirectory, .brokenCompoundFile:
      "Send the file once more; if it does not open for you either, use your last good copy."
    case .passwordNeeded, .encryptedEntry:
      "Save the workbook without a password and send it again, or tell the trainer the password "
        + "by telephone, who can then read it with --password-file."
    case .wrongPassword: "Ask the school for the password once more; capitals and spaces count."
    case .unsupportedEncryption, .tamperedEncryption:
      "Open the workbook, remove its password, save it as .xlsx and send it again."
    default:
      "Open the workbook in the program you filled it in with, choose Save As, "
        + "Excel workbook (.xlsx), and send the new file."
    }
  }
}
