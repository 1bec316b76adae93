import Foundation
import Spreadsheet

/// The folder under which everything is written, each file beside its place and then renamed.
struct OutputFolder: Sendable {
  let folder: URL

  init(_ path: String) { folder = URL(filePath: path) }

  /// Writes a file whole or not at all, making its folder where there is none.
  ///
  /// With `reachesDisk` it waits until the disk has it, so that it outlives a power cut.
  ///
  /// - Returns: Its path, as the call would write it.
  /// - Throws: `OutputFailure` where the disk is full or the folder cannot be written.
  @discardableResult
  func write(
    _ bytes: [UInt8], to name: String, reachesDisk: Bool = true
  ) throws -> String {
    try write(SplicedBytes(bytes), to: name, reachesDisk: reachesDisk)
  }

  /// The same for bytes in pieces.
  @discardableResult
  func write(
    _ bytes: SplicedBytes, to name: String, reachesDisk: Bool = true
  ) throws -> String {
    let place = folder.appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(
        path: place.relativePath, reason: "the folder for ‘\(place.path)’ \(Self.words(for: error))"
      )
    }
    do throws(FileWritingError) {
      try writeAtomically(bytes, to: place.path, reachesDisk: reachesDisk)
    } catch {
      throw OutputFailure(path: place.relativePath, reason: error.message)
    }
    return place.relativePath
  }

  /// Why a folder could not be made.
  private static func words(for error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace: "could not be made: no room is left on the disk"
    case .fileWriteVolumeReadOnly: "could not be made: the disk can only be read"
    case .fileWriteNoPermission: "may not be made there"
    default: "could not be made"
    }
  }

  /// Writes a text.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }
}

/// A file that could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { reason }
}
