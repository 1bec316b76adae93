import Analysis
import Evidence
import Statistics

/// The average in one sentence.
func pooledHeadline(_ analysis: CumulativeAnalysis) -> String {
  let count = analysis.studies.count
  guard let pooled = analysis.pooled, count > 0 else {
    return "There is no study with an effect to put together yet."
  }
  guard count > 1 else { return "One study so far: there is nothing to average yet." }
  let pupils = "Over \(count) studies, pupils in the programme"
  switch Claim(pooledVerdict(pooled)) {
  case .clear(let direction):
    return "\(pupils) made \(direction.amount) progress on average than similar pupils."
      + comfort(direction)
  case .sizeUnsure(let direction):
    return "\(pupils) made \(direction.amount) progress on average than similar pupils, but the "
      + "difference may be very small." + comfort(direction)
  case .leans(let direction):
    return "\(pupils) did \(direction.quality) on average than similar pupils, but it is too "
      + "early to tell if the programme was the reason."
  case .tooSmallToMatter:
    return "\(pupils) made about the same progress on average as similar pupils: any difference "
      + "is too small to matter."
  case .unclear, .tooLittleData:
    return "Over \(count) studies it is too early to tell if the programme makes a difference."
  }
}

private func comfort(_ direction: Direction) -> String {
  direction == .less ? " This does not mean they went backwards." : ""
}

/// The verdict of the rule for one school; the number of pupils is no obstacle here.
private func pooledVerdict(_ pooled: PooledEffect) -> Verdict {
  verdict(
    estimate: pooled.estimate, interval: pooled.interval,
    band: AnalysisSettings().smallestEffectThatMatters, smallestArm: .max)
}

/// The average in months; nil where it is too unsure for any.
private func pooledMonths(_ pooled: PooledEffect) -> String? {
  guard pooledVerdict(pooled) != .tooLittleData else { return nil }
  let words = months(pooled.estimate, pooled.interval)
  return "\(words.estimate.atStart) on average; the true average could plausibly be "
    + "\(words.range)."
}

private func months(_ estimate: Double, _ interval: Interval) -> MonthsWords {
  let table = MonthsTable.named("")
  return MonthsWords(
    months: table.months(for: estimate, low: interval.low, high: interval.high),
    estimate: estimate, interval: interval)
}

/// The average effect size with its range.
func averageSentence(_ pooled: PooledEffect) -> String {
  "The average effect size is \(NumberStyle.signed(pooled.estimate, digits: 2)) (95% range "
    + "\(NumberStyle.range(pooled.interval, digits: 2)))."
}

/// What stands under the headline.
func pooledSentences(_ analysis: CumulativeAnalysis) -> [String] {
  guard let pooled = analysis.pooled, analysis.studies.count > 1 else { return [] }
  var sentences = [pooledMonths(pooled), averageSentence(pooled)].compactMap(\.self)
  if let prediction = pooled.predictionInterval, pooled.tau2 > 0 {
    sentences.append(
      "Schools differ. In one more school like these the true figure may be "
        + "\(months(pooled.estimate, prediction).range) "
        + "(\(NumberStyle.range(prediction, digits: 2))).")
  }
  return sentences
}

/// How much schools differ: the range of a next school first, percentages last.
func differenceSentences(_ analysis: CumulativeAnalysis) -> [String] {
  guard let pooled = analysis.pooled, analysis.studies.count > 1 else { return [] }
  let count = analysis.studies.count
  guard pooled.tau2 > 0 else {
    return [
      "There is no sign that schools differ by more than chance. With \(count) studies we would "
        + "often miss it.", testSentence(pooled),
    ]
  }
  var sentences: [String] = []
  if let prediction = pooled.predictionInterval {
    sentences.append(
      "If one more school like these took part, its true effect would probably lie between "
        + "\(NumberStyle.signed(prediction.low, digits: 2)) and "
        + "\(NumberStyle.signed(prediction.high, digits: 2)).")
    if count <= 100 {
      sentences.append(
        "With few studies that range promises a little too much: in trials of the method with small "
          + "schools that differ, it held the next school 83 to 90 times in 100, not 95.")
    }
  }
  sentences.append(
    "The true effects of schools spread around the average with a standard deviation of "
      + "\(NumberStyle.decimal(pooled.tau2.squareRoot(), digits: 2))\(spreadRange(pooled)).")
  sentences.append(testSentence(pooled))
  return sentences
}

private func spreadRange(_ pooled: PooledEffect) -> String {
  guard let interval = pooled.tau2Interval else { return "" }
  let low = NumberStyle.decimal(max(0, interval.low).squareRoot(), digits: 2)
  let high = NumberStyle.decimal(max(0, interval.high).squareRoot(), digits: 2)
  return " (95% range \(low) to \(high))"
}

private func testSentence(_ pooled: PooledEffect) -> String {
  "Q is \(NumberStyle.decimal(pooled.q, digits: 1)) on "
    + "\(NumberStyle.shortest(pooled.qDegreesOfFreedom)) degrees of freedom (p "
    + "\(pooled.qP < 0.001 ? "" : "= ")\(NumberStyle.probability(pooled.qP))); I² is "
    + "\(NumberStyle.decimal(pooled.i2, digits: 0))%."
}

/// Since when the average has hardly moved.
func settledSentence(_ analysis: CumulativeAnalysis) -> String {
  guard let last = analysis.steps.last else { return "" }
  let steady = analysis.steps.reversed().prefix { abs($0.estimate - last.estimate) < 0.05 }
  guard let since = steady.last, since.count < last.count else {
    return "The last study still moved the average by 0.05 or more."
  }
  return "The average has moved by less than 0.05 since study \(since.count) of \(last.count)."
}

/// How far the average moves when any one study is left out.
func sensitivitySentence(_ analysis: CumulativeAnalysis) -> String {
  let estimates = analysis.leaveOneOut.map(\.estimate)
  guard let low = estimates.min(), let high = estimates.max() else { return "" }
  let crossing = analysis.leaveOneOut.filter { $0.interval.low <= 0 && $0.interval.high >= 0 }
  let range = Interval(low: low, high: high)
  let isClear = analysis.pooled.map { $0.interval.low > 0 || $0.interval.high < 0 } ?? false
  let zero =
    isClear
    ? crossing.isEmpty
      ? " Its range never reaches zero."
      : " Its range reaches zero without \(NumberStyle.count(crossing.count, "study", "studies"))."
    : ""
  return "Leaving out any one study, the average lies anywhere from "
    + "\(NumberStyle.range(range, digits: 2)).\(zero)"
}

/// What may be missing from the picture.
func fairnessSentence(_ analysis: CumulativeAnalysis) -> String {
  var sentences: [String] = []
  if let returned = analysis.flow.returned, let issued = analysis.flow.issued, issued > 0 {
    sentences.append(
      "\(NumberStyle.count(returned)) of \(NumberStyle.count(issued)) workbooks came back; we do "
        + "not know what the others would have shown.")
  }
  let count = analysis.studies.count
  sentences.append(
    count >= ContourFunnel.fewestStudies
      ? "If small studies with low effects were missing, the picture would be lopsided."
      : "Whether small studies are missing can be looked at from "
        + "\(ContourFunnel.fewestStudies) studies on; there "
        + (count == 1 ? "is 1." : "are \(count)."))
  return sentences.joined(separator: " ")
}
