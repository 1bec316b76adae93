/// Whether a text holds an email address.
func holdsEmail(_ text: String) -> Bool {
  text.split(whereSeparator: { " ,;<>()".contains($0) }).contains { word in
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().contains(".")
  }
}

/// Whether a text holds a telephone number.
///
/// Ten to fifteen digits that begin with 0 or `+`, with spaces, hyphens or brackets between them.
/// Days in a row are none.
func holdsPhoneNumber(_ text: String) -> Bool {
  let pattern = /(?:^|[^0-9A-Za-z])((?:\+|0)[0-9](?:[ \-()]{0,2}[0-9]){8,13})(?![0-9])/
  return text.matches(of: pattern).contains { match in
    !match.output.1.split { !$0.isNumber }.contains { $0.count == 4 && $0.hasPrefix("20") }
  }
}
