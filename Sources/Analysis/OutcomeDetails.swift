package import Statistics

/// What qualifies the result of one outcome, beside the result itself.
package struct OutcomeDetails: Sendable, Hashable {
  /// How many blocks or pairs the estimate is adjusted for; 0 without.
  package var strata = 0
  /// Whether comparison pupils get the programme afterwards, so that only this phase compares.
  package var isWaitlist = false
  package var shareAtMinimum = 0.0
  /// Between before- and after-marks, within the arms.
  package var correlation: Double?
  /// Where whole classes were allocated.
  package var classes: ClassFindings?
  /// Where pupils were taught in groups and compared with pupils in none.
  package var teachingGroups: GroupCorrelation?
  /// The names of the other ways that disagree with the primary estimate.
  package var disagreeing: [String] = []
  package var dose: DoseFindings?
  package var subgroups: [SubgroupFindings] = []
  package var missing: MissingFindings?
  package var cost: CostFindings?
  package var schoolsNeeded: SchoolsNeeded?
  /// Of the blocks or pairs that the estimate is adjusted for, without any of their pupils.
  package var withinStrata: BlockedProducts?
  /// How the test measured, where the marks of its items are there.
  package var items: ItemFindings?
  /// With the result of the role before it, where both were compared with the same pupils.
  package var covarianceWithPrevious: Double?

  package init() {}
}

/// How many schools like this one would settle the question together.
package struct SchoolsNeeded: Sendable, Hashable {
  /// The effect to be found four times in five, in standard deviations.
  package var effect: Double
  /// The assumed standard deviation of true effects between schools.
  package var spread: Double
  package var schools: Int
}
