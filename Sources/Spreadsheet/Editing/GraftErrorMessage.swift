extension GraftError {
  /// Why the file is left as it is, as a clause that can follow a colon.
  package var message: String {
    switch self {
    case .unreadable(let error): error.message
    case .missingPart(let part):
      "its part \(part) is not there"
    case .malformedPart(let part, let line):
      "its part \(part) cannot be read (line \(line))"
    case .unexpectedContent(let part, let what):
      "its part \(part) is not as expected: \(what)"
    case .notAWorkbook(_):
      "it is not an ordinary Excel workbook (.xlsx or .xlsm)"
    case .signed:
      "it is digitally signed, and any change would break the signature"
    case .shared:
      "it is shared with tracked changes, which a new sheet would not fit"
    case .full(let what):
      "it has no room for another sheet: \(what)"
    case .stampMissing(_), .sheet(_):
      "the sheet itself could not be written"
    }
  }
}
