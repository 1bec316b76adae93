import StudyModel

extension PooledStudy {
  /// The kinds that every study has; every other name is that of an answer.
  package static let kinds = ["country", "phase", "programme", "design", "certainty", "area"]

  /// What kind of study it is, by a name that the analyst gives.
  package func kind(by name: String) -> String? {
    switch name {
    case "country": country
    case "phase": phase
    case "programme": programme
    case "design": design?.rawValue
    case "certainty": certainty
    case "area": area?.rawValue
    default: moderators[name]
    }
  }
}

extension PoolingSettings {
  /// What the analyst asks for, with the option and the names in it.
  package var namesAsked: [(option: String, names: [String])] {
    groupings.map { ("--by \($0)", [$0]) }
      + moderators.map { ("--moderator \($0)", ModeratorDesign.variables(of: $0)) }
  }
}
