package import Statistics
package import StudyModel

/// How many pupils there were at each step.
package struct PupilFlow: Sendable, Hashable {
  package var started: [Arm: Int]
  package var testedBefore: [Arm: Int]
  package var testedAfter: [Arm: Int]
  /// With both marks.
  package var analysed: [Arm: Int]
  /// The labels of the reasons given for missing marks, with their counts, commonest first.
  package var reasons: [Reason]

  /// A reason for missing marks, and how many pupils it was given for.
  package struct Reason: Sendable, Hashable {
    package var label: String
    package var count: Int

    package init(label: String, count: Int) {
      self.label = label
      self.count = count
    }
  }

  package init(
    started: [Arm: Int], testedBefore: [Arm: Int], testedAfter: [Arm: Int],
    analysed: [Arm: Int], reasons: [Reason]
  ) {
    self.started = started
    self.testedBefore = testedBefore
    self.testedAfter = testedAfter
    self.analysed = analysed
    self.reasons = reasons
  }
}

/// The marks of one pupil who has both.
package struct PupilPoint: Sendable, Hashable {
  package var arm: Arm
  package var before: Double
  package var after: Double
  /// The row of the workbook that the marks are in, where it is known.
  package var row: Int?

  package init(arm: Arm, before: Double, after: Double, row: Int? = nil) {
    self.arm = arm
    self.before = before
    self.after = after
    self.row = row
  }
}

/// The marks of one arm: the pupils with both.
package struct ArmDescriptives: Sendable, Hashable {
  package var before: GroupSummary
  package var after: GroupSummary
  package var gain: GroupSummary

  package init(before: GroupSummary, after: GroupSummary, gain: GroupSummary) {
    self.before = before
    self.after = after
    self.gain = gain
  }
}
