import Analysis
import Foundation
import StudyModel
import Testing

@testable import Reports

/// Every page that a person should look at after a change of words or drawings.
///
/// `GALLERY=folder swift test --filter GalleryTests` writes them.
@Suite struct GalleryTests {
  static let schools: [(String, StudyAnalysis)] =
    Verdict.allCases.map { verdict in
      ("school-\(verdict.rawValue)", Fixtures.study([Fixtures.outcome(verdict)]))
    }
    + [8, 60, 150].map { count in
      (
        "school-\(count)-pupils",
        Fixtures.study([Fixtures.outcome(count < 10 ? .leansPlus : .clearPlus, perArm: count)])
      )
    } + [
      (
        "school-roles",
        Fixtures.study([
          Fixtures.outcome(.clearPlus, role: .tutee), Fixtures.outcome(.leansMinus, role: .tutor),
        ])
      ),
      (
        "school-single",
        Fixtures.study(
          [Fixtures.outcomeWithGain(3.2)], design: .single, assignment: .noComparison)
      ),
      (
        "school-no-effect",
        Fixtures.study([
          Fixtures.outcomeWithoutEffect(reason: "all pupils of a group have the same mark")
        ])
      ),
    ]

  static let pages: [GalleryPage] =
    (documents + [
      ("index", indexPage(Fixtures.index, stamp: Fixtures.stamp))
    ]).map(GalleryPage.init)

  private static let documents: [(String, String)] =
    schools.map { name, study in
      (
        name,
        schoolReport(
          study, findings: Fixtures.findings, repairs: Fixtures.repairs, stamp: Fixtures.stamp,
          among: Fixtures.cumulative(14))
      )
    }
    + [0, 1, 2, 14, 40, 200].map { count in
      ("schools-\(count)", cumulativeReport([Fixtures.cumulative(count)], stamp: Fixtures.stamp))
    }
    + [3, 30, 400].map { count in
      ("pooled-\(count)", cumulativeReport([Fixtures.pooled(count)], stamp: Fixtures.stamp))
    } + [
      (
        "schools-two-programmes",
        cumulativeReport(
          [
            Fixtures.cumulative(14),
            Fixtures.cumulative(6, title: "Small groups in number: number", tau2: 0),
          ], stamp: Fixtures.stamp)
      )
    ]

  /// Written where asked for; checked always.
  @Test(arguments: pages) func everyPageIsWhole(page: GalleryPage) throws {
    let html = page.html
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"))
    #expect(html.hasSuffix("</html>\n"))
    #expect(html.components(separatedBy: "<h1>").count == 2)
    for trace in ["{{", "nan", "Optional(", "inf\""] { #expect(!html.contains(trace)) }
    if let folder = ProcessInfo.processInfo.environment["GALLERY"] {
      let url = URL(filePath: folder).appending(path: page.name + ".html")
      try html.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  /// Nothing is fetched from anywhere.
  @Test(arguments: pages) func pagesStandByThemselves(page: GalleryPage) {
    for asset in ["<script", "<link", "src=", "url(", "@import"] {
      #expect(!page.html.contains(asset))
    }
  }
}

/// A page under its name.
struct GalleryPage: Sendable, CustomTestStringConvertible {
  var name: String
  var html: String

  var testDescription: String { name }
}

extension Fixtures {
  static let index = IndexContent(
    title: "Results of 4 files",
    shared: [.init(name: "All schools together", target: "cumulative-report.html")],
    rows: [
      .init(
        file: "S-014.xlsx", school: "S-014", status: .ready,
        summary:
          "Tutored pupils made more progress than similar pupils. Tutoring may be the reason.",
        links: [
          .init(name: "Report", target: "reports/S-014.html"),
          .init(name: "Workbook", target: "results/S-014.xlsx"),
        ]),
      .init(
        file: "return of S-015 (final) version 2.xlsx", school: "S-015", status: .fix,
        summary: "3 things to put right",
        links: [.init(name: "Reply", target: "replies/S-015.eml")]),
      .init(
        file: "photo.xlsx", school: nil, status: .stopped, summary: "This is a picture.", links: []),
      .init(
        file: "~$S-014.xlsx", school: nil, status: .skipped, summary: "A lock file.", links: []),
    ])
}
