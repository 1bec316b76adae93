import CLibFuzzer
import Cells
@testable import Spreadsheet

/// Feeds one of the readers with what libFuzzer thinks of: `Fuzz READER` and libFuzzer's arguments.
@main
struct Fuzz {
  static func main() {
    var count = CommandLine.argc - 1
    // libFuzzer takes its own name first: the name of the reader stands in its place.
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      CommandLine.unsafeArgv.advanced(by: 1)
    switch CommandLine.arguments.dropFirst().first {
    case "package": LLVMFuzzerRunDriver(&count, &arguments, packageInput)
    case "sheet": LLVMFuzzerRunDriver(&count, &arguments, sheetInput)
    case "strings": LLVMFuzzerRunDriver(&count, &arguments, stringsInput)
    case "opendocument": LLVMFuzzerRunDriver(&count, &arguments, openDocumentInput)
    case "mail": LLVMFuzzerRunDriver(&count, &arguments, mailInput)
    case "outlook": LLVMFuzzerRunDriver(&count, &arguments, outlookInput)
    case "lock": LLVMFuzzerRunDriver(&count, &arguments, lockInput)
    default: print("usage: Fuzz package|sheet|strings|opendocument|mail|outlook|lock …")
    }
  }
}

private typealias Input = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// Any bytes as a workbook.
private let packageInput: Input = { start, count in
  _ = try? readWorkbook(bytes(start, count), limits: .fuzzing)
  return 0
}

/// Any bytes as the XML of a sheet.
private let sheetInput: Input = { start, count in
  var reader = SheetReader(
    strings: ["one", "two"], formats: [.general], countsDatesFrom1904: false, cellLimit: 100_000,
    expected: count / 32)
  try? XMLParser().read(bytes(start, count), part: "sheet", .fuzzing, with: &reader)
  // Every value is made, as those who use the sheet would have it made.
  for located in reader.orderedCells() { _ = located.cell.value }
  return 0
}

/// Any bytes as shared strings, and as styles.
private let stringsInput: Input = { start, count in
  var strings = SharedStringsReader()
  try? XMLParser().read(bytes(start, count), part: "strings", .fuzzing, with: &strings)
  var styles = StylesReader()
  try? XMLParser().read(bytes(start, count), part: "styles", .fuzzing, with: &styles)
  return 0
}

/// Any bytes as the content of an OpenDocument spreadsheet.
private let openDocumentInput: Input = { start, count in
  var reader = OpenDocumentReader(limits: .fuzzing)
  try? XMLParser().read(bytes(start, count), part: "content", .fuzzing, with: &reader)
  return 0
}

/// Any bytes as a message, as a mailbox, and as whatever they look like.
private let mailInput: Input = { start, count in
  _ = MailMessage(bytes(start, count))
  _ = messages(inMailbox: bytes(start, count))
  _ = readReturn(named: "mail", bytes(start, count), limits: .fuzzing)
  return 0
}

/// Any bytes as a message that Outlook saved, and as what it packs attachments into.
private let outlookInput: Input = { start, count in
  _ = try? OutlookMessage(bytes(start, count))
  _ = OutlookPackage(bytes(start, count))
  _ = readReturn(named: "mail", bytes(start, count), limits: .fuzzing)
  return 0
}

/// Any bytes as a compound file that holds a locked workbook, opened with the password of the seeds.
private let lockInput: Input = { start, count in
  _ = try? unlocked(bytes(start, count), passwords: ["school"], limits: .fuzzing)
  return 0
}

private func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

extension ReadingLimits {
  /// Small, so that every limit is met and no input takes long.
  fileprivate static var fuzzing: ReadingLimits {
    var limits = ReadingLimits()
    limits.partBytes = 1 << 22
    limits.totalBytes = 1 << 23
    limits.cells = 100_000
    limits.repeatedCells = 10_000
    limits.allTextBytes = 1 << 22
    limits.hashRounds = 100
    return limits
  }
}
