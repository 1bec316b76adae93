import Cells
import Evidence
import StudyModel
import Testing

@Suite struct ReturnFlowTests {
  @Test func everyWorkbookIsFollowed() {
    let issued = ["S-1", "S-2", "S-3", "S-4", "S-4"].map {
      IssuedWorkbook(school: $0, programme: "p", wave: "2026-1", country: $0 < "S-3" ? "GB" : "RW")
    }
    let flow = returnFlow(
      issued: issued, returned: ["S-1/p/2026-1", "S-2/p/2026-1", "S-9/p/2026-1"],
      usable: ["S-1/p/2026-1", "S-2/p/2026-1"], pooled: ["S-1/p/2026-1"])
    #expect(flow.workbooks.map(\.stage) == [.pooled, .usable, .issued, .issued])
    #expect(ReturnFlow.Stage.allCases.map(flow.count) == [4, 2, 2, 1])
    #expect(flow.unregistered == 1)
    #expect(flow.groups.map(\.name) == ["GB", "RW"])
    #expect(flow.groups.map(\.returned) == [2, 0])
  }

  @Test func theRegisterMayHaveMoreColumns() throws {
    let issued = try readIssuedRegister(
      DelimitedText(
        "\u{FEFF}date,school,programme,wave,country,workbook\n2026-01-01,S-1,p,2026-1,GB,7F3A-22K9\n"
      ),
      name: "issued.csv")
    #expect(
      issued == [
        IssuedWorkbook(
          school: "S-1", programme: "p", wave: "2026-1", workbook: "7F3A-22K9", country: "GB")
      ])
  }

  @Test(arguments: [
    ("school,wave\nS-1,2026-1\n", "no column programme"),
    ("school,programme,wave\nS-1,,2026-1\n", "line 2: there is no programme"),
  ])
  func everyFaultIsNamed(text: String, fault: String) throws {
    let error = try #require(throws: IssuedRegisterError.self) {
      try readIssuedRegister(DelimitedText(text), name: "issued.csv")
    }
    #expect(error.faults.contains { $0.contains(fault) })
  }
}

@Suite struct BaselineAuditTests {
  private func entry(_ school: String, _ g: Double, _ country: String = "GB") -> EvidenceEntry {
    var effect = ExampleEntry.effect(0.2)
    effect.baselineG = g
    var entry = ExampleEntry.entry(school, [effect])
    entry.identity.country = country
    return entry
  }

  /// Each variance is 1/20 + 1/20, so that the average is the plain mean.
  @Test func differencesBeforeAreAveraged() throws {
    let entries = [entry("S-1", 0.1), entry("S-2", -0.1), entry("S-3", 0.03)]
    let audit = try #require(
      baselineAudit(of: entries, outcome: "reading", settings: PoolingSettings()))
    #expect(abs(audit.estimate - 0.01) < 1e-12)
    #expect(audit.variances.allSatisfy { abs($0 - 0.1) < 1e-12 })
    #expect(!audit.isOdd)
  }

  @Test func groupsThatAlwaysDifferAreOdd() throws {
    let entries = (1...12).map { entry("S-\($0)", 0.5 + 0.01 * Double($0)) }
    let audit = try #require(
      baselineAudit(of: entries, outcome: "reading", settings: PoolingSettings()))
    #expect(audit.isOdd)
  }

  @Test func onlyChanceIsAudited() {
    var chosen = entry("S-1", 0.5)
    chosen.assignment = .teacherChoice
    let settings = PoolingSettings()
    #expect(baselineAudit(of: [chosen, chosen], outcome: "reading", settings: settings) == nil)
    #expect(randomisationAudit(of: [chosen]) == nil)
  }

  @Test func drawsAreCounted() throws {
    var kept = entry("S-1", 0)
    kept.allocation = AllocationAudit(
      method: "simple", seed: 1, hash: "a", isHashRight: true, isReproduced: true, drawn: 20,
      changed: 0)
    var changed = entry("S-2", 0)
    changed.allocation = AllocationAudit(
      method: "simple", seed: 2, hash: "b", isHashRight: true, isReproduced: false, drawn: 20,
      changed: 3)
    let audit = try #require(randomisationAudit(of: [changed, kept, entry("S-3", 0)]))
    #expect((audit.byChance, audit.recorded, audit.reproduced) == (3, 2, 1))
    #expect(audit.notReproduced == ["S-2/example/2026-1"])
    #expect(audit.tampered == ["S-2/example/2026-1"])
    #expect((audit.changedPupils, audit.drawnPupils) == (3, 40))
  }
}
