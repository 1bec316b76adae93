/// Fills in the missing marks of a school, one draw of everything unknown at a time.
struct Imputer {
  private(set) var after: [Double]
  private(set) var before: [Double]
  private let marks: IncompleteMarks
  /// The arm, and the classes where there are any; what cannot be told apart is left out.
  private let groups: [[Double]]
  /// How often before and after are filled in from each other; once where only one is missing.
  private let turns: Int

  /// - Throws: `tooFewObservations` when nobody has one of the marks; `invalid` when a class, or an
  ///   arm, has none of them.
  init(_ marks: IncompleteMarks) throws(EstimationError) {
    self.marks = marks
    groups =
      (marks.classes.map(indicatorColumns) ?? []) + [marks.isIntervention.map { $0 ? 1 : 0 }]
    try Self.checkThatEveryGroupHasMarks(marks)
    after = try Self.started(marks.after)
    before = try Self.started(marks.before)
    turns = marks.before.contains(nil) && marks.after.contains(nil) ? 10 : 1
  }

  /// Begins with the mean of what is known; the turns take the draws away from there.
  private static func started(_ values: [Double?]) throws(EstimationError) -> [Double] {
    let known = values.compactMap(\.self)
    guard known.count > 3 else { throw .tooFewObservations(needed: 4, found: known.count) }
    let centre = mean(known)
    return values.map { $0 ?? centre }
  }

  /// Without a mark of its own a class would get the level of whichever class comes first, maybe one
  /// of the other arm.
  private static func checkThatEveryGroupHasMarks(
    _ marks: IncompleteMarks
  ) throws(EstimationError) {
    let groups = marks.classes ?? marks.isIntervention.map { $0 ? 1 : 0 }
    for values in [marks.after, marks.before] {
      let known = Set(zip(groups, values).filter { $0.1 != nil }.map(\.0))
      guard known == Set(groups) else {
        throw .invalid(
          "a class or group has none of the marks of a test, so nothing says where they would lie")
      }
    }
  }

  mutating func fillIn(_ generator: inout SeededGenerator) throws(EstimationError) {
    for _ in 0..<turns {
      before = try drawn(marks.before, given: after, known: marks.after, &generator) ?? before
      after = try drawn(marks.after, given: before, known: marks.before, &generator) ?? after
    }
  }

  /// One draw of the missing values; nil where none is missing.
  private func drawn(
    _ values: [Double?], given other: [Double], known: [Double?],
    _ generator: inout SeededGenerator
  ) throws(EstimationError) -> [Double]? {
    guard values.contains(nil) else { return nil }
    let rows = values.indices.filter { values[$0] != nil }
    let columns = [[Double](repeating: 1, count: values.count), other] + groups
    let fit = try leastSquares(
      columns: columns.map { column in rows.map { column[$0] } },
      outcome: rows.map { values[$0] ?? 0 })
    let draw = try RegressionDraw(of: fit, &generator)
    return values.indices.map { row in
      if let value = values[row] { return value }
      let centre = zip(columns, draw.coefficients).reduce(0) { $0 + $1.0[row] * $1.1 }
      return centre + draw.spread * generator.nextNormal()
    }
  }
}

/// Coefficients and spread of a regression, drawn from what the data leave open.
private struct RegressionDraw {
  let coefficients: [Double]
  let spread: Double

  init(
    of fit: LeastSquaresFit, _ generator: inout SeededGenerator
  ) throws(EstimationError) {
    guard fit.residualDegreesOfFreedom > 0 else {
      throw .tooFewObservations(needed: fit.rank + 1, found: fit.count)
    }
    if fit.isExact { throw .noVariation(of: "what is left after the adjustment") }
    let freedom = Double(fit.residualDegreesOfFreedom)
    let chance = ChiSquared.quantile(generator.nextUniform(), degreesOfFreedom: freedom)
    spread = (fit.residualSumOfSquares / chance).squareRoot()
    let kept = fit.isKept.indices.filter { fit.isKept[$0] }
    let inverse = SmallMatrix(
      size: kept.count,
      elements: kept.flatMap { row in kept.map { fit.crossproductInverse[row][$0] } })
    guard let lower = inverse.cholesky() else { throw .collinear }
    let noise = lower * kept.map { _ in generator.nextNormal() }
    var drawn = fit.coefficients
    for (index, column) in kept.enumerated() { drawn[column] += spread * noise[index] }
    coefficients = drawn
  }
}

extension SeededGenerator {
  /// A number strictly between 0 and 1, from the upper 53 bits.
  mutating func nextUniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// A standard normal number, by the inverse of its distribution function.
  mutating func nextNormal() -> Double { Normal.quantile(nextUniform()) }
}
