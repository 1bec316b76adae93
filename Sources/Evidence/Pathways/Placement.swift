package import StudyModel

/// In which of the four areas a study lies, and by which rules.
package struct Placement: Sendable, Hashable {
  package var area: Area
  /// Sentences without their full stop, in the order in which they were looked at.
  package var rules: [String]
}

/// Places every study; the rules are those of the analysis plan, and are printed with the verdict.
///
/// Practice at scale is ordinary delivery whose reach was recorded; efficacy-plus is a comparison
/// under ordinary delivery, or of a programme that has held in two contexts; efficacy is a
/// comparison under the programme's own staff. Where it is not known who delivered, the programme
/// says where its studies belong.
package func placements(of studies: [PooledStudy]) -> [Placement] {
  let holding = programmesThatHold(studies)
  return studies.map { placement(of: $0, holdsInTwoContexts: holding[$0.programme ?? ""]) }
}

private func placement(of study: PooledStudy, holdsInTwoContexts contexts: String?) -> Placement {
  if study.isFromElsewhere {
    guard let area = study.area else {
      return Placement(
        area: .efficacy,
        rules: ["the table of effects names no area, and a comparison begins as efficacy"])
    }
    return Placement(area: area, rules: ["the table of effects says so"])
  }
  let deliverer = study.moderators["delivered-by"]
  let isOrdinary = deliverer.map { !outsiders.contains($0) }
  var rules = [study.design.map { "there was a comparison group (\($0.rawValue))" }]
    .compactMap(\.self)
  if isOrdinary == true, let reach = study.moderators["reach"].flatMap(Double.init), reach > 0 {
    rules.append("the school’s own staff delivered it, and its reach is recorded")
    return Placement(area: .practiceAtScale, rules: rules)
  }
  if isOrdinary == true {
    rules.append("the school’s own staff delivered it")
    return Placement(area: .efficacyPlus, rules: rules)
  }
  if let contexts {
    rules.append("the programme has held in \(contexts)")
    return Placement(area: .efficacyPlus, rules: rules)
  }
  if isOrdinary == false {
    rules.append("people from outside the school’s staff delivered it")
    return Placement(area: .efficacy, rules: rules)
  }
  rules.append("it is not known who delivered it, and its programme is named so")
  return Placement(area: study.area ?? .efficacy, rules: rules)
}

/// Who is not of a school's own staff.
private let outsiders: Set<String> = ["external", "volunteers", "researchers"]

/// The programmes whose average is above zero in two countries, or in two phases, with two studies
/// or more in each; by id, with the contexts in words.
private func programmesThatHold(_ studies: [PooledStudy]) -> [String: String] {
  var holding: [String: String] = [:]
  for (programme, members) in Dictionary(grouping: studies, by: { $0.programme ?? "" })
  where !programme.isEmpty {
    for context in [\PooledStudy.country, \PooledStudy.phase] {
      let kinds = Dictionary(grouping: members) { $0[keyPath: context] ?? "" }
      let holds = kinds.filter { name, kind in
        !name.isEmpty && kind.count > 1
          && kind.reduce(0) { $0 + $1.estimate / $1.variance } > 0
      }.keys.sorted()
      if holds.count > 1, holding[programme] == nil {
        holding[programme] = holds.joined(separator: " and ")
      }
    }
  }
  return holding
}
