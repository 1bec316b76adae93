import Statistics

/// A part of an analysis that is left out when there are very many studies.
///
/// Every such part is listed here, so that none is ever missing without a word.
package enum SizeLimit: Sendable, Hashable, CaseIterable {
  case multilevel
  case selection
  case permutation
  case rankTest

  /// The most studies of which the part is made.
  package var most: Int {
    switch self {
    case .multilevel: 10_000
    case .selection: 1000
    case .permutation: 200
    case .rankTest: RankCorrelationTest.mostStudies
    }
  }

  /// Why the part is missing, in words that go on from a colon.
  package var reason: String {
    switch self {
    case .multilevel:
      "effects within studies are not taken apart above 10,000 studies, each of which has a "
        + "matrix of its own"
    case .selection:
      "the selection model is left out above 1,000 studies, where its search takes long"
    case .permutation:
      "answers are not dealt out to other studies by chance above 200 studies, where the "
        + "ordinary p is as good"
    case .rankTest:
      "the rank correlation is left out above 20,000 studies, which are too many to compare each "
        + "with each"
    }
  }

  /// Whether so many studies are within the limit.
  func allows(_ count: Int) -> Bool { count <= most }
}

extension CumulativeAnalysis {
  /// What there would be with fewer studies, in the order of the report; each once.
  package var leftOutForSize: [SizeLimit] {
    var parts: [SizeLimit] = []
    if case .found(let tests) = smallStudies { parts += tests.leftOutForSize }
    if moderators.contains(where: \.isPermutationLeftOut) { parts.append(.permutation) }
    if isMultilevelLeftOut { parts.append(.multilevel) }
    return parts
  }
}
