/// Traces of P = W − WX(X'WX)⁻¹X'W and of its products, from sums over studies.
struct Projection {
  let model: MetaModel
  let weight: (Int) -> Double
  /// (X'WX)⁻¹.
  let inverse: SmallMatrix

  /// tr(P·D), D diagonal.
  func trace(_ diagonal: (Int) -> Double = { _ in 1 }) -> Double {
    var sum = 0.0
    for study in model.estimates.indices { sum += weight(study) * diagonal(study) }
    let squared = model.crossproduct { study in
      let share = weight(study)
      return share * share * diagonal(study)
    }
    return sum - (inverse * squared).trace
  }

  /// tr(P·D₁·P·D₂), D₁ and D₂ diagonal.
  func traceOfProduct(
    _ first: (Int) -> Double = { _ in 1 }, _ second: (Int) -> Double = { _ in 1 }
  ) -> Double {
    var sum = 0.0
    for study in model.estimates.indices {
      let share = weight(study)
      sum += share * share * first(study) * second(study)
    }
    let cubed = model.crossproduct { study in
      let share = weight(study)
      return share * share * share * first(study) * second(study)
    }
    func squared(_ diagonal: (Int) -> Double) -> SmallMatrix {
      model.crossproduct { study in
        let share = weight(study)
        return share * share * diagonal(study)
      }
    }
    let cross = inverse * squared(first) * (inverse * squared(second))
    return sum - 2 * (inverse * cubed).trace + cross.trace
  }
}

extension MetaModel {
  /// The typical sampling variance that I² and H² are measured against: (k − p)/tr P at τ² = 0.
  func typicalVariance() throws(EstimationError) -> Double {
    let weight: (Int) -> Double = { 1 / variances[$0] }
    let inverse = try solution(weight).inverse
    let trace = Projection(model: self, weight: weight, inverse: inverse).trace()
    return Double(residualDegreesOfFreedom) / trace
  }
}
