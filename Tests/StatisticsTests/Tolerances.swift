/// How closely a computed number must agree with its reference, by kind of quantity.
///
/// Absolute up to 1, relative above; probabilities are compared relative to themselves as well.
enum Tolerance {
  /// Sums, ratios, regression coefficients.
  static let closedForm = 1e-9
  /// Maximum likelihood, restricted maximum likelihood and what depends on them.
  static let likelihood = 1e-8
  /// Limits found by a search: noncentral t, Q-profile.
  static let limit = 1e-6
  /// The selection model; degrees of freedom from numerical derivatives.
  static let loose = 1e-5
  /// Small probabilities, relative to themselves.
  static let probability = 1e-7
  /// Distribution functions against 40-digit values, relative.
  static let distribution = 1e-12
  /// The same where Boost sums a series of noncentral terms.
  static let noncentral = 1e-10
}

/// Whether `value` is `reference` to `tolerance`.
func agrees(_ value: Double, _ reference: Double, _ tolerance: Double) -> Bool {
  abs(value - reference) <= tolerance * max(1, abs(reference))
}

/// Whether `value` is `reference` to `tolerance` of the reference itself.
func agreesRelatively(_ value: Double, _ reference: Double, _ tolerance: Double) -> Bool {
  value == reference || abs(value - reference) <= tolerance * abs(reference)
}
