/// How pupils came to be in their arms, which decides the analysis.
package enum StudyDesign: String, Codable, Sendable, CaseIterable, Hashable {
  /// Each pupil by chance, simply or in blocks.
  case randomised
  /// By chance within matched pairs.
  case pairs
  /// Not by chance: chosen to be alike.
  case matched
  /// Whole classes.
  case cluster
  /// Treated in small groups, compared with pupils who are in none.
  case partiallyNested = "partially-nested"
  /// No comparison group.
  case single
}

/// How pupils were chosen for the programme, as the school answers it.
package enum AssignmentMethod: String, Codable, Sendable, CaseIterable, Hashable {
  case random
  case matched
  case teacherChoice = "teacher-choice"
  case volunteers
  case noComparison = "no-comparison"
}
