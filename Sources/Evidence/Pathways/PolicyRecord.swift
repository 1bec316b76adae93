package import StudyModel

/// A plan, idea or action within government: a record, not a study.
package struct PolicyRecord: Sendable, Hashable, Codable {
  /// `gb-2026-05-01-framework-department-for-education`: the same facts give the same id.
  package var id: String
  /// Who made it: `Department for Education`.
  package var body: String
  /// A code of two letters (ISO 3166-1).
  package var country: String
  package var title: String
  package var instrument: Instrument
  package var status: Status
  /// `2026-05-01`.
  package var date: String
  /// The id of the programme that it is about; nil for several, or none that has one.
  package var programme: String?
  /// The studies that it rests on, as `school/programme/wave` or as a table of effects names them.
  package var cites: [String]

  package enum Instrument: String, Sendable, Hashable, Codable, CaseIterable {
    case earlyPlan = "early-plan"
    case adoptedPolicy = "adopted-policy"
    case framework, regulation, law
  }

  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case proposed, adopted, ended
    case inForce = "in-force"
  }

  package init(
    body: String, country: String, title: String, instrument: Instrument, status: Status,
    date: String, programme: String?, cites: [String]
  ) {
    id = slug([country, date, instrument.rawValue, body])
    self.body = body
    self.country = country
    self.title = title
    self.instrument = instrument
    self.status = status
    self.date = date
    self.programme = programme
    self.cites = cites.sorted()
  }
}

/// Something that moved from one area of evidence to another: a dated record.
package struct Pathway: Sendable, Hashable, Codable {
  package var id: String
  package var from: Area
  package var to: Area
  package var date: String
  package var programme: String?
  /// The studies and the policies at either end.
  package var studies: [String]
  package var policies: [String]
  /// Who moved it: a role or an organisation, never a person's name.
  package var movedBy: String
  package var helped: [Enabler]
  package var blocked: [Barrier]

  /// What helped, from a closed list.
  package enum Enabler: String, Sendable, Hashable, Codable, CaseIterable {
    case champion, funding, training, materials, data, demand, partnership
    case evidenceSummary = "evidence-summary"
    case fitsCurriculum = "fits-curriculum"
    case inspection
  }

  /// What got in the way, from a closed list.
  package enum Barrier: String, Sendable, Hashable, Codable, CaseIterable {
    case funding, staffing, time, turnover, politics, curriculum, data, distance
    case unclearEvidence = "unclear-evidence"
    case lateEvidence = "late-evidence"
  }

  package init(
    from: Area, to: Area, date: String, programme: String?, studies: [String] = [],
    policies: [String] = [], movedBy: String = "", helped: [Enabler] = [],
    blocked: [Barrier] = []
  ) {
    id = slug([from.rawValue, "to", to.rawValue, date, programme ?? ""])
    self.from = from
    self.to = to
    self.date = date
    self.programme = programme
    self.studies = studies.sorted()
    self.policies = policies.sorted()
    self.movedBy = movedBy
    self.helped = helped.sorted { $0.rawValue < $1.rawValue }
    self.blocked = blocked.sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether the framework draws such a way; efficacy never flows back from efficacy-plus.
  package static func isWay(from: Area, to: Area) -> Bool {
    from != to && !(from == .efficacyPlus && to == .efficacy)
  }
}

/// Small letters, digits and hyphens.
private func slug(_ parts: [String]) -> String {
  let text = parts.filter { !$0.isEmpty }.joined(separator: "-").lowercased()
  let marks = text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
  return String(marks).split(separator: "-").joined(separator: "-")
}
