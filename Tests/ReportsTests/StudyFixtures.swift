import Analysis
import Cells
import Statistics
import StudyModel

@testable import Reports

extension Fixtures {
  /// One outcome with pupils, figures and judgements that go together.
  static func outcome(
    _ verdict: Verdict, perArm: Int = 24, role: Role? = nil, certainty level: Certainty = .moderate,
    g given: Double? = nil, half givenHalf: Double? = nil
  ) -> OutcomeAnalysis {
    let values = effectValues(of: verdict)
    let g = given ?? values.g
    let tutored = pupils(perArm, arm: .intervention, g: g, seed: 11)
    let others = pupils(max(0, perArm - 1), arm: .comparison, g: g, seed: 23)
    var judgement = certainty
    judgement.level = level
    return OutcomeAnalysis(
      outcome: reading, role: role, flow: flow(tutored.count, others.count),
      pupils: tutored + others,
      descriptives: [.intervention: descriptives(tutored), .comparison: descriptives(others)],
      result: .estimated(effect(g: g, half: givenHalf ?? values.half)), gain: nil,
      attrition: Attrition(overall: 0.06, differential: 0.01, category: .low),
      baseline: BaselineBalance(g: -0.08, category: .adjust), shareAtMaximum: 0.02,
      certainty: judgement, verdict: verdict, robustness: robustness(g: g), sufficient: [])
  }

  /// An outcome whose effect cannot be estimated.
  static func outcomeWithoutEffect(reason: String, perArm: Int = 8) -> OutcomeAnalysis {
    var outcome = outcome(.tooLittleData, perArm: perArm, certainty: .veryLow)
    outcome.result = .notEstimated(reason: reason)
    outcome.robustness = []
    return outcome
  }

  /// An outcome of a school without a comparison group.
  static func outcomeWithGain(_ mean: Double, perArm: Int = 24) -> OutcomeAnalysis {
    var outcome = outcomeWithoutEffect(reason: "there is no comparison group", perArm: perArm)
    outcome.pupils = outcome.pupils.filter { $0.arm == .intervention }
    outcome.descriptives[.comparison] = nil
    outcome.flow = flow(perArm, 0)
    outcome.gain = GainEstimate(
      count: perArm, mean: mean, interval: Interval(low: mean - 1.4, high: mean + 1.4))
    outcome.baseline = nil
    outcome.attrition = nil
    return outcome
  }

  static func study(
    _ outcomes: [OutcomeAnalysis], design: StudyDesign = .randomised,
    assignment: AssignmentMethod = .random, title: String = "Peer tutoring in reading"
  ) -> StudyAnalysis {
    StudyAnalysis(
      identity: StudyIdentity(
        school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1",
        workbook: "7F3A-22K9", country: "GB"),
      programme: programme(title: title), design: design, assignment: assignment,
      yearGroup: "Year 5", testName: "Hub reading test A",
      dateBefore: ExcelDate(year: 2026, month: 1, day: 14),
      dateAfter: ExcelDate(year: 2026, month: 6, day: 26), outcomes: outcomes)
  }

  static let findings = [
    Finding(
      code: "W311", severity: .note,
      address: CellAddress(sheet: "Pupils", reference: CellReference(row: 9, column: 5)),
      message: "The mark is more than 3 standard deviations from the average",
      help: "If it is right, nothing needs to be done."),
    Finding(
      code: "W504", severity: .query, address: nil, sheet: "Pupils",
      message: "4 of 48 pupils have no second mark",
      help: "Give the reason in the column “If no score, why?”."),
  ]

  static let repairs = [
    Repair(
      address: CellAddress(sheet: "Pupils", reference: CellReference(row: 12, column: 4)),
      before: "12,5", after: .number(12.5), rule: "a decimal comma"),
    Repair(
      address: CellAddress(sheet: "About", reference: CellReference(row: 5, column: 2)),
      before: "26.06.2026", after: .date(ExcelDate(year: 2026, month: 6, day: 26)),
      rule: "a date typed as text"),
  ]

  private static func flow(_ intervention: Int, _ comparison: Int) -> PupilFlow {
    func counts(_ lost: Int, _ lostToo: Int) -> [Arm: Int] {
      [.intervention: intervention + lost, .comparison: comparison > 0 ? comparison + lostToo : 0]
    }
    return PupilFlow(
      started: counts(2, 2), testedBefore: counts(2, 1), testedAfter: counts(0, 1),
      analysed: counts(0, 0),
      reasons: [
        PupilFlow.Reason(label: "Absent on the day", count: 3),
        PupilFlow.Reason(label: "Moved away", count: 1),
      ])
  }

  private static func descriptives(_ pupils: [PupilPoint]) -> ArmDescriptives {
    ArmDescriptives(
      before: GroupSummary(pupils.map(\.before)), after: GroupSummary(pupils.map(\.after)),
      gain: GroupSummary(pupils.map { $0.after - $0.before }))
  }

  private static func robustness(g: Double) -> [RobustnessLine] {
    func line(_ name: String, _ shift: Double) -> RobustnessLine {
      RobustnessLine(
        name: name, estimate: g + shift, standardError: 0.22,
        interval: Interval(low: g + shift - 0.44, high: g + shift + 0.44), p: 0.16)
    }
    return [
      line("post-test only", 0.05), line("gain", -0.02), line("lin", 0.004), line("hc2", 0),
      line("welch", 0.01), line("glass", 0.03),
      RobustnessLine(
        name: "mann-whitney", estimate: 0.61, interval: Interval(low: 0.47, high: 0.74), p: 0.14),
      RobustnessLine(name: "randomisation", estimate: g * 6.2, p: 0.149),
    ]
  }
}
