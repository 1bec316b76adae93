import Foundation

/// Why a file cannot be written.
package enum FileWritingError: Error, Hashable, Sendable {
  case noSuchFolder(String)
  /// The folder, or the file that is there already, may not be written to.
  case notAllowed(String)
  case diskFull(String)
  /// Anything else that the system says, by its number.
  case failed(String, errno: Int32)

  /// What happened and where, in words.
  package var message: String {
    switch self {
    case .noSuchFolder(let path): "there is no folder for ‘\(path)’"
    case .notAllowed(let path): "‘\(path)’ may not be written to"
    case .diskFull(let path): "no room is left on the disk for ‘\(path)’"
    case .failed(let path, let number):
      "‘\(path)’ could not be written: \(unsafe String(cString: strerror(number)))"
    }
  }

  init(_ path: String, _ number: Int32) {
    self =
      switch number {
      case ENOENT, ENOTDIR: .noSuchFolder(path)
      case EACCES, EPERM, EROFS: .notAllowed(path)
      case ENOSPC, EDQUOT: .diskFull(path)
      default: .failed(path, errno: number)
      }
  }
}

/// Writes a file that is all there in memory, as the other does.
package func writeAtomically(
  _ bytes: [UInt8], to path: String, reachesDisk: Bool = true
) throws(FileWritingError) {
  try writeAtomically(SplicedBytes(bytes), to: path, reachesDisk: reachesDisk)
}

/// Writes a file so that it is there whole or not at all, whatever happens on the way.
///
/// The bytes go into a file beside it, reach the disk, and only then take its name; a process
/// that is killed leaves at most a file whose name begins with `.` and ends with `.partial`.
///
/// Without `reachesDisk` the disk is not waited for: thousands of small files that can be made
/// again need not be safe from a power cut.
///
/// - Throws: ``FileWritingError``; the file that was there before is then as it was.
package func writeAtomically(
  _ bytes: SplicedBytes, to path: String, reachesDisk: Bool = true
) throws(FileWritingError) {
  let (partial, descriptor) = try openPartialFile(for: path)
  do throws(FileWritingError) {
    for piece in bytes.pieces { try write(piece, to: descriptor, path) }
    if reachesDisk, fsync(descriptor) != 0 { throw FileWritingError(path, errno) }
  } catch {
    close(descriptor)
    unsafe unlink(partial)
    throw error
  }
  guard close(descriptor) == 0, unsafe rename(partial, path) == 0 else {
    let number = errno
    unsafe unlink(partial)
    throw FileWritingError(path, number)
  }
  if reachesDisk { syncFolder(of: path) }
}

/// A new file beside the one to be written, with the rights that any new file gets.
private func openPartialFile(
  for path: String
) throws(FileWritingError) -> (path: String, descriptor: Int32) {
  let folder = folder(of: path)
  // Long names leave no room for more: the end of the name is enough to know it by.
  let name = String(path.dropFirst(folder.count).suffix(40))
  for attempt in 1...1000 {
    let partial = "\(folder).\(name).\(getpid())-\(attempt).partial"
    let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor >= 0 { return (partial, descriptor) }
    guard errno == EEXIST else { throw FileWritingError(path, errno) }
  }
  throw .failed(path, errno: EEXIST)
}

private func write(
  _ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ path: String
) throws(FileWritingError) {
  var place = 0
  while place < bytes.count {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Foundation.write(
        descriptor, $0.baseAddress.map { unsafe $0 + place }, $0.count - place)
    }
    if count < 0 {
      guard errno == EINTR else { throw FileWritingError(path, errno) }
      continue
    }
    place += count
  }
}

/// The new name is on the disk once its folder is; where that cannot be asked for, it comes later.
private func syncFolder(of path: String) {
  let folder = folder(of: path)
  let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// With its slash; nothing for the folder that one is in.
private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}
