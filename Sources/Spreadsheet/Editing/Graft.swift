/// How a sheet of ours is known again in a file that has been away.
///
/// The identifier lasts until a program saves the file; the text, in some cell of the sheet, lasts
/// as long as the sheet does.
package struct GraftStamp: Hashable, Sendable {
  package let relationshipIdentifier: String
  /// Some cell of the sheet must contain this.
  package let text: String
  /// What the sheet is called, unless another sheet has that name.
  package let sheetName: String

  /// Of the sheet with the results of an analysis.
  package static let results = GraftStamp(
    relationshipIdentifier: "rIdWhatworkedResults", text: "whatworked-results",
    sheetName: "Results")
  /// Of the sheet with what the school is asked to put right.
  package static let toPutRight = GraftStamp(
    relationshipIdentifier: "rIdWhatworkedToPutRight", text: "whatworked-to-put-right",
    sheetName: "To put right")
}

/// On which sheet a workbook opens after a sheet has been added.
package enum GraftOpening: Hashable, Sendable {
  /// On the new one; the sheet that was selected before no longer is, so its part changes by one
  /// attribute. With two selected sheets, the next edit would land in both.
  case onGraftedSheet
  /// Where it opened before; no part of an old sheet changes.
  case asBefore
}

/// A package with a sheet more, and what there is to say about it.
package struct GraftedPackage: Hashable, Sendable {
  package var contents: SplicedBytes
  /// The name that the sheet has in the end: with a number where another sheet had its name.
  package var sheetName: String
  package var remarks: [GraftRemark]
  /// What the name of its file must end with, or Excel refuses it: `xlsx`, or `xlsm` with macros.
  package var fileExtension: String

  /// In one piece.
  package var bytes: [UInt8] { contents.joined }
}

package enum GraftRemark: Hashable, Sendable {
  /// The sheet took the place of one that we had added before.
  case replacedEarlierSheet
  /// The owner had asked that no sheets be added; the protection itself is as it was.
  case structureWasLocked
  /// The workbook's styles could not be added to, so the sheet is plain.
  case withoutStyles
  /// Bytes after the end of the archive, which belong to nothing, are gone.
  case droppedTrailingBytes
  /// The list of the order of calculation named cells of our earlier sheet; programs remake it.
  case droppedCalculationOrder
}

/// Adds a sheet to a workbook, last.
///
/// Every other part stays byte for byte as it was, but for the few that must name the sheet. A
/// sheet of ours with the same stamp is replaced where it is.
///
/// - Returns: the new package; the same arguments give the same bytes, and so does grafting
///   again into what came out.
/// - Throws: why this package must not be edited, or why the sheet cannot be written.
package func graft(
  _ sheet: SheetPlan, into package: [UInt8], stamp: GraftStamp,
  opening: GraftOpening = .onGraftedSheet, scratchFolder: String = memoryOrDisk
) throws(GraftError) -> GraftedPackage {
  guard sheet.isStamped(with: stamp) else { throw .stampMissing(stamp.text) }
  let parts = try WorkbookParts(of: package)
  var graft = try SheetGraft(sheet, into: parts, stamp, opening)
  try graft.write(scratchFolder: scratchFolder)
  return GraftedPackage(
    contents: try graft.changes.spliced(), sheetName: graft.sheetName, remarks: graft.remarks,
    fileExtension: parts.isMacroEnabled ? "xlsm" : "xlsx")
}

extension SheetPlan {
  fileprivate func isStamped(with stamp: GraftStamp) -> Bool {
    cells.contains {
      guard case .text(let text) = $0.value else { return false }
      return text.contains(stamp.text)
    }
  }
}
