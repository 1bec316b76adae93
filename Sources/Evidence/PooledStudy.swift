package import StudyModel

/// One study as pooling sees it: an effect, its variance, and what may explain it.
package struct PooledStudy: Sendable, Hashable {
  /// `S-014/peer-tutoring-reading/2026-1`, or the name that a table of effects gives.
  package var id: String
  /// `2026-06-26`; nil where none is known.
  package var date: String?
  package var estimate: Double
  package var variance: Double
  /// Nil for effects that were computed elsewhere.
  package var pupils: Int?
  package var country: String?
  package var phase: String?
  package var programme: String?
  package var area: Area?
  package var design: StudyDesign?
  package var certainty: String?
  package var moderators: [String: String]
  /// Whether somebody else computed the effect.
  package var isFromElsewhere = false
  /// The rules by which its area was found.
  package var areaRules: [String] = []
  /// √(1/n₁ + 1/n₂), which goes with an effect's precision but not with the effect itself.
  ///
  /// Nil for effects that were computed elsewhere.
  package var precision: Double?
  /// The effects that the study's effect is the mean of; one for most studies.
  package var parts: [Part]

  /// One effect of a study, such as that on its tutors.
  package struct Part: Sendable, Hashable {
    package var estimate: Double
    package var variance: Double
    /// With the part before it, where both were measured against the same pupils; else 0.
    package var covarianceWithPrevious: Double

    package init(estimate: Double, variance: Double, covarianceWithPrevious: Double = 0) {
      self.estimate = estimate
      self.variance = variance
      self.covarianceWithPrevious = covarianceWithPrevious
    }
  }

  package init(
    id: String, date: String?, estimate: Double, variance: Double, pupils: Int? = nil,
    country: String? = nil, phase: String? = nil, programme: String? = nil, area: Area? = nil,
    design: StudyDesign? = nil, certainty: String? = nil, moderators: [String: String] = [:],
    precision: Double? = nil, parts: [Part]? = nil
  ) {
    self.id = id
    self.date = date
    self.estimate = estimate
    self.variance = variance
    self.pupils = pupils
    self.country = country
    self.phase = phase
    self.programme = programme
    self.area = area
    self.design = design
    self.certainty = certainty
    self.moderators = moderators
    self.precision = precision
    self.parts = parts ?? [Part(estimate: estimate, variance: variance)]
  }
}

extension PooledStudy {
  /// Whether chance decided who was in which arm.
  package var isByChance: Bool {
    switch design {
    case .randomised, .pairs, .cluster, .partiallyNested: true
    case .matched, .single, nil: false
    }
  }
}
