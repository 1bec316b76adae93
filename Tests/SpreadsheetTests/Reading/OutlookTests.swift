import TestSupport
import Testing

@testable import Spreadsheet

/// Workbooks in messages that were dragged out of Outlook, and in what Outlook sends to others.
struct OutlookTests {
  private let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")

  private func paths(_ name: String, _ bytes: [UInt8]) -> [[String]] {
    readReturn(named: name, bytes).map { file in
      if case .workbook(_, let found) = file.outcome { #expect(found == workbook) }
      return file.path + [file.code ?? "read"]
    }
  }

  @Test func opensWorkbooksInSavedMessagesUnderTheirNames() {
    let windows: [UInt8] = Array("S-014 donn".utf8) + [0xE9] + Array("es.xlsx".utf8)
    let long = OutlookBuilder.utf16("ریاضی واپسی.xlsx") + [0, 0]
    let message = OutlookBuilder.message([
      OutlookBuilder.file(
        workbook, ["3707001F": long, "3704001F": OutlookBuilder.utf16("S~1.xls")]),
      OutlookBuilder.file(workbook, ["3707001E": windows]),
      OutlookBuilder.file(workbook, ["3707001E": Array("données.xlsx".utf8)]),
      OutlookBuilder.file(workbook, ["3704001F": OutlookBuilder.utf16("SHORT.XLS")]),
      OutlookBuilder.file(workbook, [:]),
      OutlookBuilder.file(
        [0x89, 0x50, 0x4E, 0x47], ["3707001F": OutlookBuilder.utf16("logo.png")]),
    ])
    #expect(fileKind(of: message) == .outlookMessage)
    #expect(
      paths("a.msg", message) == [
        ["a.msg", "ریاضی واپسی.xlsx", "read"], ["a.msg", "S-014 données.xlsx", "read"],
        ["a.msg", "données.xlsx", "read"], ["a.msg", "SHORT.XLS", "read"],
        ["a.msg", "attachment", "read"],
        ["a.msg", "logo.png", "W117"],
      ])
  }

