/// Every estimator of the catalogue with its page, as one Markdown document: `docs/methods.md`.
///
/// `measurements` are documents of simulations, each under a heading of its own, in the order in
/// which they are to stand.
package func methodsReference(measurements: [String]) -> String {
  let parts: [(title: String, estimators: [CataloguedEstimator])] = [
    ("One school: the difference", CataloguedEstimator.ofOneSchool),
    ("One school: what qualifies it", CataloguedEstimator.qualifyingOneSchool),
    ("Many schools", CataloguedEstimator.ofManySchools),
  ]
  let sections = parts.map { part in
    "## \(part.title)\n\n" + part.estimators.map(\.section).joined(separator: "\n")
  }
  return ([introduction] + sections + measurements).joined(separator: "\n")
}

private let introduction = """
  # Methods

  What is computed, how, when it is wrong, where it comes from and what it was checked against. This
  page is written from the catalogue in `Sources/Statistics/Catalogue`, and from the simulations in
  `Benchmarks/results`; it is not edited by hand.

  Every pupil is counted in the arm to which they were allocated, whatever happened later. Intervals
  are 95 % intervals. Where data cannot carry an estimate, a reason takes its place. An entry of the
  evidence base holds sums and no pupil: for each arm, or class of five pupils or more, the number of
  pupils and the sums, squares and products of their marks; blocks and pairs only added up over all of
  them. The primary estimate of every design can be fitted again from these (`RefitTests`).

  """
