package import Analysis
package import Statistics
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
  /// What shrinks g for pupils taught in groups, γ; nil without groups.
  package var clusterShrinkage: Double?
  /// Of the blocks or pairs, added up over them; nil without any.
  package var withinStrata: BlockedProducts?
  /// How many pupils were allocated to each arm.
  package var startedByArm: ArmCounts?
  /// The effect for each kind of pupil, where enough pupils stand behind it.
  package var subgroups: [EvidenceSubgroup]?
  /// The share of the intervention arm that reached the dose set before the data, 0 to 1.
  package var compliance: Double?
  /// The mean number of sessions of the intervention arm.
  package var meanSessions: Double?
  /// Of the test after, where the marks of its items are known.
  package var reliability: Double?
  /// Between before- and after-marks within the arms.
  package var correlation: Double?
  /// In the school's own currency, for each pupil of the intervention arm.
  package var costPerPupil: Double?
  /// Between classes or within teaching groups, where the design has them.
  package var intraclassCorrelation: Double?
  /// How many classes each arm had, where whole classes were allocated.
  package var classes: ArmCounts?
  /// With the effect before it in the entry, where both were compared with the same pupils.
  package var covarianceWithPrevious: Double?

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

/// The effect for one kind of pupil of one study: at least ten pupils in each arm.
package struct EvidenceSubgroup: Sendable, Hashable, Codable {
  /// The question, and the code of the answer.
  package var field: String
  package var level: String
  package var g: Double
  package var standardError: Double
  package var intervention: Int
  package var comparison: Int
}

/// A number for each arm.
package struct ArmCounts: Sendable, Hashable, Codable {
  package var intervention: Int
  package var comparison: Int

  package init(_ counts: [Arm: Int]) {
    intervention = counts[.intervention] ?? 0
    comparison = counts[.comparison] ?? 0
  }
}
