import Foundation

/// Where the C library may put its files until they are read: memory where there is such a folder,
/// so that no disk is waited for and nothing of a school's is left on one.
package let memoryOrDisk: String = unsafe access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp"

/// A file of a name that nobody else has, gone when this object is.
///
/// The C library of Debian can only write to a path.
final class ScratchFile {
  let path: String

  init(in folder: String) throws(WritingError) {
    var template = Array((folder + "/whatworked-XXXXXX").utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .scratchFolder(folder, errno: errno) }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func contents() throws(WritingError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .scratchFolder(path, errno: errno)
    }
    return [UInt8](data)
  }

  deinit {
    unsafe unlink(path)
  }
}
