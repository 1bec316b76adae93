/// What a file is, told by its content and never by its name.
package enum FileKind: String, Hashable, Sendable, CaseIterable {
  case workbook, macroWorkbook, openDocumentSpreadsheet
  case encryptedWorkbook, zipOfWorkbooks, email, mailbox
  case outlookMessage, outlookPackage
  case empty, unknown
  case legacyWorkbook, binaryWorkbook, numbers, text, webPage, pdf, picture, otherOffice
  case xml2003, otherArchive, zipWithoutWorkbook, rezippedFolder, rightsManaged
  case lockFile, appleDouble, partialDownload, notAFile, mailWithoutWorkbook
}

extension FileKind {
  /// The code of the rule that says what happens to such a file.
  package var code: String {
    switch self {
    case .workbook: "W100"
    case .empty: "W101"
    case .unknown: "W102"
    case .lockFile: "W105"
    case .notAFile: "W106"
    case .appleDouble: "W107"
    case .partialDownload: "W108"
    case .legacyWorkbook: "W110"
    case .binaryWorkbook: "W111"
    case .openDocumentSpreadsheet: "W112"
    case .numbers: "W113"
    case .text: "W114"
    case .webPage: "W115"
    case .pdf: "W116"
    case .picture: "W117"
    case .otherOffice: "W118"
    case .xml2003: "W119"
    case .otherArchive: "W120"
    case .zipOfWorkbooks: "W121"
    case .rezippedFolder: "W122"
    case .email: "W123"
    case .mailbox: "W124"
    case .encryptedWorkbook: "W125"
    case .rightsManaged: "W128"
    case .macroWorkbook: "W130"
    case .zipWithoutWorkbook: "W132"
    case .mailWithoutWorkbook: "W134"
    case .outlookMessage: "W135"
    case .outlookPackage: "W136"
    }
  }

  /// What the file is, as a sentence about it.
  package var message: String {
    switch self {
    case .workbook: "the file is a workbook"
    case .macroWorkbook: "the file is a workbook with macros; the macros were not run"
    case .openDocumentSpreadsheet: "the file is an OpenDocument spreadsheet (.ods)"
    case .encryptedWorkbook: "the file is a workbook locked with a password"
    case .zipOfWorkbooks: "the file is a zip that holds files"
    case .email: "the file is an email message"
    case .mailbox: "the file is a mailbox of email messages"
    case .outlookMessage: "the file is an email message as Outlook saves it (.msg)"
    case .outlookPackage: "the file is what Outlook packs attachments into (winmail.dat)"
    case .empty: "the file is empty: it has 0 bytes"
    case .unknown: "the file is not a workbook, nor anything else that is known here"
    case .legacyWorkbook: "the file is an old Excel workbook (.xls, Excel 97 to 2003)"
    case .binaryWorkbook: "the file is a binary Excel workbook (.xlsb)"
    case .numbers: "the file is an Apple Numbers document"
    case .text: "the file is plain text or CSV, not a workbook"
    case .webPage: "the file is a web page, not a workbook"
    case .pdf: "the file is a PDF, not a workbook"
    case .picture: "the file is a picture, not a workbook"
    case .otherOffice: "the file is a text document or a presentation, not a workbook"
    case .xml2003: "the file is an Excel 2003 XML spreadsheet"
    case .otherArchive: "the file is an archive (gzip, RAR or 7-Zip), not a workbook"
    case .zipWithoutWorkbook: "the file is a zip without a workbook in it"
    case .rezippedFolder: "the file is a workbook that was unpacked and packed again in a folder"
    case .rightsManaged: "the workbook is locked to named people (rights management)"
    case .lockFile: "the file is the mark that a spreadsheet program leaves while a file is open"
    case .appleDouble: "the file is what a Mac keeps beside a file, not the file"
    case .partialDownload: "the file is a download that was not finished"
    case .mailWithoutWorkbook: "no workbook is attached to the message"
    case .notAFile: "this is a folder, a link or a device, not a file"
    }
  }
}
