import Foundation
import StudyModel
import TestSupport
import Testing
import Validation

@Suite struct RuleCatalogueTests {
  @Test func everyRuleFileIsInTheCatalogue() throws {
    let folder = SharedFolder.project.appending(path: "Sources/Validation/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let codes = files.filter { $0.hasSuffix(".swift") }.map { String($0.prefix(4)) }.sorted()
    #expect(codes == Rule.all.map(\.code))
  }

  @Test func codesAreUniqueAndInOrder() {
    for (one, next) in zip(Rule.all, Rule.all.dropFirst()) {
      #expect(one.code < next.code)
    }
  }

  @Test(arguments: Rule.all) func codeIsOfThisCatalogue(rule: Rule) throws {
    let number = try #require(Int(rule.code.dropFirst()))
    #expect(rule.code.hasPrefix("W") && rule.code.count == 4)
    #expect((211..<700).contains(number), "W1xx and W201 to W209 belong to the readers of files")
  }

  @Test(arguments: Rule.all) func wordsAreWhole(rule: Rule) {
    #expect(!rule.title.hasSuffix("."))
    #expect(rule.why.hasSuffix("."))
    #expect(rule.fix.hasSuffix("."))
  }

  @Test func findsARuleByItsCode() {
    #expect(rule("w302")?.title == "Score outside the test's bounds")
    #expect(rule("W999") == nil)
    #expect(rule("") == nil)
  }
}