  @Test func opensMessagesWithinMessagesAndWhatWasPutIntoTheirText() {
    let name = ["3707001F": OutlookBuilder.utf16("form.xlsx")]
    let inner = OutlookBuilder.inner([OutlookBuilder.file(workbook, name)])
    let object: [OutlookBuilder.Node] = [
      .stream("__substg1.0_3001001F", OutlookBuilder.utf16("Worksheet")),
      .folder("__substg1.0_3701000D", [.stream("Package", workbook)]),
    ]
    let message = OutlookBuilder.message([inner, object])
    #expect(
      paths("a.msg", message) == [
        ["a.msg", "form.xlsx", "read"], ["a.msg", "Worksheet", "read"],
      ])
    let attached = MailBuilder.mail(message, "filename=fwd.msg")
    #expect(
      paths("b.eml", Array(attached.utf8)).map { $0.dropFirst(2) } == [
        ["form.xlsx", "read"], ["Worksheet", "read"],
      ])
  }

  /// What is locked in a message is locked; the message is not.
  @Test func aLockedWorkbookInAMessageIsAskedForItsPassword() throws {
    let locked = try locked(workbook, password: "school", rounds: 2)
    let message = OutlookBuilder.message([
      OutlookBuilder.file(locked, ["3707001F": OutlookBuilder.utf16("form.xlsx")])
    ])
    #expect(paths("a.msg", message) == [["a.msg", "form.xlsx", "W125"]])
    let opened = readReturn(named: "a.msg", message, passwords: ["school"])
    #expect(opened.map(\.code) == [nil])
  }

  @Test func aMessageWithoutAWorkbookSaysSo() {
    #expect(paths("a.msg", OutlookBuilder.message([])) == [["a.msg", "W134"]])
    #expect(paths("winmail.dat", OutlookBuilder.package([])) == [["winmail.dat", "W134"]])
  }

  @Test func opensWhatOutlookPacksIntoOneFile() {
    let plain = OutlookBuilder.title(Array("form.xlsx".utf8)) + OutlookBuilder.contents(workbook)
    let varying = OutlookBuilder.varying
    let named = OutlookBuilder.properties([
      // A number, two times of one property, and one of a program's own with its name in words.
      (0x0E20, 3, OutlookBuilder.four(7)),
      (0x1234, 0x1040, OutlookBuilder.four(2) + [UInt8](repeating: 1, count: 16)),
      (
        0x8001, 0x1F,
        [UInt8](repeating: 9, count: 16) + OutlookBuilder.four(1) + OutlookBuilder.four(6)
          + OutlookBuilder.utf16("own") + [0, 0] + varying(OutlookBuilder.utf16("x"))
      ),
      (0x3707, 0x1F, varying(OutlookBuilder.utf16("École année.xlsx") + [0, 0])),
    ])
    let long =
      OutlookBuilder.title(Array("ECOLE~1.XLS".utf8)) + OutlookBuilder.contents(workbook) + named
    let message = OutlookBuilder.properties([
      (
        0x3701, 0x0D,
        varying([UInt8](repeating: 5, count: 16) + OutlookBuilder.package([plain]))
      )
    ])
    let package = OutlookBuilder.package([plain, long, message])
    #expect(fileKind(of: package) == .outlookPackage)
    let names = [["form.xlsx", "read"], ["École année.xlsx", "read"], ["form.xlsx", "read"]]
    #expect(paths("winmail.dat", package) == names.map { ["winmail.dat"] + $0 })
    let mail = MailBuilder.mail(package, "filename=winmail.dat")
    #expect(
      paths("a.eml", Array(mail.utf8)) == names.map { ["a.eml", "winmail.dat"] + $0 })
  }

  @Test func messagesThatAreCutOffAreRefusedOrReadAsFarAsTheyGo() {
    let name = ["3707001F": OutlookBuilder.utf16("form.xlsx")]
    let message = OutlookBuilder.message([OutlookBuilder.file(workbook, name)])
    for length in stride(from: 0, to: message.count, by: 61) {
      _ = readReturn(named: "a.msg", Array(message.prefix(length)))
    }
    let package = OutlookBuilder.package([
      OutlookBuilder.title(Array("form.xlsx".utf8)) + OutlookBuilder.contents(workbook)
    ])
    for length in package.indices { _ = OutlookPackage(Array(package.prefix(length))) }
  }

  /// A small file could otherwise hold a thousand times its size.
  @Test func attachmentsThatShareTheirBytesAreRefused() throws {
    let large = [UInt8](repeating: 7, count: 5_000)
    var message = OutlookBuilder.message(
      ([large] + [[UInt8]](repeating: [7], count: 9)).map { OutlookBuilder.file($0, [:]) })
    let entries = try CompoundFile(message).entries
    let first = try #require(entries.first { $0.size == large.count })
    for (place, entry) in entries.enumerated() where entry.name.hasSuffix("37010102") {
      message.replaceSubrange(
        Self.place(of: place) + 116..<Self.place(of: place) + 124,
        with: OutlookBuilder.four(first.start) + OutlookBuilder.four(large.count))
    }
    let found = paths("a.msg", message)
    #expect(found.first == ["a.msg", "W131"])
    #expect(found.count < 5)
  }

  /// The others are read all the same, and that one was not is said.
  @Test func anAttachmentThatIsDamagedIsNamedBesideTheOthers() throws {
    var message = OutlookBuilder.message(
      ["one.xlsx", "two.xlsx", "three.xlsx"].map {
        OutlookBuilder.file(workbook, ["3707001F": OutlookBuilder.utf16($0)])
      })
    let entries = try CompoundFile(message).entries
    let places = entries.indices.filter { entries[$0].name.hasSuffix("37010102") }
    message.replaceSubrange(
      Self.place(of: places[1]) + 116..<Self.place(of: places[1]) + 120,
      with: OutlookBuilder.four(9_999))
    #expect(
      paths("a.msg", message) == [
        ["a.msg", "W131"], ["a.msg", "one.xlsx", "read"], ["a.msg", "three.xlsx", "read"],
      ])
  }

  /// What fuzzing found: a directory that begins at the mark of an end has no entries at all.
  @Test func aMessageWithoutADirectoryIsRefused() throws {
    var message = OutlookBuilder.message([OutlookBuilder.file(workbook, [:])])
    message.replaceSubrange(48..<52, with: OutlookBuilder.four(0xFFFF_FFFE))
    #expect(try CompoundFile(message).entries.isEmpty)
    #expect(throws: SpreadsheetError.brokenCompoundFile(reason: "it has no directory")) {
      try OutlookMessage(message)
    }
    #expect(paths("a.msg", message).map(\.count) == [2])
  }

  @Test func aFolderThatHoldsItselfIsRefused() throws {
    var message = OutlookBuilder.message([OutlookBuilder.file(workbook, [:])])
    let entries = try CompoundFile(message).entries
    let folder = try #require(entries.firstIndex { $0.name.hasPrefix("__attach") })
    message.replaceSubrange(
      Self.place(of: folder) + 72..<Self.place(of: folder) + 76, with: OutlookBuilder.four(folder))
    #expect(paths("a.msg", message) == [["a.msg", "W131"]])
  }

  /// The builder puts one sector of chains, then the directory.
  private static func place(of entry: Int) -> Int { 1_024 + 128 * entry }
}
