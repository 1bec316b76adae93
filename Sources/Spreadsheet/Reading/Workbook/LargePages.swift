#if canImport(Glibc)
  import Glibc
#endif

/// A hint to the system that room will be filled from end to end.
enum LargePages {
  /// Asks for pages of two megabytes for the room of a large array, where the system has them.
  ///
  /// The system otherwise gives each four kilobytes on their own, which takes a twentieth of the
  /// time of a large sheet.
  static func prefer<Element>(for array: inout [Element]) {
    #if canImport(Glibc)
      let pageBytes = 2 << 20
      let roomBytes = array.capacity * MemoryLayout<Element>.stride
      guard roomBytes >= 4 * pageBytes else { return }
      unsafe array.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        let first = Int(bitPattern: start)
        let aligned = (first + pageBytes - 1) / pageBytes * pageBytes
        let length = (first + roomBytes - aligned) / pageBytes * pageBytes
        // A refusal changes nothing but the time.
        _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: aligned), length, MADV_HUGEPAGE)
      }
    #endif
  }
}
