package import Analysis
import Cells
import Statistics
package import StudyModel

/// What the Results sheet of a returned workbook says, top to bottom.
package struct ResultsSheetContent: Sendable, Hashable {
  /// From row 1 on; the title is in A1, the headline in A2.
  package var rows: [SheetRowContent]

  /// The widths of the columns, in characters.
  package static let columnWidths: [Double] = [46, 16, 16, 16, 60]
}

/// The content of the Results sheet for one study.
///
/// `pupils` are the rows of the school's own sheet, for the formulas that work the figures out
/// again; in a workbook of its own they would lead nowhere, and there are none.
package func resultsSheet(
  _ analysis: StudyAnalysis, in home: SheetHome, pupils: [PupilRow], findings: [Finding],
  repairs: [Repair], stamp: ReportStamp
) -> ResultsSheetContent {
  let words = analysis.programme.words
  let title = "Results: \(analysis.programme.title), school \(analysis.identity.school)"
  var rows = [SheetRowContent.wide(title, .title)]
  let outcomes = analysis.outcomes
  let names = outcomes.map { outcomes.count > 1 ? label($0) : nil }
  for (outcome, name) in zip(outcomes, names) {
    rows += headlineRows(outcome, words: words, name: name)
  }
  let sentences = outcomes.map { headline(for: $0, words: words) }
  rows += effectCharts(outcomes, names: names, sentences: sentences).map {
    SheetRowContent([], chart: $0)
  }
  let byRow = Dictionary(pupils.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
  for (index, (outcome, name)) in zip(outcomes, names).enumerated() {
    let sayings = sayingRows(outcome, words: words, name: name)
    let table = tableRows(outcome, number: index, words: words, name: name)
    // A single one has its sayings on the first page, under its picture.
    rows +=
      outcomes.count > 1
      ? SheetRowContent.onNewPage(sayings) + table : sayings + SheetRowContent.onNewPage(table)
    if home == .schoolsWorkbook {
      rows += SheetRowContent.onNewPage(
        workingRows(outcome, key: "\(index)", words: words, name: name, pupils: byRow))
    }
    rows += SheetRowContent.onNewPage(robustnessRows(outcome))
  }
  // On a page of their own, so that no table pushes their last lines onto one.
  rows += SheetRowContent.onNewPage(
    noteRows(findings) + repairRows(repairs, in: home)
      + stampRows(analysis, stamp: stamp, in: home))
  return ResultsSheetContent(rows: rows)
}

private func headlineRows(
  _ outcome: OutcomeAnalysis, words: ProgrammeWords, name: String?
) -> [SheetRowContent] {
  let result = ResultWords(of: outcome, words: words)
  let headline = (name.map { "\($0). " } ?? "") + result.headline
  let sentences = [result.months, result.marks, result.reason].compactMap(\.self)
  return [.wide(headline, .headline)] + sentences.map { .wide($0, .body) }
}

private func sayingRows(
  _ outcome: OutcomeAnalysis, words: ProgrammeWords, name: String?
) -> [SheetRowContent] {
  let result = ResultWords(of: outcome, words: words)
  let suffix = name.map { " (\($0.midSentence))" } ?? ""
  return [.empty, .wide("What you can say\(suffix)", .heading)]
    + result.canSay.map { .wide("“\($0)”", .body) }
    + [.wide("What you cannot say\(suffix)", .heading)]
    + result.cannotSay.map { .wide("“\($0)”", .body) }
}

private func tableRows(
  _ outcome: OutcomeAnalysis, number: Int, words: ProgrammeWords, name: String?
) -> [SheetRowContent] {
  let suffix = name.map { ": \($0.midSentence)" } ?? ""
  let measures = sheetMeasures(outcome, words: words)
  return [
    .empty, .wide("The result in numbers\(suffix)", .heading),
    .head(["Measure", "Your school", "95% range, from", "to", "In plain words"]),
  ]
    + measures.map { measure in
      SheetRowContent(
        [.text(measure.name, .tableText)] + measure.cells + [.text(measure.words, .tableText)],
        key: measure.isEffect ? effectRowKey(number) : nil)
    }
}

private func robustnessRows(_ outcome: OutcomeAnalysis) -> [SheetRowContent] {
  guard outcome.shownEffect != nil, !outcome.robustness.isEmpty else { return [] }
  return [
    .empty, .wide("Other ways to look at the same marks", .heading),
    .head(["Method", "Estimate", "95% range, from", "to", "Remark"]),
  ]
    + outcome.robustness.map { line in
      let p = line.p.map { "p \(NumberStyle.probability($0))" }
      return SheetRowContent([
        .text(RobustnessName.title(of: line.name), .tableText),
        .number(line.estimate, .signed(digits: 2)),
        line.interval.map { .number($0.low, .signed(digits: 2)) } ?? .text("", .tableText),
        line.interval.map { .number($0.high, .signed(digits: 2)) } ?? .text("", .tableText),
        .text(line.reason ?? p ?? "", .tableText),
      ])
    }
}

private func noteRows(_ findings: [Finding]) -> [SheetRowContent] {
  let notes = findings.filter { $0.severity != .error }
  return [.empty, .wide("Notes on your data", .heading)]
    + (notes.isEmpty
      ? [.wide("Nothing to note.", .body)] : notes.map { .wide(noteLine($0), .body) })
}

private func repairRows(_ repairs: [Repair], in home: SheetHome) -> [SheetRowContent] {
  guard !repairs.isEmpty else {
    return [.wide("Every entry was read as it was typed.", .body)]
  }
  return [
    .empty, .wide("Entries read differently from how they were typed", .heading),
    .head(["Cell", "Typed", "Read as", "", "Why"]),
  ]
    + repairs.map { repair in
      let place = repair.address.description
      return SheetRowContent([
        SheetCellContent(home.link(to: place), .tableText),
        .text(repair.before, .tableText), .text(repair.after.inWords, .tableText),
        .text("", .tableText), .text(repair.rule.asSentence, .tableText),
      ])
    }
}

private func stampRows(
  _ analysis: StudyAnalysis, stamp: ReportStamp, in home: SheetHome
) -> [SheetRowContent] {
  [
    .empty, .wide("Where this came from", .heading),
    .wide(methodText(analysis), .body),
    .wide(
      "Made by whatworked \(stamp.toolVersion)\(stamp.onDate) from workbook "
        + "\(stamp.workbook ?? analysis.identity.workbook), study \(analysis.identity.study).",
      .note),
    .wide("Fingerprint of the data (SHA-256): \(stamp.dataHash)", .note),
    .wide(
      home == .schoolsWorkbook
        ? "This sheet was added; nothing else in this file was changed."
        : "The workbook itself could not be added to; it is as it came.", .note),
  ]
}
