/// What a file is, told by its first bytes and, for archives, by what is in them.
package func fileKind(of bytes: [UInt8], limits: ReadingLimits = .standard) -> FileKind {
  if let kind = FileKind.ofContainer(bytes) { return kind }
  // An archive that is damaged was meant as a workbook: reading it says what is wrong.
  guard let package = try? Package(bytes, limits: limits) else { return .workbook }
  if let kind = FileKind.ofNames(package) { return kind }
  let found = try? package.read { (parts) throws(SpreadsheetError) -> FileKind in
    do throws(SpreadsheetError) {
      return try MainPart(&parts).hasMacros ? .macroWorkbook : .workbook
    } catch {
      guard case .notAWorkbook(let kind) = error else { throw error }
      return kind
    }
  }
  return found ?? .workbook
}

extension FileKind {
  /// What a file is that is not an archive of the ZIP kind; nil for one that is.
  static func ofContainer(_ bytes: [UInt8]) -> FileKind? {
    if bytes.isEmpty { return .empty }
    if bytes.has([0x50, 0x4B, 0x03, 0x04], at: 0) || bytes.has([0x50, 0x4B, 0x05, 0x06], at: 0) {
      return nil
    }
    if bytes.has(compoundFile, at: 0) { return ofCompoundFile(bytes) }
    for (kind, start) in signatures where bytes.has(start, at: 0) { return kind }
    return endsAsArchive(bytes) ? nil : ofText(bytes)
  }

  /// Whether this is a package with something before it: reading it says so.
  private static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
    do throws(SpreadsheetError) {
      _ = try ZipEnd(in: bytes)
      return true
    } catch {
      if case .prefixData = error { return true }
      return false
    }
  }

  /// How far the names of a compound file are looked for where they cannot be read.
  private static let mostSeen = 16 << 20

  static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let signatures: [(FileKind, [UInt8])] = [
    (.pdf, Array("%PDF".utf8)), (.picture, [0x89, 0x50, 0x4E, 0x47]),
    (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)),
    (.picture, [0x49, 0x49, 0x2A, 0x00]), (.picture, [0x4D, 0x4D, 0x00, 0x2A]),
    (.otherArchive, [0x1F, 0x8B]), (.otherArchive, Array("Rar!".utf8)),
    (.otherArchive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.otherArchive, Array("BZh".utf8)),
    (.outlookPackage, OutlookPackage.signature), (.appleDouble, [0x00, 0x05, 0x16, 0x07]),
    (.otherOffice, Array("{\\rtf".utf8)),
    (.legacyWorkbook, [0x09, 0x08, 0x10, 0x00]), (.legacyWorkbook, [0x09, 0x08, 0x06, 0x00]),
  ]

  /// A message, an old workbook, or a new one that is locked, told by the names of what it holds.
  private static func ofCompoundFile(_ bytes: [UInt8]) -> FileKind {
    let file = try? CompoundFile(bytes)
    let names = file.map { Set($0.entries.map(\.name)) }
    // Where the names cannot be read, they may still be seen.
    let seen = names == nil ? Array(bytes.prefix(mostSeen)) : []
    func holds(_ name: String) -> Bool {
      names?.contains(name) ?? CodeUnitWidth.twoLowFirst.contains(name, in: seen)
    }
    // What is attached to a message, or put into a workbook, has names of its own: only the
    // outermost folder tells.
    let outermost = file.flatMap { file in
      (try? file.places(in: 0)).map { places in places.map { file.entries[$0].name } }
    }
    if outermost?.contains(OutlookMessage.mark) ?? holds(OutlookMessage.mark) {
      return .outlookMessage
    }
    if holds("DRMEncryptedTransform") || holds("DRMEncryptedDataSpace") { return .rightsManaged }
    if holds("EncryptedPackage") { return .encryptedWorkbook }
    return holds("WordDocument") || holds("PowerPoint Document") ? .otherOffice : .legacyWorkbook
  }

  private static func ofText(_ bytes: [UInt8]) -> FileKind {
    let start = bytes.prefix(4_096)
    if isOwnerFile(bytes) { return .lockFile }
    if bytes.has([0xFF, 0xFE], at: 0) || bytes.has([0xFE, 0xFF], at: 0) { return .text }
    guard !start.contains(where: { $0 < 9 || (14..<32).contains($0) && $0 != 27 }),
      bytes.count > 2
    else { return .unknown }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    let trimmed = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if trimmed.hasPrefix("<") { return ofMarkup(trimmed) }
    // A line may end in two characters that are one to Swift.
    let lines = text.split(whereSeparator: \.isNewline)
    let headers = ["from:", "to:", "subject:", "date:", "mime-version:", "received:"]
    let found = headers.count { header in lines.contains { $0.hasPrefix(header) } }
    if text.hasPrefix("from "), found >= 2 { return .mailbox }
    return found >= 3 ? .email : .text
  }

  private static func ofMarkup(_ text: Substring) -> FileKind {
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xml2003 }
    if text.contains("<html") || text.contains("<table") || text.contains("<!doctype html") {
      return .webPage
    }
    return .text
  }

  /// The owner file of Excel (165 bytes with a name, padded) or the lock of LibreOffice.
  private static func isOwnerFile(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 165, bytes[0] < 55 { return true }
    return bytes.count < 512 && bytes[0] == UInt8(ascii: ",")
      && bytes.last == UInt8(ascii: ";") && bytes.count { $0 == UInt8(ascii: ",") } >= 3
  }
}
