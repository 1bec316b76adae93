/// What a model with classes needs of one class: no pupil of it.
package struct ClassSums: Sendable, Hashable, Codable {
  package let isIntervention: Bool
  package let sums: MarkSums

  package init(isIntervention: Bool, sums: MarkSums) {
    self.isIntervention = isIntervention
    self.sums = sums
  }
}

/// The mixed model of a trial that allocated classes, from the sums of its classes alone.
///
/// Equal to that from pupils, but for rounding and for the intercept, which is here at the mean
/// before-mark and counted from the mean after-mark.
/// - Throws: as `clusteredTrial` from pupils; `tooFewObservations` without degrees of freedom.
package func clusteredTrial(
  classes: [ClassSums], level: Double = 0.95
) throws(EstimationError) -> ClusteredTrialEstimate {
  let used = classes.filter { $0.sums.count > 0 }
  let treated = used.count { $0.isIntervention }
  try checkClasses(intervention: treated, comparison: used.count - treated)
  let all = used.reduce(MarkSums.none) { $0 + $1.sums }
  let centre = (before: all.beforeSummary.mean, after: all.afterSummary.mean)
  let model = RandomInterceptModel(
    classes: used.map { $0.products(columns: [.one, .before, .arm], from: centre) }, width: 3,
    count: Double(all.count))
  let empty = RandomInterceptModel(
    classes: used.map { $0.products(columns: [.one], from: centre) }, width: 1,
    count: Double(all.count))
  guard all.count > 4 else { throw .tooFewObservations(needed: 5, found: all.count) }
  return try ClusteredTrialEstimate(
    fit: try randomInterceptFit(model, from: [0, 0, 0], kind: .REML, level: level),
    empty: try randomInterceptFit(empty, from: [0], kind: .REML, level: level),
    classes: (treated, used.count - treated), level: level)
}

extension ClassSums {
  fileprivate enum Column {
    case one, before, arm
  }

  /// The cross-products of the columns and the after-mark, within the class and of its means.
  fileprivate func products(
    columns: [Column], from centre: (before: Double, after: Double)
  ) -> RandomInterceptModel.Class {
    let size = columns.count + 1
    let count = Double(sums.count)
    let means =
      columns.map { column in
        switch column {
        case .one: 1
        case .before: sums.beforeSummary.mean - centre.before
        case .arm: isIntervention ? 1 : 0
        }
      } + [sums.afterSummary.mean - centre.after]
    var within = SmallMatrix(size: size)
    within[size - 1, size - 1] = sums.afterSummary.sumOfSquaredDeviations
    if let before = columns.firstIndex(of: .before) {
      within[before, before] = sums.beforeSummary.sumOfSquaredDeviations
      within[before, size - 1] = sums.deviationProduct
      within[size - 1, before] = sums.deviationProduct
    }
    var between = SmallMatrix(size: size)
    between.addOuterProduct(of: means, weight: count)
    return RandomInterceptModel.Class(count: count, within: within, between: between)
  }
}
