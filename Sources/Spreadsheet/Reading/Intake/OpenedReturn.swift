/// One file that came back, taken out of the mail or the zip that it came in, and not yet read.
///
/// Opening is one thing after the other; what was opened can be read side by side.
package struct OpenedReturn: Sendable {
  private let path: [String]
  private let kind: FileKind
  private let contents: Contents

  private enum Contents {
    case workbook([UInt8])
    /// Nothing is left to read.
    case settled(ReturnedFile)
  }

  fileprivate init(workbook bytes: [UInt8], path: [String], kind: FileKind) {
    (self.path, self.kind, contents) = (path, kind, .workbook(bytes))
  }

  fileprivate init(_ file: ReturnedFile) {
    (path, kind, contents) = (file.path, file.kind, .settled(file))
  }

  package func read(
    passwords: [String] = [], limits: ReadingLimits = .standard
  ) -> ReturnedFile {
    switch contents {
    case .settled(let file): return file
    case .workbook(let bytes):
      do throws(SpreadsheetError) {
        let cells = try readWorkbook(bytes, passwords: passwords, limits: limits)
        return ReturnedFile(path: path, kind: kind, outcome: .workbook(cells, bytes: bytes))
      } catch {
        let kept = error.isNoWorkbookAtAll ? nil : bytes
        return ReturnedFile(path: path, kind: kind, outcome: .refused(error, bytes: kept))
      }
    }
  }
}

/// Opens whatever a school sent: mails, mailboxes, Outlook's messages, zips, and what is in them.
///
/// There is one result for each file within, in their order.
package func openReturn(
  named name: String, _ bytes: [UInt8], passwords: [String] = [],
  limits: ReadingLimits = .standard
) -> [OpenedReturn] {
  var opening = ReturnOpening(passwords: passwords, limits: limits)
  opening.open(bytes, path: [name])
  return opening.files
}

/// The same of a file on disk, which may be none that can be read.
package func openReturn(
  at path: FilePath, passwords: [String] = [], limits: ReadingLimits = .standard
) -> [OpenedReturn] {
  let name = path.printable
  do throws(SpreadsheetError) {
    return openReturn(
      named: name, try readFile(at: path, limits: limits), passwords: passwords, limits: limits)
  } catch {
    return [
      OpenedReturn(
        ReturnedFile(path: [name], kind: .unknown, outcome: .refused(error, bytes: nil)))
    ]
  }
}

/// Walks from the outermost file inwards.
private struct ReturnOpening {
  let passwords: [String]
  let limits: ReadingLimits
  private(set) var files: [OpenedReturn] = []
  private var opened = 0
  private var openedBytes = 0
  private var heldBytes = 0

  /// Deeper than mail, forwarded mail, zip, workbook nothing honest goes.
  private static let deepest = 5

  init(passwords: [String], limits: ReadingLimits) {
    self.passwords = passwords
    self.limits = limits
  }

  mutating func open(_ bytes: [UInt8], path: [String]) {
    if let kind = FileKind.passedOver(name: path.last ?? "") { return passOver(path, kind) }
    opened += 1
    openedBytes += bytes.count
    do throws(SpreadsheetError) {
      try checkLimits(bytes)
    } catch {
      return refuse(path, .unknown, error)
    }
    let kind = fileKind(of: bytes, limits: limits)
    switch kind {
    case .lockFile, .appleDouble: passOver(path, kind)
    case .zipOfWorkbooks where path.count < Self.deepest: openZip(bytes, path)
    case .email where path.count < Self.deepest:
      open(MailMessage(bytes).attachments, of: bytes, kind, path)
    case .mailbox where path.count < Self.deepest:
      for (place, message) in messages(inMailbox: bytes).enumerated() {
        open(
          MailMessage(message).attachments, of: message, .email, path + ["message \(place + 1)"])
      }
    case .outlookMessage where path.count < Self.deepest: openOutlook(bytes, path)
    case .outlookPackage where path.count < Self.deepest:
      open(OutlookPackage(bytes).attachments, of: bytes, kind, path)
    default: hold(bytes, path, kind)
    }
  }

