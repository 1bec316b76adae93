import Foundation

/// Copies of Swift strings that a C structure can point to, freed together.
@safe final class CStrings {
  private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

  /// A copy that lives as long as this object; nil for an empty text.
  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty, let copy = unsafe strdup(text) else { return nil }
    unsafe copies.append(copy)
    return unsafe copy
  }

  deinit {
    unsafe copies.forEach { unsafe free($0) }
  }
}
