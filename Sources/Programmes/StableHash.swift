/// A hash of text that is the same on every machine and in every version.
///
/// It shows that something was changed; it does not keep anybody from changing it.
///
/// - Source: FNV-1a with 64 bits (Fowler, Noll and Vo), its bits mixed as SplitMix64 mixes them.
package func stableHash(of text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
  hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
  return hash ^ (hash >> 31)
}

/// The hash of some lines, as sixteen hexadecimal digits.
package func stableHashText(of lines: [String]) -> String {
  let digits = String(stableHash(of: lines.joined(separator: "\n")), radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
