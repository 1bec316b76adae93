import Cells
import Foundation

/// A table that someone hands over as text.
///
/// - Throws: `UsageFailure` where there is no such file, or its letters cannot be told.
func readTable(at path: String) throws -> DelimitedText {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw UsageFailure(message: "there is no file \(path)")
  }
  return try readTable(in: [UInt8](data), path)
}

/// The same of bytes that were read; the name is the file's.
func readTable(in bytes: [UInt8], _ name: String) throws -> DelimitedText {
  guard let table = DelimitedText(bytes: bytes) else {
    throw UsageFailure(
      message: "\(name) is not UTF-8 text; in a spreadsheet program save it as CSV UTF-8")
  }
  return table
}
