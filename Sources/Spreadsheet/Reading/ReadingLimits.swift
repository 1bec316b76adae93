/// Every bound that reading respects, so that no file can hurt the machine that reads it.
///
/// The standard figures leave room above the largest of some 3,800 real workbooks; attacks begin
/// far beyond them.
package struct ReadingLimits: Hashable, Sendable {
  /// Bytes of the file as it came.
  package var fileBytes = 100 << 20
  /// Entries of the archive.
  package var entries = 10_000
  /// Bytes of the name of an entry.
  package var entryNameBytes = 1_024
  /// Bytes of one part once inflated.
  package var partBytes = 512 << 20
  /// Bytes of all parts that were read, once inflated.
  package var totalBytes = 1 << 30
  /// Inflated bytes per packed byte, of a part and of all parts that were read together; it counts
  /// only above ``ratioBytes``.
  package var compressionRatio = 200
  /// Up to this many inflated bytes may have any ratio: small repetitive parts do.
  package var ratioBytes = 16 << 20
  /// Elements within elements.
  package var elementDepth = 60
  /// Attributes of one element.
  package var attributes = 256
  /// Prefixes of namespaces in force at one element.
  package var namespaces = 128
  /// Bytes of one piece of markup: a tag, a comment.
  package var tokenBytes = 1 << 20
  /// Sheets of a workbook.
  package var sheets = 1_024
  /// Cells of a workbook that hold something.
  package var cells = 20_000_000
  /// Cells that a few bytes make by saying how often one is repeated.
  package var repeatedCells = 1_000_000
  /// Bytes of the text of one cell.
  package var textBytes = 1 << 20
  /// Bytes that all texts of a workbook take together, ``textOverhead`` for each beside its own:
  /// of cells, names, comments and properties.
  package var allTextBytes = 64 << 20
  /// About what a text takes beside its bytes, so that empty ones are not free.
  static let textOverhead = 48

  /// Rounds of hashing that make keys of all passwords that are tried on one workbook, some two
  /// seconds of work; Excel takes 100,000 for each.
  package var hashRounds = 3_500_000
  /// Passwords that are tried on one workbook.
  package var passwords = 20

  package static let standard = ReadingLimits()

  package init() {}
}

/// One of the ``ReadingLimits``, as messages and options name it.
package enum ReadingLimit: String, Hashable, Sendable, CaseIterable {
  case fileBytes, entries, entryNameBytes, partBytes, totalBytes, compressionRatio, ratioBytes
  case elementDepth, attributes, namespaces, tokenBytes, sheets, cells, repeatedCells, textBytes
  case allTextBytes, hashRounds, passwords

  /// Where the figure of this limit stands.
  package var field: WritableKeyPath<ReadingLimits, Int> {
    switch self {
    case .fileBytes: \.fileBytes
    case .entries: \.entries
    case .entryNameBytes: \.entryNameBytes
    case .partBytes: \.partBytes
    case .totalBytes: \.totalBytes
    case .compressionRatio: \.compressionRatio
    case .ratioBytes: \.ratioBytes
    case .elementDepth: \.elementDepth
    case .attributes: \.attributes
    case .namespaces: \.namespaces
    case .tokenBytes: \.tokenBytes
    case .sheets: \.sheets
    case .cells: \.cells
    case .repeatedCells: \.repeatedCells
    case .textBytes: \.textBytes
    case .allTextBytes: \.allTextBytes
    case .hashRounds: \.hashRounds
    case .passwords: \.passwords
    }
  }

  /// The name as an option takes it: `part-bytes`.
  package var optionName: String {
    rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }

  /// The limit that an option names.
  package init?(optionName: String) {
    guard let limit = Self.allCases.first(where: { $0.optionName == optionName }) else {
      return nil
    }
    self = limit
  }

  /// The rule code of a workbook beyond this limit; `ratioBytes` is a part of the ratio's, and
  /// `repeatedCells` of the cells'.
  package var code: String {
    switch self {
    case .fileBytes: "W150"
    case .entries: "W151"
    case .entryNameBytes: "W152"
    case .partBytes: "W153"
    case .totalBytes: "W154"
    case .compressionRatio, .ratioBytes: "W155"
    case .elementDepth: "W156"
    case .attributes: "W157"
    case .tokenBytes: "W158"
    case .sheets: "W159"
    case .cells, .repeatedCells: "W160"
    case .textBytes: "W161"
    case .allTextBytes: "W162"
    case .hashRounds: "W163"
    case .passwords: "W164"
    case .namespaces: "W168"
    }
  }

  /// What is counted, in words.
  package var words: String {
    switch self {
    case .fileBytes: "bytes in the file"
    case .entries: "entries in the package"
    case .entryNameBytes: "bytes in the name of an entry"
    case .partBytes: "bytes in one part"
    case .totalBytes: "bytes in all parts"
    case .compressionRatio: "bytes from each packed byte"
    case .ratioBytes: "bytes whose packing is not looked at"
    case .elementDepth: "elements within one another"
    case .attributes: "attributes on one element"
    case .namespaces: "prefixes of namespaces at once"
    case .tokenBytes: "bytes in one piece of markup"
    case .sheets: "sheets"
    case .cells: "cells"
    case .repeatedCells: "cells that repeat another"
    case .textBytes: "bytes of text in one cell"
    case .allTextBytes: "bytes of text in all"
    case .hashRounds: "rounds of hashing for its passwords"
    case .passwords: "passwords to try"
    }
  }
}
