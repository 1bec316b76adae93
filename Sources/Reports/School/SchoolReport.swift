package import Analysis
import Cells
package import Evidence
package import StudyModel

/// The report for one school: one page of HTML that needs nothing beside itself and prints on A4.
///
/// The same inputs give the same bytes. `among` is the cumulative analysis of the programme, where
/// the hub has one; the school sees its place from five schools on.
package func schoolReport(
  _ analysis: StudyAnalysis, findings: [Finding], repairs: [Repair], stamp: ReportStamp,
  among: CumulativeAnalysis? = nil
) -> String {
  var numbers = FigureNumbers()
  let programme = analysis.programme
  let results = schoolResults(analysis, numbers: &numbers)
  let section = among.flatMap { amongSection(analysis, among: $0, numbers: &numbers) }
  let closer = closerLooks(analysis)
  let notes = findings.filter { $0.severity != .error }.map(noteLine)
  let title = reportTitle(programme.title)
  let page = SchoolPage(
    version: stamp.toolVersion,
    pageTitle: "\(title), school \(analysis.identity.school)",
    pageBoxes: pageBoxes(
      head: "\(programme.title), school \(analysis.identity.school)",
      headRight: analysis.identity.wave,
      foot: "Workbook \(stamp.workbook ?? analysis.identity.workbook), "
        + "made by whatworked \(stamp.toolVersion)"),
    school: analysis.identity.school, title: title, facts: facts(analysis), results: results,
    hasSeveralResults: results.count > 1, closer: closer, hasCloser: !closer.isEmpty,
    among: section, steps: nextSteps(for: analysis), tables: numberTables(analysis),
    noteSentences: noteSentences(notes: notes, repairs: repairs), hasNotes: !notes.isEmpty,
    notes: notes, repairTable: repairTable(repairs), method: methodText(analysis),
    date: stamp.onDate, workbook: stamp.workbook ?? analysis.identity.workbook,
    study: analysis.identity.study, contact: stamp.contact, hash: stamp.dataHash)
  return PageLibrary.render(.schoolReport, with: page)
}

/// A title that stays on one line.
private func reportTitle(_ programme: String) -> String {
  let title = "\(programme): your results"
  return title.count <= 45 ? title : programme
}

/// The lines under the title.
private func facts(_ analysis: StudyAnalysis) -> [String] {
  let facts = [
    analysis.yearGroup, analysis.testName, testDays(analysis),
    analysis.design == .cluster && analysis.assignment == .random
      ? "Whole classes put into the groups by chance"
      : "Groups formed \(analysis.assignment.inWords)",
  ]
  return [facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")]
}

/// `Tests 14 January and 26 June 2026`, as far as the days are known.
private func testDays(_ analysis: StudyAnalysis) -> String? {
  switch (analysis.dateBefore, analysis.dateAfter) {
  case (let before?, let after?):
    let first =
      before.year == after.year
      ? before.inWords.replacing(" \(before.year)", with: "") : before.inWords
    return "Tests \(first) and \(after.inWords)"
  case (let before?, nil): return "First test \(before.inWords)"
  case (nil, let after?): return "Second test \(after.inWords)"
  case (nil, nil): return nil
  }
}

extension AssignmentMethod {
  /// Ends a sentence that begins with *Groups formed*.
  var inWords: String {
    switch self {
    case .random: "by chance"
    case .matched: "by choosing similar pupils"
    case .teacherChoice: "by the teacher’s choice"
    case .volunteers: "from volunteers"
    case .noComparison: "without a comparison group"
    }
  }
}
