import Analysis
import Evidence
import StudyModel

/// Fewer schools than this, and a school could tell which other one it sees.
private let fewestSchools = 5
/// The drawn-towards-the-average estimate of a school needs at least this many.
private let fewestForShrinkage = 10

/// The school among all of its programme; nil with too few schools, or when it is not one of them.
func amongSection(
  _ analysis: StudyAnalysis, among: CumulativeAnalysis, numbers: inout FigureNumbers
) -> AmongSection? {
  let study = analysis.identity.study
  guard among.studies.count >= fewestSchools, let pooled = among.pooled,
    let own = among.studies.first(where: { isEffect($0.study.id, of: study) })
  else { return nil }
  let others = among.studies.filter { !isEffect($0.study.id, of: study) }.map(\.study.estimate)
  let average =
    "\(NumberStyle.signed(pooled.estimate, digits: 2)) "
    + "(\(NumberStyle.range(pooled.interval, digits: 2)))"
  var sentences = [
    "One school can rarely tell by itself. Together, \(among.studies.count) schools show an "
      + "average effect size of \(average)."
  ]
  if let shrunken = own.shrunken, among.studies.count >= fewestForShrinkage {
    sentences.append(
      "Taking the other schools into account, the best estimate for your school is "
        + "\(NumberStyle.signed(shrunken, digits: 2)), in place of "
        + "\(NumberStyle.signed(own.study.estimate, digits: 2)) from your pupils alone.")
  }
  let figure = AmongSchoolsFigure(
    others: others, own: own.study.estimate, average: pooled.estimate,
    averageInterval: pooled.interval)
  return AmongSection(
    sentences: sentences,
    strip: numbers.figure(
      "Your school and \(others.count) others", id: "among", drawing: figure.svg,
      finding: "Your school’s estimate is \(NumberStyle.signed(own.study.estimate, digits: 2)); "
        + "the average of all schools is \(average).",
      remark: "Small circles are other schools. Schools differ by chance as well; this is not a "
        + "ranking."))
}

/// Whether an effect belongs to a study: its id is the study's, or begins with it.
private func isEffect(_ id: String, of study: String) -> Bool {
  id == study || id.hasPrefix(study + "/")
}
