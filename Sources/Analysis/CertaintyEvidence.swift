import StudyModel
import Validation

/// What the certainty of one outcome is judged from.
struct CertaintyEvidence {
  var assignment: AssignmentMethod
  /// Whether whole classes were allocated.
  var isInClasses: Bool
  var sessionsPlanned: Int
  /// Of everybody: what the report prints.
  var printed: Circumstances
  /// Of the pupils who tell the arms apart, by whom alone certainty is judged.
  var judged: Circumstances
  /// Whether there is an effect to be sure of.
  var hasEstimate = true
  /// How many groups of pupils there are.
  var groups = 2
  /// How many pupils cancel, and so do not count.
  var cancelled: Int
  /// The same where full marks are looked at: of a pair with full marks both pupils count.
  var cancelledBelowMaximum: Int

  /// The circumstances of some pupils that can lower certainty.
  struct Circumstances {
    /// How many pupils with both marks the smaller of the arms that exist has.
    var smallestArm: Int
    /// How many classes the arm with fewer has; nil unless whole classes were allocated.
    var fewestClasses: Int?
    var attrition: Attrition?
    var baseline: BaselineBalance?
    /// The share of after-marks that are the highest the test can give, 0 to 1.
    var shareAtMaximum: Double
    /// The mean number of sessions that pupils of the intervention arm attended.
    var meanSessions: Double?
  }
}

extension CertaintyEvidence {
  /// Whether without the pupils who cancel there would be no estimate.
  var isLeftWithNothing: Bool { cancelled > 0 && judged.smallestArm < 2 }

  init(
    of sample: OutcomeSample, _ data: StudyData, _ plan: AnalysisPlan, _ settings: AnalysisSettings
  ) {
    assignment = data.assignment
    isInClasses = plan.model == .classes
    sessionsPlanned = data.sessionsPlanned
    let arms = Arm.allCases.filter { arm in sample.allocated.contains { $0.arm == arm } }
    let telling = sample.withoutBalancedConstants(sessionsPlanned: sessionsPlanned)
    let maximum = sample.outcome.maximum
    let ceiling = sample.withoutBalancedConstants(sessionsPlanned: sessionsPlanned) { $0 < maximum }
    printed = Circumstances(
      of: sample, arms, classes: isInClasses ? sample.classCounts(of: sample.complete) : nil,
      settings)
    judged = Circumstances(
      of: telling, arms, classes: isInClasses ? sample.classesThatTell : nil, settings)
    judged.shareAtMaximum = ceiling.shareAtMaximum
    groups = arms.count
    cancelled = sample.allocated.count - telling.allocated.count
    cancelledBelowMaximum = sample.allocated.count - ceiling.allocated.count
  }
}

extension CertaintyEvidence.Circumstances {
  fileprivate init(
    of sample: OutcomeSample, _ arms: [Arm], classes: [Arm: Int]?, _ settings: AnalysisSettings
  ) {
    let flow = sample.flow(reasons: [])
    smallestArm = arms.map { flow.analysed[$0] ?? 0 }.min() ?? 0
    fewestClasses = classes.map { classes in Arm.allCases.map { classes[$0] ?? 0 }.min() ?? 0 }
    attrition = sample.attrition(flow)
    baseline = sample.baselineBalance(level: settings.level)
    shareAtMaximum = sample.shareAtMaximum
    meanSessions = sample.meanSessions
  }
}

extension OutcomeSample {
  /// Added up in their order, so that the same sessions of other pupils give the same to the bit.
  fileprivate var meanSessions: Double? {
    let attended = allocated.filter { $0.arm == .intervention }.compactMap(\.sessions).sorted()
    return attended.isEmpty ? nil : attended.reduce(0, +) / Double(attended.count)
  }
}
