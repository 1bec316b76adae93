import Evidence
import Foundation
import Reports
import StudyModel

/// Writes what a merge gives: the report, the effects, and a script that computes them again.
struct MergeWriter {
  let folder: OutputFolder
  /// The day of the report, in words; empty for none.
  let date: String

  func write(
    _ analyses: [CumulativeAnalysis], _ gathering: Gathering
  ) throws -> MergeOutputs {
    var outputs = MergeOutputs()
    outputs.csv = try folder.write(EffectsCSV.text(analyses), to: "effects.csv")
    outputs.script = try folder.write(ReproductionScript.text(analyses), to: "reproduce.R")
    outputs.report = try folder.write(
      cumulativeReport(
        analyses, stamp: ReportStamp(toolVersion: Tool.version, dataHash: "", date: date)),
      to: "cumulative-report.html")
    return outputs
  }
}

/// `effects.csv`: every effect that was pooled, at full precision.
enum EffectsCSV {
  static func text(_ analyses: [CumulativeAnalysis]) -> String {
    let rows = analyses.enumerated().flatMap { index, analysis in
      analysis.studies.map { contribution in
        let study = contribution.study
        return [
          "\(index + 1)", analysis.title, study.id, study.date ?? "", "\(study.estimate)",
          "\(study.variance)", "\(contribution.weight)", study.pupils.map { "\($0)" } ?? "",
          study.country ?? "", study.phase ?? "", study.programme ?? "",
          study.area?.rawValue ?? "", study.design?.rawValue ?? "", study.certainty ?? "",
        ]
      }
    }
    let header = [
      "analysis", "title", "study", "date", "estimate", "variance", "weight", "pupils", "country",
      "phase", "programme", "area", "design", "certainty",
    ]
    return CommaSeparated.text([header] + rows)
  }
}
