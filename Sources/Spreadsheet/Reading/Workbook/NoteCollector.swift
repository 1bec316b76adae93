import Cells

/// What is odd but can be read.
enum Oddity: String, CaseIterable, Sendable {
  case trailingBytes, oddEncoding, badSharedString, misplacedCell, duplicateCell, badNumber
  case badValue, badDate, unknownStyle, formulaWithoutResult, formulaToProgram, outsideLink
  case oddSheetName, sharedSheet, oddMerge, picture, macros, brokenExtra, missingTable

  var code: String {
    switch self {
    case .macros: "W130"
    case .trailingBytes: "W180"
    case .oddEncoding: "W181"
    case .badSharedString: "W182"
    case .misplacedCell: "W183"
    case .duplicateCell: "W184"
    case .badNumber: "W185"
    case .badValue: "W186"
    case .badDate: "W187"
    case .unknownStyle: "W188"
    case .formulaWithoutResult: "W189"
    case .formulaToProgram: "W190"
    case .outsideLink: "W191"
    case .oddSheetName: "W192"
    case .sharedSheet: "W193"
    case .oddMerge: "W194"
    case .picture: "W195"
    case .brokenExtra: "W197"
    case .missingTable: "W198"
    }
  }

  /// The end of the sentence “In n cells, first in B3, …”, or the whole sentence.
  var words: String {
    switch self {
    case .macros: "the workbook holds macros; they were not run"
    case .trailingBytes: "bytes that belong to nothing come after the workbook"
    case .oddEncoding: "a part is written in a character encoding other than Unicode"
    case .badSharedString: "the text is not in the workbook's list of texts"
    case .misplacedCell: "the cell stands in another row than it says"
    case .duplicateCell: "the cell is there more than once; the last one counts"
    case .badNumber: "the number cannot be read"
    case .badValue: "the value cannot be read"
    case .badDate: "the date is outside the calendar"
    case .unknownStyle: "the format of the cell is not in the workbook"
    case .formulaWithoutResult: "the formula has no result: open and save the workbook"
    case .formulaToProgram: "the formula calls another program; its stored result was used"
    case .outsideLink: "the workbook links to other files; none was opened"
    case .oddSheetName: "a sheet has no name, a very long one, or the name of another sheet"
    case .sharedSheet: "a sheet shows the cells of another sheet; they were read once"
    case .picture: "the cell holds a picture, not a value"
    case .oddMerge: "merged cells cover the whole sheet"
    case .brokenExtra: "comments, tables or properties beside the cells cannot be read"
    case .missingTable: "the workbook's list of texts or of formats is not there"
    }
  }
}

extension Oddity {
  /// What the school should do, if anything.
  var help: String {
    switch self {
    case .macros, .trailingBytes, .oddEncoding, .outsideLink, .sharedSheet, .oddMerge,
      .unknownStyle, .oddSheetName, .brokenExtra, .missingTable:
      "Nothing: the cells were read."
    case .formulaToProgram: "Nothing, if the number is right; else type the value over the formula."
    case .formulaWithoutResult:
      "Open the workbook in your spreadsheet program, save it, and send it again."
    case .misplacedCell, .duplicateCell:
      "Compare the cell with what you typed; if it differs, save the workbook again and send that."
    case .badSharedString, .badNumber, .badValue, .badDate: "Type the value of the cell again."
    case .picture: "Type into the cell what the picture shows."
    }
  }
}

/// Gathers what is odd, once for each sheet and kind, so that a million odd cells are one note.
struct NoteCollector {
  private var seen: [Oddity: (count: Int, first: CellReference?)] = [:]

  mutating func add(_ oddity: Oddity, at reference: CellReference? = nil) {
    seen[oddity, default: (count: 0, first: reference)].count += 1
  }

  /// The notes about one sheet, or about the workbook where no sheet is named.
  func notes(sheet: String? = nil) -> [ReadingNote] {
    Oddity.allCases.compactMap { oddity in
      guard let (count, first) = seen[oddity] else { return nil }
      let address = sheet.flatMap { sheet in
        first.map { CellAddress(sheet: sheet, reference: $0) }
      }
      let place = address.flatMap { count == 1 ? nil : "\(count) cells, first \($0): " } ?? ""
      return ReadingNote(
        code: oddity.code, message: place + oddity.words, help: oddity.help, address: address,
        count: count)
    }
  }
}
