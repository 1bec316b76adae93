/// Why a file cannot be read as a workbook: exact enough to tell the school what to send instead.
package enum SpreadsheetError: Error, Hashable, Sendable {
  /// The file is something else.
  case notAWorkbook(FileKind)
  /// More than a limit allows; `figure` is what was found when reading stopped.
  case overLimit(ReadingLimit, part: String?, figure: Int, limit: Int)

  // The container.
  case truncated
  case damagedDirectory(reason: String)
  case duplicateEntry(name: String)
  case overlappingEntries(one: String, other: String)
  case headerMismatch(part: String)
  case badEntryName(name: String)
  case prefixData(bytes: Int)
  case ambiguousEnd
  case unsupportedCompression(part: String, method: Int)
  case encryptedEntry(part: String)
  case sizeMismatch(part: String, declared: UInt64, found: UInt64)
  case badCompression(part: String)
  case badChecksum(part: String)

  // The XML of a part.
  case malformed(part: String, line: Int, reason: String)
  case doctype(part: String, line: Int)
  case unsupportedEncoding(part: String)

  // The package.
  case missingContentTypes
  case missingPart(name: String, referredFrom: String)
  case wrongPartType(part: String, expected: String)
  case externalSheet(name: String)
  case noSheets
  case badCellReference(part: String, line: Int, text: String)
  case badRowNumber(part: String, line: Int, text: String)

  // Encryption.
  case passwordNeeded
  case wrongPassword
  case unsupportedEncryption(scheme: String)
  case tamperedEncryption
  case brokenCompoundFile(reason: String)
}

extension SpreadsheetError {
  /// The code of the rule that this breaks.
  package var code: String {
    switch self {
    case .notAWorkbook(let kind): kind.code
    case .overLimit(let limit, _, _, _): limit.code
    case .truncated: "W103"
    case .badCompression, .badChecksum, .damagedDirectory: "W104"
    case .passwordNeeded: "W125"
    case .wrongPassword: "W126"
    case .unsupportedEncryption: "W127"
    case .encryptedEntry: "W129"
    case .brokenCompoundFile: "W131"
    case .tamperedEncryption: "W133"
    case .duplicateEntry: "W140"
    case .overlappingEntries: "W141"
    case .headerMismatch: "W142"
    case .badEntryName: "W143"
    case .prefixData: "W144"
    case .ambiguousEnd: "W145"
    case .unsupportedCompression: "W146"
    case .sizeMismatch: "W147"
    case .malformed: "W165"
    case .doctype: "W166"
    case .unsupportedEncoding: "W167"
    case .missingContentTypes: "W170"
    case .missingPart: "W171"
    case .wrongPartType: "W172"
    case .externalSheet: "W173"
    case .noSheets: "W174"
    case .badCellReference: "W175"
    case .badRowNumber: "W176"
    }
  }
}
