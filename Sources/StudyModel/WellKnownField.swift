/// The names of the fields that the product itself understands.
///
/// A programme may ask for more; these it may leave out but not use for anything else.
package enum WellKnownField {
  // About a pupil.
  package static let pupil = "pupil"
  package static let group = "group"
  package static let role = "role"
  package static let className = "class"
  /// The small group in which a pupil was taught.
  package static let teachingGroup = "teaching-group"
  package static let pair = "pair"
  package static let missingReason = "missing-reason"
  package static let sessions = "sessions"
  /// Why an entry that looks wrong is right.
  package static let explanation = "explanation"

  /// The mark of an outcome before the programme.
  package static func before(_ outcome: Outcome) -> String { "\(outcome.id).before" }
  /// The mark of an outcome after the programme.
  package static func after(_ outcome: Outcome) -> String { "\(outcome.id).after" }

  // About the school.
  package static let yearGroup = "year-group"
  package static let testName = "test-name"
  package static let dateBefore = "date-before"
  package static let dateAfter = "date-after"
  package static let assignment = "assignment"
  package static let sessionsPlanned = "sessions-planned"
  package static let deliveredBy = "delivered-by"
  package static let comments = "comments"
  /// How much money was spent, in the school's own currency.
  package static let cost = "cost"
}
