extension FileKind {
  /// What the school should do.
  package var help: String {
    switch self {
    case .workbook, .email, .mailbox, .outlookMessage, .outlookPackage, .openDocumentSpreadsheet:
      "Nothing: it is read."
    case .macroWorkbook: "Nothing: the cells are read. The workbook you were sent has no macros."
    case .zipOfWorkbooks: "Nothing, if the workbooks in it are read; else send them one by one."
    case .encryptedWorkbook:
      "Save it without a password and send it again, or tell the trainer the password by "
        + "telephone."
    case .rightsManaged:
      "In Excel choose File, Info, Protect Workbook, Restrict Access, Unrestricted Access; save "
        + "and send it again."
    case .empty, .partialDownload:
      "Attach the workbook again and check that its size is not 0 before sending."
    case .legacyWorkbook, .binaryWorkbook, .xml2003:
      "Open it in Excel or LibreOffice, choose Save As, Excel workbook (.xlsx), and send that."
    case .numbers:
      "In Numbers choose File, Export To, Excel…, format .xlsx, and send the exported file."
    case .text, .webPage, .pdf, .picture, .otherOffice, .unknown:
      "Send the workbook itself: the .xlsx file that you filled in."
    case .mailWithoutWorkbook:
      "Attach the .xlsx file that you filled in (not a link to it, nor a picture) and send it again."
    case .otherArchive, .zipWithoutWorkbook, .rezippedFolder:
      "Send the .xlsx file as it is, without packing or unpacking it."
    case .lockFile, .appleDouble, .notAFile:
      "Nothing, if the workbook itself is among the files; it was passed over."
    }
  }
}
