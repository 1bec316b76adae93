import Evidence
import Statistics
import StudyModel

/// `effects.csv`: every effect that was pooled, at full precision, with what the report says of it.
///
/// Columns that begin with `by:` hold kinds that were asked for, those with `x:` what effects were
/// regressed on, those with `reported_` what the script for R is to find again.
enum EffectsCSV {
  static func text(_ analyses: [CumulativeAnalysis]) -> String {
    let groupings = unique(analyses.flatMap { $0.subgroups.map(\.by) })
    let columns = unique(analyses.flatMap { $0.moderators.flatMap(\.names) })
    let header =
      [
        "analysis", "title", "study", "date", "estimate", "variance", "weight", "pupils",
        "country", "phase", "programme", "area", "design", "certainty", "arm_size",
      ] + groupings.map { "by: \($0)" } + columns.map { "x: \($0)" } + reported
    var text = CommaSeparated.text([header])
    for (index, analysis) in analyses.enumerated() {
      addRows(
        of: analysis, number: index + 1, groupings: groupings, columns: columns, to: &text)
    }
    return text
  }

  private static let reported =
    [
      "blup", "rstudent", "dffits", "cook_d", "cov_r", "tau2_deleted", "hat", "without",
      "without_low", "without_high", "without_tau2", "step", "step_estimate", "step_low",
      "step_high", "step_tau2", "step_anytime_low", "step_anytime_high",
    ].map { "reported_\($0)" }

  private static func addRows(
    of analysis: CumulativeAnalysis, number: Int, groupings: [String], columns: [String],
    to text: inout String
  ) {
    let values = moderatorValues(analysis)
    // A step stands in the row of the last study that came with it.
    let steps = Dictionary(analysis.steps.map { ($0.count, $0) }) { $1 }
    for (index, contribution) in analysis.studies.enumerated() {
      let study = contribution.study
      let own = [
        "\(number)", analysis.title, study.id, study.date ?? "", "\(study.estimate)",
        "\(study.variance)", "\(contribution.weight)", study.pupils.map { "\($0)" } ?? "",
        study.country ?? "", study.phase ?? "", study.programme ?? "",
        study.area?.rawValue ?? "", study.design?.rawValue ?? "", study.certainty ?? "",
        self.text(study.precision),
      ]
      let asked =
        groupings.map { study.kind(by: $0) ?? "" }
        + columns.map { self.text(values[$0]?[study.id]) }
      text += CommaSeparated.text([
        own + asked
          + reported(
            contribution,
            without: index < analysis.leaveOneOut.count ? analysis.leaveOneOut[index] : nil,
            step: steps[index + 1])
      ])
    }
  }

  private static func reported(
    _ contribution: StudyContribution, without: LeaveOneOutStep?, step: CumulativeStep?
  ) -> [String] {
    let influence = contribution.influence
    return [
      text(contribution.shrunken), text(influence?.studentizedResidual), text(influence?.dffits),
      text(influence?.cookDistance), text(influence?.covarianceRatio),
      text(influence?.tau2Deleted), text(influence?.hat), text(without?.estimate),
      text(without?.interval.low), text(without?.interval.high), text(without?.tau2),
      step.map { "\($0.count)" } ?? "", text(step?.estimate), text(step?.interval.low),
      text(step?.interval.high), text(step?.tau2), text(step?.anytime?.low),
      text(step?.anytime?.high),
    ]
  }

  /// What each coefficient's column holds, by study.
  private static func moderatorValues(
    _ analysis: CumulativeAnalysis
  ) -> [String: [String: Double]] {
    var values: [String: [String: Double]] = [:]
    for moderator in analysis.moderators {
      for (name, column) in zip(moderator.names, moderator.columns) {
        for (study, value) in zip(moderator.studies, column) {
          values[name, default: [:]][study] = value
        }
      }
    }
    return values
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
