import CustomDump
import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite struct MethodsReferenceTests {
  /// `docs/methods.md` is what the catalogue says; with `RECORD_SNAPSHOTS` set it is written again.
  @Test func thePageOfMethodsIsWhatTheCatalogueSays() throws {
    let page = SharedFolder.project.appending(path: "docs/methods.md")
    let made = methodsReference(measurements: try measurements())
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try made.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/methods.md; run again to compare")
    }
    let stored = try String(contentsOf: page, encoding: .utf8)
    #expect(stored == made, "docs/methods.md is not what the catalogue says: set RECORD_SNAPSHOTS")
  }

  /// The tables of coverage, in the order of their names from the last: schools, then many schools.
  private func measurements() throws -> [String] {
    let folder = SharedFolder.project.appending(path: "Benchmarks/results")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("-coverage.md") }.sorted(by: >)
    #expect(names.contains("school-coverage.md"))
    return try names.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }

  @Test func everyEstimatorSaysAllThereIsToSay() {
    let all = CataloguedEstimator.all
    for estimator in all {
      for text in [
        estimator.name, estimator.estimand, estimator.formula, estimator.wrongWhen,
        estimator.source, estimator.check,
      ] {
        #expect(!text.isEmpty, "\(estimator.name)")
        #expect(!text.contains("|") && !text.contains("\n"), "\(estimator.name): \(text)")
      }
    }
    #expect(Set(all.map(\.name)).count == all.count)
  }
}
