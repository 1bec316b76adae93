import Statistics
import StudyModel
import Validation

extension OutcomeSample {
  /// What an estimate of two groups lacks where both groups are there and one has no pair of marks;
  /// nil for every other error.
  func missingMark(behind error: EstimationError) -> EstimationError? {
    guard error == .noComparison else { return nil }
    let started = count { _ in true }
    guard Arm.allCases.allSatisfy({ (started[$0] ?? 0) > 0 }) else { return nil }
    let counts = [
      ("a mark before", count { before(of: $0) != nil }),
      ("a mark after", count { after(of: $0) != nil }),
      ("both marks", count { before(of: $0) != nil && after(of: $0) != nil }),
    ]
    for (what, pupils) in counts where pupils.values.allSatisfy({ $0 == 0 }) {
      return .invalid("no pupil has \(what)")
    }
    for (what, pupils) in counts where pupils.values.contains(0) {
      return .invalid("in one of the groups no pupil has \(what)")
    }
    return nil
  }

  /// The same for a line of the table of other ways.
  func sayingWhichMarkIsMissing(_ line: RobustnessLine) -> RobustnessLine {
    guard line.reason == EstimationError.noComparison.reason,
      let missing = missingMark(behind: .noComparison)
    else { return line }
    var line = line
    line.reason = missing.reason
    return line
  }
}