  private func checkLimits(_ bytes: [UInt8]) throws(SpreadsheetError) {
    guard bytes.count <= limits.fileBytes else {
      throw .overLimit(.fileBytes, part: nil, figure: bytes.count, limit: limits.fileBytes)
    }
    guard opened <= limits.entries else {
      throw .overLimit(.entries, part: nil, figure: opened, limit: limits.entries)
    }
    guard openedBytes <= limits.totalBytes else {
      throw .overLimit(.totalBytes, part: nil, figure: openedBytes, limit: limits.totalBytes)
    }
  }

  /// What is held at a time is not more than one file may have: a small zip can be made to hold many
  /// large ones.
  private mutating func hasRoom(for bytes: [UInt8]) -> Bool {
    heldBytes += bytes.count
    return heldBytes <= limits.fileBytes
  }

  private mutating func hold(_ bytes: [UInt8], _ path: [String], _ kind: FileKind) {
    let file = OpenedReturn(workbook: bytes, path: path, kind: kind)
    if hasRoom(for: bytes) { return files.append(file) }
    var read = file.read(passwords: passwords, limits: limits)
    if case .refused(let error, _) = read.outcome { read.outcome = .refused(error, bytes: nil) }
    files.append(OpenedReturn(read))
  }

  private mutating func openZip(_ bytes: [UInt8], _ path: [String]) {
    do throws(SpreadsheetError) {
      let package = try Package(bytes, limits: limits)
      for entry in package.entries where !entry.isFolder {
        let names = path + entry.name.split(separator: "/").map(String.init)
        if names.contains("__MACOSX") { continue }
        do throws(SpreadsheetError) {
          open(try package.bytes(of: entry), path: path + [entry.name])
        } catch {
          refuse(path + [entry.name], .unknown, error)
        }
      }
    } catch {
      refuse(path, .zipOfWorkbooks, error, bytes)
    }
  }

  private mutating func openOutlook(_ bytes: [UInt8], _ path: [String]) {
    do throws(SpreadsheetError) {
      let message = try OutlookMessage(bytes)
      if let failure = message.failure { refuse(path, .outlookMessage, failure, bytes) }
      if message.failure == nil || !message.attachments.isEmpty {
        open(message.attachments, of: bytes, .outlookMessage, path)
      }
    } catch {
      refuse(path, .outlookMessage, error, bytes)
    }
  }

  /// In a mail, pictures and texts are logos and signatures, not returns.
  private mutating func open(
    _ attachments: [MailMessage.Attachment], of mail: [UInt8], _ mailKind: FileKind,
    _ path: [String]
  ) {
    var isEmpty = true
    for attachment in attachments {
      let kind = fileKind(of: attachment.bytes, limits: limits)
      if kind == .picture || kind == .text || kind == .webPage || kind == .unknown {
        passOver(path + [attachment.name], kind)
      } else {
        isEmpty = false
        open(attachment.bytes, path: path + [attachment.name])
      }
    }
    if isEmpty { refuse(path, mailKind, .notAWorkbook(.mailWithoutWorkbook), mail) }
  }

  private mutating func passOver(_ path: [String], _ kind: FileKind) {
    files.append(OpenedReturn(ReturnedFile(path: path, kind: kind, outcome: .passedOver)))
  }

  private mutating func refuse(
    _ path: [String], _ kind: FileKind, _ error: SpreadsheetError, _ bytes: [UInt8]? = nil
  ) {
    let kept = bytes.flatMap { hasRoom(for: $0) ? $0 : nil }
    files.append(
      OpenedReturn(ReturnedFile(path: path, kind: kind, outcome: .refused(error, bytes: kept))))
  }
}

extension FileKind {
  /// What a name alone tells to pass over; nil for every other name.
  package static func passedOver(name: String) -> FileKind? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let small = last.lowercased()
    if last.hasPrefix("~$") || last.hasPrefix(".~lock.") { return .lockFile }
    if last.hasPrefix("._") || last == ".DS_Store" { return .appleDouble }
    let unfinished = [".crdownload", ".part", ".partial", ".download", ".tmp"]
    return unfinished.contains { small.hasSuffix($0) } ? .partialDownload : nil
  }
}

extension SpreadsheetError {
  /// Whether the file never was a workbook, so that nothing of a school's is lost.
  package var isNoWorkbookAtAll: Bool {
    guard case .notAWorkbook(let kind) = self else { return false }
    switch kind {
    case .text, .webPage, .pdf, .picture, .otherOffice, .lockFile, .appleDouble, .partialDownload,
      .notAFile:
      return true
    default: return false
    }
  }
}
