/// Something by which a person could be known.
enum PersonalDetail: Hashable, Sendable, CaseIterable {
  /// Thirteen characters, with a check letter that is right.
  case uniquePupilNumber
  /// Ten digits, with a check digit that is right.
  case uniqueLearnerNumber
  /// Twelve digits, with a check digit that is right.
  case aadhaarNumber
  case email, phone, dateOfBirth, name
}
