import Statistics
import StudyModel
import Validation

/// The pupils of one outcome and role, taken from the data once and then only counted.
struct OutcomeSample {
  let outcome: Outcome
  let role: Role?
  /// Everyone who was allocated.
  let allocated: [Pupil]

  /// The pupils of the outcome; with a role, that role's pupils and those they are compared with.
  ///
  /// Where no comparison pupil has the role, the comparison pupils without a role stand for both.
  init(outcome: Outcome, role: Role?, data: StudyData) {
    self.outcome = outcome
    self.role = role
    guard let role else {
      allocated = data.pupils
      return
    }
    let comparison = data.pupils.filter { $0.arm == .comparison }
    let own = comparison.filter { $0.role == role }
    let compared = own.isEmpty ? comparison.filter { $0.role == nil } : own
    allocated = data.pupils.filter { $0.arm == .intervention && $0.role == role } + compared
  }

  init(outcome: Outcome, role: Role?, allocated: [Pupil]) {
    self.outcome = outcome
    self.role = role
    self.allocated = allocated
  }

  /// The pupils with both marks.
  var complete: [Pupil] {
    allocated.filter { before(of: $0) != nil && after(of: $0) != nil }
  }

  func before(of pupil: Pupil) -> Double? { pupil.scores[outcome.id]?.before }
  func after(of pupil: Pupil) -> Double? { pupil.scores[outcome.id]?.after }

  /// How many pupils of each arm have what is asked for.
  func count(where hasIt: (Pupil) -> Bool) -> [Arm: Int] {
    var counts: [Arm: Int] = [.intervention: 0, .comparison: 0]
    for pupil in allocated where hasIt(pupil) { counts[pupil.arm, default: 0] += 1 }
    return counts
  }

  /// The marks of the complete pupils of one arm, before and after.
  func marks(of arm: Arm) -> (before: [Double], after: [Double]) {
    let pupils = complete.filter { $0.arm == arm }
    return (pupils.compactMap(before(of:)), pupils.compactMap(after(of:)))
  }
}
