package import Cells

/// One file that came back, with what became of it.
package struct ReturnedFile: Sendable {
  /// The names from the outermost file to this one: a mail, a zip in it, a workbook in that.
  package var path: [String]
  package var kind: FileKind
  package var outcome: Outcome

  package enum Outcome: Sendable {
    /// The cells, and the bytes that they were read from.
    case workbook(WorkbookCells, bytes: [UInt8])
    case refused(SpreadsheetError)
    /// Not meant as a return: the lock of an open file, a logo in a mail.
    case passedOver
  }

  /// The rule code of what became of the file; nil for a workbook that was read.
  package var code: String? {
    switch outcome {
    case .workbook: nil
    case .refused(let error): error.code
    case .passedOver: kind.code
    }
  }
}

/// Reads whatever a school sent, opening mails, mailboxes, Outlook's messages and zips on the way.
///
/// Each file within is one result; one that cannot be read does not stop the others.
package func readReturn(
  named name: String, _ bytes: [UInt8], passwords: [String] = [],
  limits: ReadingLimits = .standard
) -> [ReturnedFile] {
  var opening = ReturnOpening(passwords: passwords, limits: limits)
  opening.open(bytes, path: [name])
  return opening.files
}

/// Walks from the outermost file inwards.
private struct ReturnOpening {
  let passwords: [String]
  let limits: ReadingLimits
  private(set) var files: [ReturnedFile] = []
  private var opened = 0
  private var openedBytes = 0

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
      open(MailMessage(bytes).attachments, in: kind, path)
    case .mailbox where path.count < Self.deepest:
      for (place, message) in messages(inMailbox: bytes).enumerated() {
        open(MailMessage(message).attachments, in: .email, path + ["message \(place + 1)"])
      }
    case .outlookMessage where path.count < Self.deepest: openOutlook(bytes, path)
    case .outlookPackage where path.count < Self.deepest:
      open(OutlookPackage(bytes).attachments, in: kind, path)
    default: read(bytes, path, kind)
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

  private mutating func read(_ bytes: [UInt8], _ path: [String], _ kind: FileKind) {
    do throws(SpreadsheetError) {
      let cells = try readWorkbook(bytes, passwords: passwords, limits: limits)
      files.append(
        ReturnedFile(path: path, kind: kind, outcome: .workbook(cells, bytes: bytes)))
    } catch {
      refuse(path, kind, error)
    }
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
      refuse(path, .zipOfWorkbooks, error)
    }
  }

  private mutating func openOutlook(_ bytes: [UInt8], _ path: [String]) {
    do throws(SpreadsheetError) {
      let message = try OutlookMessage(bytes)
      if let failure = message.failure { refuse(path, .outlookMessage, failure) }
      if message.failure == nil || !message.attachments.isEmpty {
        open(message.attachments, in: .outlookMessage, path)
      }
    } catch {
      refuse(path, .outlookMessage, error)
    }
  }

  /// In a mail, pictures and texts are logos and signatures, not returns.
  private mutating func open(
    _ attachments: [MailMessage.Attachment], in mail: FileKind, _ path: [String]
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
    if isEmpty { refuse(path, mail, .notAWorkbook(.mailWithoutWorkbook)) }
  }

  private mutating func passOver(_ path: [String], _ kind: FileKind) {
    files.append(ReturnedFile(path: path, kind: kind, outcome: .passedOver))
  }

  private mutating func refuse(_ path: [String], _ kind: FileKind, _ error: SpreadsheetError) {
    files.append(ReturnedFile(path: path, kind: kind, outcome: .refused(error)))
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
