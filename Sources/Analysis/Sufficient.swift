package import Statistics
import StudyModel
import Validation

/// Sums over fewer pupils could be taken apart into their marks.
private let fewestInSums = 5

extension OutcomeSample {
  /// The sums of the pupils of the primary estimate: by arm, or by class where classes were
  /// allocated; pupils come in the order of their codes.
  ///
  /// Empty where an arm has fewer than five pupils; by arm alone where a class has.
  func sufficientStatistics(_ plan: AnalysisPlan) -> [SufficientStatistics] {
    let pupils = analysed(plan)
    if plan.model == .classes, let classes = sumsOfClasses(pupils) { return classes }
    let arms = Arm.allCases.map { arm in
      sums(of: pupils.filter { $0.arm == arm }, arm: arm, block: "")
    }
    return arms.allSatisfy { $0.count == 0 || $0.count >= fewestInSums } ? arms : []
  }

  /// The products within blocks or pairs, added up over them; nil without any.
  func productsWithinStrata(_ plan: AnalysisPlan) -> BlockedProducts? {
    let pupils = analysed(plan)
    guard let strata = strata(of: pupils, plan) else { return nil }
    let members = Dictionary(grouping: zip(pupils, strata)) { $0.1 }
    return BlockedProducts(
      members.keys.sorted().map { stratum in
        let own = (members[stratum] ?? []).map(\.0)
        return BlockSums(
          intervention: markSums(of: own.filter { $0.arm == .intervention }),
          comparison: markSums(of: own.filter { $0.arm == .comparison }))
      })
  }

  /// Nil where a class is too small, or in both arms.
  private func sumsOfClasses(_ pupils: [Pupil]) -> [SufficientStatistics]? {
    let members = Dictionary(grouping: zip(pupils, classes(of: pupils))) { $0.1 }
    var all: [SufficientStatistics] = []
    for number in members.keys.sorted() {
      let own = (members[number] ?? []).map(\.0)
      guard own.count >= fewestInSums, let arm = own.first?.arm,
        own.allSatisfy({ $0.arm == arm })
      else { return nil }
      // The class's own name stays in the school.
      all.append(sums(of: own, arm: arm, block: "\(number + 1)"))
    }
    return all
  }

  private func sums(of pupils: [Pupil], arm: Arm, block: String) -> SufficientStatistics {
    let sums = markSums(of: pupils)
    return SufficientStatistics(
      arm: arm, block: block, count: sums.count, sumBefore: sums.before, sumAfter: sums.after,
      sumBeforeSquared: sums.beforeSquared, sumAfterSquared: sums.afterSquared,
      sumBeforeAfter: sums.product)
  }

  private func markSums(of pupils: [Pupil]) -> MarkSums {
    MarkSums(before: pupils.compactMap(before(of:)), after: pupils.compactMap(after(of:)))
  }
}

extension SufficientStatistics {
  /// The same for the estimators.
  package var sums: MarkSums {
    MarkSums(
      count: count, before: sumBefore, after: sumAfter, beforeSquared: sumBeforeSquared,
      afterSquared: sumAfterSquared, product: sumBeforeAfter)
  }
}
