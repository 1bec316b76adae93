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
    _ bytes: some Collection<UInt8>, to name: String, reachesDisk: Bool = true
  ) throws -> String {
    let place = folder.appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(path: place.relativePath, reason: "its folder could not be made")
    }
    do throws(FileWritingError) {
      try writeAtomically(Array(bytes), to: place.path, reachesDisk: reachesDisk)
    } catch {
      throw OutputFailure(path: place.relativePath, reason: error.message)
    }
    return place.relativePath
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
