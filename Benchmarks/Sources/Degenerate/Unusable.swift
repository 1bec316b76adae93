/// Where in a value there is a number that is not finite; nil where there is none.
func unusable(in value: Any, at path: String) -> String? {
  if let number = value as? Double { return number.isFinite ? nil : "\(path) = \(number)" }
  if value is String || value is Int || value is Bool { return nil }
  for child in Mirror(reflecting: value).children {
    if let found = unusable(in: child.value, at: "\(path).\(child.label ?? "")") { return found }
  }
  return nil
}
