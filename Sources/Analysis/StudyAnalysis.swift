package import Cells
package import StudyModel

/// What can be said of one study.
package struct StudyAnalysis: Sendable {
  package var identity: StudyIdentity
  package var programme: Programme
  package var design: StudyDesign
  package var assignment: AssignmentMethod
  /// The label of the answer, such as `Year 5`.
  package var yearGroup: String?
  package var testName: String?
  package var dateBefore: ExcelDate?
  package var dateAfter: ExcelDate?
  /// One for each outcome and role.
  package var outcomes: [OutcomeAnalysis]

  package init(
    identity: StudyIdentity, programme: Programme, design: StudyDesign,
    assignment: AssignmentMethod, yearGroup: String?, testName: String?, dateBefore: ExcelDate?,
    dateAfter: ExcelDate?, outcomes: [OutcomeAnalysis]
  ) {
    self.identity = identity
    self.programme = programme
    self.design = design
    self.assignment = assignment
    self.yearGroup = yearGroup
    self.testName = testName
    self.dateBefore = dateBefore
    self.dateAfter = dateAfter
    self.outcomes = outcomes
  }
}
