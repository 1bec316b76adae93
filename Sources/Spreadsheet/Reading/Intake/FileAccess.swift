#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a regular file.
///
/// Links are followed only where the path says so, devices and pipes are never waited for, and a
/// file that is too large is refused before it is read.
///
/// - Throws: `notAWorkbook(.notAFile)` for anything but a file that can be read; `overLimit`.
package func readFile(
  at path: FilePath, limits: ReadingLimits = .standard
) throws(SpreadsheetError) -> [UInt8] {
  let descriptor = openWithoutWaiting(path)
  guard descriptor >= 0 else { throw .notAWorkbook(.notAFile) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw .notAWorkbook(.notAFile)
  }
  let size = Int(status.st_size)
  guard size <= limits.fileBytes else {
    throw .overLimit(.fileBytes, part: nil, figure: size, limit: limits.fileBytes)
  }
  return readAll(descriptor, size: size)
}

private func openWithoutWaiting(_ path: FilePath) -> CInt {
  guard !path.bytes.contains(0) else { return -1 }
  let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
  let links = path.followsLink ? 0 : O_NOFOLLOW
  return unsafe open(name, O_RDONLY | links | O_NONBLOCK | O_CLOEXEC)
}

/// Up to as many bytes as the file had when it was opened.
private func readAll(_ descriptor: CInt, size: Int) -> [UInt8] {
  // Without room the standard library would write the count of the one empty array that all
  // threads share.
  guard size > 0 else { return [] }
  return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size, let start = buffer.baseAddress {
      let more = unsafe read(descriptor, start + count, size - count)
      if more < 0, errno == EINTR { continue }
      if more <= 0 { break }
      count += more
    }
  }
}

/// The files in a folder and in its folders, sorted; links and devices are listed, never followed.
package func files(inFolder folder: FilePath) -> [FilePath] {
  var found: [FilePath] = []
  var folders = [folder]
  while let next = folders.popLast() {
    for name in names(inFolder: next) {
      let path = next.appending(name)
      if isFolder(path) {
        folders.append(path)
      } else {
        found.append(path)
      }
    }
  }
  return found.sorted()
}

private func names(inFolder folder: FilePath) -> [[UInt8]] {
  guard !folder.bytes.contains(0) else { return [] }
  let name = folder.bytes.map { CChar(bitPattern: $0) } + [0]
  guard let stream = unsafe opendir(name) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [[UInt8]] = []
  while let entry = unsafe readdir(stream) {
    let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
      unsafe [UInt8](name.prefix { $0 != 0 })
    }
    if bytes != [46], bytes != [46, 46] { names.append(bytes) }
  }
  return names
}

private func isFolder(_ path: FilePath) -> Bool {
  let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
  var status = stat()
  return unsafe lstat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
