import Evidence
import Statistics
import StudyModel

/// How the average has settled, and how far the evidence has come.
func settledSection(
  _ analysis: CumulativeAnalysis, anchor: String, numbers: inout FigureNumbers
) -> PageSection? {
  guard let figure = cumulativeFigure(analysis, anchor: anchor, numbers: &numbers) else {
    return nil
  }
  var section = PageSection(
    heading: "How the average has settled", sentences: [settledSentence(analysis)],
    figures: [figure])
  if let last = analysis.steps.last, let band = last.anytime {
    section.sentences.append(
      band.contains(0)
        ? "Looked at after every study, the average has not yet left zero by the band that allows "
          + "for looking: it is now \(NumberStyle.range(band, digits: 2))."
        : "By the band that allows for looking after every study, the average has left zero: it is "
          + "now \(NumberStyle.range(band, digits: 2)).")
  }
  if let view = analysis.sequential {
    section.sentences += sequentialSentences(view)
    if !view.looks.isEmpty { section.folded.append(looksTable(view)) }
  }
  return section
}

private func sequentialSentences(_ view: SequentialView) -> [String] {
  let target = NumberStyle.signed(view.target, digits: 2)
  var sentences: [String] = []
  let share = NumberStyle.percentage(min(view.fraction, 99))
  let pupils = view.pupils.map {
    " (about \(NumberStyle.count(Int($0.pupils.rounded(.up)))) pupils in schools like these)"
  }
  sentences.append(
    view.fraction >= 1
      ? "There is enough evidence to have found an effect of \(target) with a chance of "
        + "\(NumberStyle.percentage(view.power))\(pupils ?? "")."
      : "\(share) of the evidence is in that would find an effect of \(target) with a chance of "
        + "\(NumberStyle.percentage(view.power))\(pupils ?? ""): about "
        + "\(NumberStyle.count(view.studiesToCome, "more study", "more studies")) like these.")
  guard !view.looks.isEmpty else { return sentences }
  sentences.append(
    view.isCrossed
      ? "A plan that spends its chance of a false alarm look by look (O’Brien and Fleming’s kind) "
        + "would have called an effect."
      : "A plan that spends its chance of a false alarm look by look (O’Brien and Fleming’s kind) "
        + "would not have called an effect so far.")
  return sentences
}

private func looksTable(_ view: SequentialView) -> PageSection.Folded {
  .init(
    summary: "The spending view, look by look",
    table: PageTable(
      "Looks at the average, and what it must exceed",
      columns: [
        .number("Studies"), .number("Share of the evidence"), .number("z"), .number("Boundary"),
      ],
      rows: view.looks.map {
        [
          NumberStyle.count($0.count), NumberStyle.percentage($0.fraction),
          NumberStyle.signed($0.z, digits: 2), "±" + NumberStyle.decimal($0.boundary, digits: 2),
        ]
      }))
}

/// What another study would tell; nil below two studies.
func nextSection(_ analysis: CumulativeAnalysis) -> PageSection? {
  guard let next = analysis.next, let now = next.plans.first else { return nil }
  var sentences = [
    "In one more school like these the programme would help with a chance of "
      + "\(chance(next.chanceAboveZero)), and by more than "
      + "\(NumberStyle.signed(next.target, digits: 2)) with a chance of "
      + "\(chance(next.chanceAboveTarget)).",
    "The average is known to within \(NumberStyle.decimal(now.averageMargin, digits: 2)) either "
      + "way. The table says what more studies would make of it, were schools to differ as they do "
      + "now.",
  ]
  if let gap = next.gaps.first {
    sentences.append(
      "Least is known where few studies were made: \(gap.dimension) \(gap.level) has "
        + "\(NumberStyle.count(gap.studies, "study", "studies")). A study there would tell most "
        + "about whether the effect carries over.")
  } else if let empty = analysis.map?.areas.first(where: {
    $0.studies == 0 && $0.area != .policyPlans
  }) {
    sentences.append(
      "Nothing is known of \(empty.area.inWords): a study there would tell most about whether the "
        + "effect carries over.")
  }
  var section = PageSection(
    heading: "Where next?", sentences: sentences,
    tables: [
      PageTable(
        "What more studies would narrow",
        columns: [
          .text("More studies"), .number("Average known to within"),
          .number("Next school to within"),
        ],
        rows: next.plans.map { plan in
          [
            plan.inWords, "±" + NumberStyle.decimal(plan.averageMargin, digits: 2),
            "±" + NumberStyle.decimal(plan.nextSchoolMargin, digits: 2),
          ]
        })
    ])
  if !next.gaps.isEmpty {
    section.tables.append(
      PageTable(
        "Where few studies were made",
        columns: [.text("Kind"), .number("Studies"), .number("Pupils")],
        rows: next.gaps.map {
          [
            "\($0.dimension) \($0.level)", NumberStyle.count($0.studies),
            $0.pupils > 0 ? NumberStyle.count($0.pupils) : "not known",
          ]
        }))
  }
  return section
}

/// Nothing is sure: never 0% nor 100%.
private func chance(_ share: Double) -> String {
  if share > 0.99 { return "more than 99%" }
  return share < 0.01 ? "less than 1%" : NumberStyle.percentage(share)
}

extension WhereNext.Plan {
  fileprivate var inWords: String {
    guard studies > 0 else { return "None: as it is now" }
    let count = "\(studies) more"
    return size == 1 ? "\(count) of the usual size" : "\(count), each with twice the pupils"
  }
}
