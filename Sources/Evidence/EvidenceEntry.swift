package import Analysis
package import StudyModel

/// What one study gives to the evidence base: no pupil, and enough to fit every model again.
package struct EvidenceEntry: Sendable, Hashable, Codable {
  package var identity: StudyIdentity
  package var programmeTitle: String
  package var programmeVersion: String
  package var strategy: String
  package var phase: String
  package var area: Area
  package var design: StudyDesign
  package var assignment: AssignmentMethod
  /// The day of the second test, `2026-06-26`, by which studies are put in order.
  package var date: String?
  package var effects: [EvidenceEffect]
  /// Closed answers that may explain differences between studies, by field.
  package var moderators: [String: String]
  /// Where it came from: SHA-256 of the data as read, in hexadecimal.
  package var dataHash: String
  package var toolVersion: String
  /// How the draw of its groups holds up; nil where the workbook records none.
  package var allocation: AllocationAudit?

  package init(
    identity: StudyIdentity, programmeTitle: String, programmeVersion: String, strategy: String,
    phase: String, area: Area, design: StudyDesign, assignment: AssignmentMethod, date: String?,
    effects: [EvidenceEffect], moderators: [String: String], dataHash: String,
    toolVersion: String
  ) {
    self.identity = identity
    self.programmeTitle = programmeTitle
    self.programmeVersion = programmeVersion
    self.strategy = strategy
    self.phase = phase
    self.area = area
    self.design = design
    self.assignment = assignment
    self.date = date
    self.effects = effects
    self.moderators = moderators
    self.dataHash = dataHash
    self.toolVersion = toolVersion
  }
}

/// One outcome of one study, for one role where there are roles.
package struct EvidenceEffect: Sendable, Hashable, Codable {
  package var outcome: String
  package var test: String
  package var role: Role?
  /// Nil where no effect could be estimated, or none may be pooled.
  package var g: Double?
  package var standardError: Double?
  /// Why there is no effect to pool.
  package var reason: String?
  package var intervention: Int
  package var comparison: Int
  package var started: Int
  package var pooledStandardDeviation: Double?
  package var differenceStandardError: Double?
  package var clusterInflation: Double
  package var clusterDegreesOfFreedom: Double
  package var baselineG: Double?
  package var certainty: Certainty
  package var sufficient: [SufficientStatistics]

  package init(
    outcome: String, test: String, role: Role?, g: Double?, standardError: Double?,
    reason: String?, intervention: Int, comparison: Int, started: Int,
    pooledStandardDeviation: Double?, differenceStandardError: Double?,
    clusterInflation: Double, clusterDegreesOfFreedom: Double, baselineG: Double?,
    certainty: Certainty, sufficient: [SufficientStatistics]
  ) {
    self.outcome = outcome
    self.test = test
    self.role = role
    self.g = g
    self.standardError = standardError
    self.reason = reason
    self.intervention = intervention
    self.comparison = comparison
    self.started = started
    self.pooledStandardDeviation = pooledStandardDeviation
    self.differenceStandardError = differenceStandardError
    self.clusterInflation = clusterInflation
    self.clusterDegreesOfFreedom = clusterDegreesOfFreedom
    self.baselineG = baselineG
    self.certainty = certainty
    self.sufficient = sufficient
  }
}
