import Spreadsheet
import TestSupport
import Testing

/// A file is told by what is in it; each kind has a code of its own and help that names a step.
struct FileKindTests {
  private static func zip(_ names: String...) -> [UInt8] {
    PackageBuilder.bytes(names.map { ($0, "x") })
  }

  private static let binary =
    "<Types xmlns=\"\(WorkbookBuilder.packages)/content-types\"><Default Extension=\"xml\" "
    + "ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"

  private static let samples: [(kind: FileKind, bytes: [UInt8])] = [
    (.workbook, WorkbookBuilder.bytes(rows: "<row/>")), (.empty, []), (.unknown, [0, 1]),
    (.binaryWorkbook, WorkbookBuilder.bytes(parts: ["[Content_Types].xml": binary])),
    (.legacyWorkbook, CompoundFileBuilder.bytes(["Workbook": [UInt8](repeating: 1, count: 5_000)])),
    (.rightsManaged, CompoundFileBuilder.bytes(["DRMEncryptedTransform": [1]])),
    (.openDocumentSpreadsheet, OpenDocumentBuilder.bytes("")),
    (.numbers, zip("Index/Document.iwa", "Metadata/Properties.plist")),
    (.otherOffice, zip("[Content_Types].xml", "word/document.xml")),
    (.rezippedFolder, zip("form/[Content_Types].xml")),
    (.zipOfWorkbooks, zip("a.xlsx")), (.zipWithoutWorkbook, zip("a.docx")),
    (.text, Array("pupil,score\r\nP1,12\r\n".utf8)), (.text, [0xFF, 0xFE, 0x41, 0]),
    (.webPage, Array("\u{FEFF} <!DOCTYPE html><html><table/></html>".utf8)),
    (.xml2003, Array("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8)),
    (.pdf, Array("%PDF-1.7".utf8)), (.picture, [0x89, 0x50, 0x4E, 0x47, 13, 10]),
    (.picture, [0xFF, 0xD8, 0xFF, 0xE0]), (.otherArchive, [0x1F, 0x8B, 8, 0]),
    (.appleDouble, [0, 5, 22, 7, 0, 2]),
    (.email, Array("From: a@b.c\nTo: d@e.f\nSubject: x\n\nHello".utf8)),
    (.mailbox, Array("From a@b.c Fri Jul 10 09:30:00 2026\nFrom: a@b.c\nTo: d@e.f\n\nx".utf8)),
  ]

  @Test func tellsEachKindByItsContent() {
    for (kind, bytes) in Self.samples { #expect(fileKind(of: bytes) == kind, "\(kind)") }
  }

  @Test func eachKindHasItsOwnCode() {
    let codes = FileKind.allCases.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("W1") })
  }

  @Test func whatIsNoWorkbookIsRefusedWithTheCodeOfItsKind() {
    let read: Set<FileKind> = [
      .workbook, .openDocumentSpreadsheet, .email, .mailbox, .zipOfWorkbooks,
    ]
    for (kind, bytes) in Self.samples where !read.contains(kind) {
      let file = readReturn(named: "form.xlsx", bytes).last
      #expect(file?.code == kind.code, "\(kind)")
    }
  }
}
