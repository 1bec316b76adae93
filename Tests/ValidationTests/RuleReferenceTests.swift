import Foundation
import TestSupport
import Testing
import Validation

@Suite struct RuleReferenceTests {
  /// `docs/rules.md` is what the rules say; with `RECORD_SNAPSHOTS` set it is written again.
  @Test func referencePageIsMadeFromTheRules() throws {
    let page = SharedFolder.project.appending(path: "docs/rules.md")
    let made = ruleReference()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: page)
      Issue.record("recorded docs/rules.md; run again to compare")
      return
    }
    let stored = try String(decoding: Data(contentsOf: page), as: UTF8.self)
    #expect(stored == made, "docs/rules.md is not what the rules say: set RECORD_SNAPSHOTS")
  }

  @Test(arguments: Rule.all) func pageHoldsTheWholeRule(rule: Rule) {
    for part in [rule.code, rule.title, rule.why, rule.fix] + rule.examples {
      #expect(rule.page.contains(part))
    }
  }
}
