/// Why an estimate cannot be computed from these numbers.
///
/// The reason is in words a school can read; it says what is missing, never what the code did.
package enum EstimationError: Error, Hashable, Sendable, Codable {
  /// Fewer numbers than the estimate needs.
  case tooFewObservations(needed: Int, found: Int)
  /// Every value of what is named is the same, so there is no spread to measure against.
  case noVariation(of: String)
  /// Two things that the estimate must tell apart always change together.
  case collinear
  /// The search for the best value did not settle.
  case noConvergence
  /// There is only one group, or only one kind of group, so there is nothing to compare with.
  case noComparison
  /// The numbers themselves cannot be used; says why.
  case invalid(String)

  /// The reason as a clause that can follow "because" or stand after a colon.
  package var reason: String {
    switch self {
    case .tooFewObservations(let needed, let found):
      "at least \(needed) results are needed and there \(found == 1 ? "is" : "are") \(found)"
    case .noVariation(let what):
      "there is no spread in \(what), so there is nothing to measure the difference against"
    case .collinear:
      "the groups differ in just the way that the calculation has to adjust for,"
        + " so the two cannot be told apart"
    case .noConvergence:
      "the calculation did not settle on one answer"
    case .noComparison:
      "there is no other group to compare with"
    case .invalid(let why):
      why
    }
  }
}
