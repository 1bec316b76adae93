/// What is attached to a message as Outlook saves it (.msg), however deep: messages attached to it
/// are opened too.
///
/// Source: [MS-OXMSG] §2.2 to §2.4; the numbers of properties are those of [MS-OXPROPS].
struct OutlookMessage {
  private(set) var attachments: [MailMessage.Attachment] = []
  /// What is wrong with the first attachment that cannot be read; the others are read all the same.
  private(set) var failure: SpreadsheetError?
  private let file: CompoundFile
  /// What may still be looked at: many folders could be made to hold the same, and many names the
  /// same bytes.
  private var bytesLeft: Int
  private var placesLeft: Int

  private static let deepest = 12

  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    file = try CompoundFile(bytes)
    (bytesLeft, placesLeft) = (bytes.count, 4 * file.entries.count)
    try read(message: 0, depth: 0)
  }

  /// What the outermost folder of a message holds, and that of nothing else.
  static let mark = "__properties_version1.0"

  private mutating func read(message folder: Int, depth: Int) throws(SpreadsheetError) {
    guard depth <= Self.deepest else { return }
    for place in try places(in: folder)
    where file.entries[place].kind == .folder
      && file.entries[place].name.hasPrefix("__attach_version1.0_")
    {
      do throws(SpreadsheetError) {
        try read(attachment: place, depth: depth)
      } catch {
        failure = failure ?? error
      }
    }
  }

  private mutating func read(attachment folder: Int, depth: Int) throws(SpreadsheetError) {
    let parts = try parts(of: folder)
    if let contents = parts["37010102"] {
      try attach(contents, named: parts)
    } else if let inner = parts["3701000D"], file.entries[inner].kind == .folder {
      // A message, or what a program put into the text of the message: Excel calls it a package.
      if let package = try places(in: inner).first(where: isPackage) {
        try attach(package, named: parts)
      } else {
        try read(message: inner, depth: depth + 1)
      }
    }
  }

  private func isPackage(_ place: Int) -> Bool {
    file.entries[place].kind == .stream && file.entries[place].name == "Package"
  }

  /// The places of properties by their number and kind, in hexadecimal: `3707001F`.
  private mutating func parts(of folder: Int) throws(SpreadsheetError) -> [String: Int] {
    var parts: [String: Int] = [:]
    for place in try places(in: folder) {
      let name = file.entries[place].name
      guard name.hasPrefix("__substg1.0_") else { continue }
      parts[name.dropFirst(12).uppercased()] = place
    }
    return parts
  }

  private mutating func attach(
    _ contents: Int, named parts: [String: Int]
  ) throws(SpreadsheetError) {
    // The long name of the file, its short one, and what the message calls it.
    var name: String?
    for property in ["3707", "3704", "3001"] where name == nil {
      name = try text(parts[property + "001F"], parts[property + "001E"])
    }
    attachments.append(
      MailMessage.Attachment(
        name: name ?? "attachment", bytes: try self.contents(of: contents)))
  }

  private mutating func places(in folder: Int) throws(SpreadsheetError) -> [Int] {
    let places = try file.places(in: folder)
    placesLeft -= places.count
    guard placesLeft >= 0 else { throw .brokenCompoundFile(reason: "its folders overlap") }
    return places
  }

  private mutating func contents(of place: Int) throws(SpreadsheetError) -> [UInt8] {
    bytesLeft -= file.entries[place].size
    guard bytesLeft >= 0 else { throw .brokenCompoundFile(reason: "its contents overlap") }
    return try file.contents(of: file.entries[place])
  }

  private mutating func text(_ unicode: Int?, _ windows: Int?) throws(SpreadsheetError) -> String? {
    var text = ""
    if let unicode {
      text = String(utf16LittleEndian: try contents(of: unicode)[...])
    } else if let windows {
      text = MailText.ofWindows(try contents(of: windows))
    }
    // Some programs write the zero that ends a text.
    text = String(text.prefix { $0 != "\0" })
    return text.isEmpty ? nil : text
  }
}
