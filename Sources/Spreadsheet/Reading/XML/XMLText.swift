/// Bytes that expat owns, ended by a zero: a name or the value of an attribute.
///
/// They live as long as the callback that was given them; nothing keeps one.
@safe
struct XMLText {
  let start: UnsafePointer<CChar>

  init(_ start: UnsafePointer<CChar>) { unsafe self.start = unsafe start }

  /// Whether this is exactly `other`.
  @inline(__always)
  static func == (text: XMLText, other: StaticString) -> Bool {
    let wanted = unsafe UnsafeRawPointer(other.utf8Start)
    let length = other.utf8CodeUnitCount
    for place in 0..<length
    where unsafe text.start[place] != wanted.load(fromByteOffset: place, as: CChar.self) {
      return false
    }
    return unsafe text.start[length] == 0
  }

  @inline(__always)
  static func ~= (wanted: StaticString, text: XMLText) -> Bool { text == wanted }

  var string: String { unsafe String(cString: start) }

  /// The whole number that this spells, without sign or anything else.
  @inline(__always)
  var wholeNumber: Int? {
    var number = 0
    var place = 0
    while unsafe start[place] != 0 {
      let digit = unsafe Int(start[place]) - 48
      guard digit >= 0, digit < 10, place < 18 else { return nil }
      number = number &* 10 &+ digit
      place &+= 1
    }
    return place == 0 ? nil : number
  }

  /// Whether this spells true, as XML Schema and as some programs do.
  var isTrue: Bool { self == "1" || self == "true" || self == "on" }
}
