import CExpat

/// What takes the events of one kind of part.
///
/// The callbacks are plain C functions without captures: each conforming type writes its own,
/// because such a function cannot be generic.
protocol XMLPartReader: ~Copyable {
  static var callbacks: XMLCallbacks { get }
}

/// The functions that expat calls for one kind of part.
@safe
struct XMLCallbacks {
  let start: XML_StartElementHandler?
  let end: XML_EndElementHandler?
  let text: XML_CharacterDataHandler?
}

extension XMLScope {
  /// The scope behind the pointer that expat hands to every callback.
  @inline(__always)
  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLScope> {
    unsafe context.unsafelyUnwrapped.assumingMemoryBound(to: XMLScope.self)
  }

  /// The reader of the part, as the type that it is.
  @inline(__always)
  static func reader<Reader: XMLPartReader & ~Copyable>(
    _ context: UnsafeMutableRawPointer?, as type: Reader.Type
  ) -> UnsafeMutablePointer<Reader> {
    unsafe at(context).pointee.reader.unsafelyUnwrapped.assumingMemoryBound(to: type)
  }
}
