import CustomDump
package import Testing

/// Fails the test where two values differ, and shows the lines in which they do.
///
/// The function of this name in CustomDump fails no test here: it reports to a library that this
/// package does not link.
package func expectNoDifference<Value: Equatable>(
  _ one: Value, _ other: Value, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard one != other else { return }
  let lines = diff(one, other) ?? "\(one) is not \(other)"
  Issue.record(
    "\(comment.map { "\($0)\n" } ?? "")\(lines)", sourceLocation: sourceLocation)
}
