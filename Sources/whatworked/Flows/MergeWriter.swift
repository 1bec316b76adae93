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
    outputs.workbook = try folder.write(cumulativeWorkbook(analyses), to: "cumulative.xlsx")
    outputs.report = try folder.write(
      cumulativeReport(
        analyses, stamp: ReportStamp(toolVersion: Tool.version, dataHash: "", date: date)),
      to: "cumulative-report.html")
    return outputs
  }
}
