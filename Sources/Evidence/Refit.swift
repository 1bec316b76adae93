package import Analysis
package import Statistics
package import StudyModel

extension EvidenceEffect {
  /// The primary estimate again, from the sums in the entry and without any pupil.
  ///
  /// Equal to that of the school but for rounding. The months are those of the newest table.
  /// - Throws: `invalid` where the entry keeps no sums; otherwise why there is no estimate.
  package func refitted(
    design: StudyDesign, level: Double = 0.95
  ) throws(EstimationError) -> EffectEstimate {
    guard !sufficient.isEmpty else {
      throw .invalid("too few pupils were measured for sums to leave the school")
    }
    let treated = sums(of: .intervention)
    let compared = sums(of: .comparison)
    switch design {
    case .single: throw .noComparison
    case .cluster:
      let classes = sufficient.filter { !$0.block.isEmpty }
      guard !classes.isEmpty else {
        throw .invalid("a class is too small for its sums to leave the school")
      }
      let trial = try clusteredTrial(
        classes: classes.map {
          ClassSums(isIntervention: $0.arm == .intervention, sums: $0.sums)
        }, level: level)
      return try EffectEstimate(
        of: trial, marks: treated + compared, intervention: treated.count, level: level,
        months: MonthsTable.all[0])
    case .randomised, .pairs, .matched, .partiallyNested:
      let products =
        withinStrata
        ?? BlockedProducts([BlockSums(intervention: treated, comparison: compared)])
      return EffectEstimate(
        of: try ancova(
          within: products, intervention: treated, comparison: compared, level: level),
        nesting: nesting, months: MonthsTable.all[0])
    }
  }

  private func sums(of arm: Arm) -> MarkSums {
    sufficient.filter { $0.arm == arm }.reduce(.none) { $0 + $1.sums }
  }

  /// The correction for teaching groups as it was; nil without any.
  private var nesting: ClusterCorrection? {
    guard let gamma = clusterShrinkage else { return nil }
    return ClusterCorrection(
      gamma: gamma, eta: clusterInflation, degreesOfFreedom: clusterDegreesOfFreedom)
  }
}
