package import Cells
package import StudyModel

/// The data of one study, checked and fit to analyse.
///
/// Only validation can make one, so whoever holds it need not check again: every pupil has a code
/// of its own and an arm, and every score is a number that its test can give.
package struct StudyData: Sendable, Hashable {
  package let identity: StudyIdentity
  package let programme: Programme
  /// How the pupils came to be in their arms, from the workbook and the school's answer together.
  package let design: StudyDesign
  package let assignment: AssignmentMethod
  /// In the order of their codes, so that the order of rows never shows in a sum.
  package let pupils: [Pupil]
  /// The answers about the school and about how it went, by field.
  package let answers: [String: Answer]
  /// Whether comparison pupils get the programme afterwards.
  package let isWaitlist: Bool
  /// The marks on each item of a test, by the field of its score, one row for each pupil who has
  /// any; which pupil is not said, because nothing depends on it.
  package let itemMarks: [String: [[Double?]]]

  init(
    identity: StudyIdentity, programme: Programme, design: StudyDesign,
    assignment: AssignmentMethod, pupils: [Pupil], answers: [String: Answer],
    isWaitlist: Bool = false, itemMarks: [String: [[Double?]]] = [:]
  ) {
    self.itemMarks = itemMarks
    self.isWaitlist = isWaitlist
    self.identity = identity
    self.programme = programme
    self.design = design
    self.assignment = assignment
    self.pupils = pupils.sorted { $0.code < $1.code }
    self.answers = answers
  }
}

/// One pupil, known by a code.
package struct Pupil: Sendable, Hashable {
  package let code: String
  /// The arm to which the pupil was allocated, whatever happened later.
  package let arm: Arm
  /// Nil where the programme has no roles, or a comparison pupil stands for both.
  package let role: Role?
  package let className: String?
  package let teachingGroup: String?
  package let pair: String?
  /// The block within which chance decided; nil where there were none.
  package let block: String?
  /// The marks, by outcome.
  package let scores: [String: Scores]
  /// The code of the reason given for a missing score.
  package let missingReason: String?
  package let sessions: Double?
  /// The answers to the programme's other questions, by field: codes for choices, text as typed.
  package let traits: [String: String]
  /// The row of the workbook that the pupil is in; never leaves the school's own file.
  package let row: Int?

  init(
    code: String, arm: Arm, role: Role? = nil, className: String? = nil,
    teachingGroup: String? = nil, pair: String? = nil, block: String? = nil,
    scores: [String: Scores] = [:], missingReason: String? = nil, sessions: Double? = nil,
    traits: [String: String] = [:], row: Int? = nil
  ) {
    self.code = code
    self.arm = arm
    self.role = role
    self.className = className
    self.teachingGroup = teachingGroup
    self.pair = pair
    self.block = block
    self.scores = scores
    self.missingReason = missingReason
    self.sessions = sessions
    self.traits = traits
    self.row = row
  }
}

/// The marks of one pupil on one test; nil where there is none.
package struct Scores: Sendable, Hashable {
  package let before: Double?
  package let after: Double?

  package init(before: Double?, after: Double?) {
    self.before = before
    self.after = after
  }
}

/// An answer, understood.
package enum Answer: Sendable, Hashable {
  case text(String)
  case number(Double)
  case date(ExcelDate)
  /// The code of the choice.
  case choice(String)
}
