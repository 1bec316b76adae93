import Analysis
import ArgumentParser
import Foundation
import StudyModel

/// What `analyse` takes for pupils that someone holds as a table and not in a workbook.
struct PupilsOptions: ParsableArguments {
  @Option(
    help: "Analyse the pupils of this table of comma-separated values.",
    completion: .file(extensions: ["csv"]))
  var pupils: String?

  @Option(
    help: """
      How its pupils came to be in their groups: randomised, pairs, matched, cluster, \
      partially-nested or single.
      """)
  var design: String?

  @Option(help: "The column of blocks within which its pupils were allocated, such as class.")
  var blocks: String?

  @Option(help: "The highest mark of its test; without it, the highest in the table.")
  var maximum: Double?

  @Option(help: "The fewest sessions that count as having taken part.")
  var compliance: Int?

  /// The table, analysed; empty where none was asked for.
  ///
  /// - Throws: `UsageFailure` where the options do not go together, or the table is none.
  func files(_ flow: AnalyseReturns, paths: [String]) throws -> [ProcessedReturn] {
    guard let pupils else {
      guard design == nil, blocks == nil, maximum == nil, compliance == nil else {
        throw UsageFailure(
          message: "--design, --blocks, --maximum and --compliance are for --pupils")
      }
      return []
    }
    guard paths.isEmpty else {
      throw UsageFailure(message: "give either workbooks or --pupils, not both")
    }
    guard let design = StudyDesign(rawValue: design ?? "randomised") else {
      let designs = StudyDesign.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageFailure(message: "\(design ?? "") is not a design; there are \(designs)")
    }
    let table = try PupilsTable(
      path: pupils,
      settings: PupilsSettings(
        design: design, blocks: blocks, maximum: maximum, compliance: compliance ?? 1))
    if !table.unknownColumns.isEmpty {
      let columns = table.unknownColumns.joined(separator: ", ")
      Console.write("\(pupils): not known, and left out: \(columns)")
    }
    let name = URL(filePath: pupils).deletingPathExtension().lastPathComponent
    var file = judge(table.record(roles: false), nil, pupils, flow.settings.analysis)
    if table.hasRoles, file.analysis != nil {
      // All pupils together come first, then those of each role.
      let apart = judge(table.record(roles: true), nil, pupils, flow.settings.analysis)
      file.analysis?.outcomes += apart.analysis?.outcomes ?? []
      if apart.analysis == nil {
        Console.write("\(pupils): some pupils have no role, so roles are not told apart")
      }
    }
    return [flow.finish(file, name: name)]
  }
}
