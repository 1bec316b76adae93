/// The attributes of a cell, found in one walk.
@safe
struct CellAttributes {
  var reference: XMLText?
  var style: XMLText?
  var kind: XMLText?
  var hasRichValue = false
  /// Whether one of them may declare a namespace.
  var mayDeclare = false
  var count = 0

  /// From names and values by turns, ended by nil.
  @inline(__always)
  init(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    while let name = unsafe attributes[2 * count],
      let value = unsafe attributes[2 * count + 1]
    {
      let first = unsafe UInt8(bitPattern: name[0])
      if unsafe name[1] == 0 {
        switch first {
        case UInt8(ascii: "r"): reference = unsafe XMLText(value)
        case UInt8(ascii: "s"): style = unsafe XMLText(value)
        case UInt8(ascii: "t"): kind = unsafe XMLText(value)
        default: break
        }
      } else if first == UInt8(ascii: "x") {
        mayDeclare = true
      } else if unsafe XMLText(name) == "vm" {
        hasRichValue = true
      }
      count &+= 1
    }
  }
}
