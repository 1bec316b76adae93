import Analysis
import Foundation
import StudyModel
import Testing

@testable import Reports

@Suite struct PageTests {
  @Test(arguments: ["school-leansPlus", "school-roles", "school-single", "schools-2", "schools-14"])
  func pageIsAsReviewed(name: String) throws {
    let page = try #require(GalleryTests.pages.first { $0.name == name })
    try expectSnapshot(page.html, named: "\(name).html")
  }

  @Test func textOfSchoolsCannotBecomeMarkup() {
    let study = Fixtures.study(
      [Fixtures.outcome(.leansPlus)], title: "\"</style><script>alert(1)</script>")
    let html = schoolReport(
      study,
      findings: [
        Finding(
          code: "W1", severity: .note, address: nil, message: "<img src=x>", help: "<b>no</b>")
      ], repairs: [], stamp: Fixtures.stamp)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(html.components(separatedBy: "</style>").count == 2)
  }

  @Test func theSchoolSeesItsPlaceFromFiveSchoolsOn() {
    func report(_ count: Int) -> String {
      let study = Fixtures.study([Fixtures.outcome(.leansPlus)])
      return schoolReport(
        study, findings: [], repairs: [], stamp: Fixtures.stamp, among: Fixtures.cumulative(count))
    }
    #expect(report(14).contains("Your school among others"))
    // S-014 is not one of the first four, nor one of the first thirteen.
    #expect(!report(13).contains("Your school among others"))
    #expect(!report(4).contains("Your school among others"))
  }

  @Test func cumulativeReportNamesNoOtherThanCodes() {
    let html = cumulativeReport([Fixtures.cumulative(14)], stamp: Fixtures.stamp)
    #expect(html.contains("<th scope=\"row\">S-014</th>"))
    #expect(!html.contains("Tutored"))
  }

  @Test func funnelWaitsForTenStudies() {
    func report(_ count: Int) -> String {
      cumulativeReport([Fixtures.cumulative(count)], stamp: Fixtures.stamp)
    }
    #expect(!report(9).contains("Effects by the size of the study"))
    #expect(report(10).contains("Effects by the size of the study"))
    #expect(report(2).contains("from 10 studies on; there are 2."))
  }

  @Test func noSpreadIsSaidInWordsNotDrawnTwice() {
    let html = cumulativeReport([Fixtures.cumulative(14, tau2: 0)], stamp: Fixtures.stamp)
    #expect(html.contains("no sign that schools differ by more than chance. With 14 studies"))
    #expect(!html.contains("Next school</th><td></td>"))
  }

  @Test func studiesHaveTheShortestNamesThatTellThemApart() {
    #expect(studyNames(["S-1/p/2026-1", "S-2/p/2026-1"]) == ["S-1", "S-2"])
    #expect(studyNames(["S-1/p/2026-1", "S-1/p/2026-2"]) == ["S-1 2026-1", "S-1 2026-2"])
    #expect(studyNames(["S-1/p/1", "S-1/q/1"]) == ["S-1/p/1", "S-1/q/1"])
  }

  @Test func headingsSkipNoLevel() {
    for page in GalleryTests.pages {
      let levels = page.html.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
      for (one, next) in zip(levels, levels.dropFirst()) {
        #expect(next <= one + 1, "\(page.name): \(levels)")
      }
    }
  }

  @Test func everyIdIsUnique() {
    for page in GalleryTests.pages {
      let ids = page.html.matches(of: /[^-a-z]id="([^"]*)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(page.name)")
    }
  }
}
