import Evidence
import Foundation
import StudyModel

@testable import Reports

extension Fixtures {
  /// Studies pooled in earnest, with every section that effects alone can give.
  static func pooled(_ count: Int) -> CumulativeAnalysis {
    var draws = Draws(state: 3)
    let studies = (0..<count).map { index -> PooledStudy in
      let pupils = 24 + Int(draws.uniform() * 60)
      let variance = 2.1 / Double(pupils)
      var study = PooledStudy(
        id: String(format: "S-%05d/peer-tutoring-reading/2026-1", index + 1),
        date: String(format: "2026-%02d-%02d", 1 + index % 12, 1 + index % 28),
        estimate: 0.25 + draws.normal() * (variance + 0.02).squareRoot(), variance: variance,
        pupils: pupils, country: ["GB", "KE", "RW"][index % 3], phase: "primary",
        programme: "peer-tutoring-reading", area: .efficacy, design: .randomised,
        certainty: "moderate", precision: (4 / Double(pupils)).squareRoot())
      study.moderators = [
        "delivered-by": index % 4 == 0 ? "external" : "class-teacher", "weeks": "\(6 + index % 9)",
        "leader-support": index % 5 < 2 ? "little" : "much",
      ]
      return study
    }
    let settings = PoolingSettings(
      moderators: ["weeks", "phase"], groupings: ["country"], permutations: 9)
    guard
      var analysis = try? pool(
        studies, title: "Peer tutoring in reading", programme: "peer-tutoring-reading",
        settings: settings)
    else { preconditionFailure("the studies of a fixture can be pooled") }
    analysis.returns = returnFlow(
      issued: (0..<count + 5).map {
        IssuedWorkbook(
          school: String(format: "S-%05d", $0 + 1), programme: "peer-tutoring-reading",
          wave: "2026-1", country: $0.isMultiple(of: 2) ? "GB" : "RW")
      }, returned: [], usable: [], pooled: Set(studies.map(\.id)))
    analysis.map = evidenceMap(of: analysis, records: records, settings: settings)
    return analysis
  }

  private static let records = PolicyRecords(
    policies: [
      PolicyRecord(
        body: "Ministry of Education", country: "RW", title: "Reading <first> & always",
        instrument: .framework, status: .adopted, date: "2026-05-01", programme: nil,
        cites: ["S-00001/peer-tutoring-reading/2026-1"])
    ],
    pathways: [
      Pathway(
        from: .efficacyPlus, to: .policyPlans, date: "2026-05-02",
        programme: "peer-tutoring-reading", movedBy: "district office", helped: [.champion],
        blocked: [.funding, .time])
    ])
}
