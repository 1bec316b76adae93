import Evidence
import Foundation
import StudyModel
import Testing

@testable import Reports

@Suite struct CumulativeReportTests {
  private func page(_ name: String) throws -> String {
    try #require(GalleryTests.pages.first { $0.name == name }).html
  }

  @Test func aReportOnStudiesPooledInEarnestIsAsReviewed() throws {
    try expectSnapshot(try page("pooled-30"), named: "pooled-30.html")
  }

  @Test func recordsOfPolicyCannotBecomeMarkup() throws {
    #expect(try page("pooled-30").contains("Reading &lt;first&gt; &amp; always"))
  }

  @Test func manyStudiesAreSummedUp() throws {
    let html = try page("pooled-400")
    #expect(html.contains("There are 400 studies, too many for a row each"))
    #expect(html.contains("GB (134 studies)"))
    #expect(!html.contains(">S-00400<"))
    #expect(html.contains("The average without each of the 100 studies that move it most"))
  }

  @Test func whatCannotBeToldOfAModeratorIsSaid() throws {
    #expect(try page("pooled-30").contains("What phase does cannot be told"))
  }

  @Test func everySheetHasAsManyCellsAsColumns() {
    let analyses = [Fixtures.pooled(30), Fixtures.cumulative(0), Fixtures.pooled(400)]
    let sheets = cumulativeSheets(analyses)
    #expect(Set(sheets.map(\.name)).count == sheets.count)
    for sheet in sheets {
      #expect(sheet.name.count <= 31)
      for row in sheet.rows { #expect(row.count == sheet.columns.count, "\(sheet.name)") }
    }
    #expect(sheets.first { $0.name == "Effects" }?.rows.count == 430)
    #expect(sheets.first { $0.name == "Forest 2" }?.rows.count == 5)
  }

  @Test func namesOfAreasAreThoseOfTheFramework() {
    #expect(
      Area.allCases.map(\.inWords) == [
        "efficacy", "efficacy+", "policy plans", "practice at scale",
      ])
  }
}
