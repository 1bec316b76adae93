import Foundation

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
