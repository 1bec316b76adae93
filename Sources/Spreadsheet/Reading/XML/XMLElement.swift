/// An element that begins: its name and attributes, for as long as the callback lasts.
@safe
struct XMLElement {
  /// Without prefix.
  let name: XMLText
  let namespace: XMLNamespace
  /// Names and values by turns, ended by nil.
  let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>

  @inline(__always)
  init(
    name: XMLText, namespace: XMLNamespace,
    attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    self.name = name
    self.namespace = namespace
    unsafe self.attributes = unsafe attributes
  }

  /// The value of an attribute without prefix.
  subscript(wanted: StaticString) -> XMLText? {
    var place = 0
    while let name = unsafe attributes[place], let value = unsafe attributes[place + 1] {
      if unsafe XMLText(name) == wanted { return unsafe XMLText(value) }
      place += 2
    }
    return nil
  }

  /// The value of an attribute whose prefix stands for a namespace.
  func value(of wanted: StaticString, in space: XMLNamespace, _ scope: XMLScope) -> XMLText? {
    var place = 0
    while let name = unsafe attributes[place], let value = unsafe attributes[place + 1] {
      let (local, namespace) = unsafe scope.resolveAttribute(XMLText(name))
      if namespace == space, local == wanted { return unsafe XMLText(value) }
      place += 2
    }
    return nil
  }
}
