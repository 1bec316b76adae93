package import Foundation

/// The name of the file that plans a test whose numbers are drawn.
package let assessmentName = "assessment.yaml"

/// The test of a programme whose numbers are drawn from a recorded seed, if it has one.
///
/// - Throws: `faults` with everything that is wrong in `assessment.yaml`.
package func readAssessment(folder: URL) throws(ProgrammeError) -> Assessment? {
  let file = folder.appending(path: assessmentName)
  guard FileManager.default.fileExists(atPath: file.path) else { return nil }
  return try assessment(yaml: readText(file))
}

/// Reads the plan of a test from its text and draws both forms.
package func assessment(yaml: String) throws(ProgrammeError) -> Assessment {
  let reader = DefinitionReader(file: assessmentName)
  guard let root = try definition(yaml: yaml, file: assessmentName) else {
    reader.fault("the file is empty", at: nil)
    throw .faults(reader.faults)
  }
  let assessment = reader.assessment(root)
  try reader.check()
  return assessment
}

extension DefinitionReader {
  /// The plan of a test, and both forms drawn from it; usable only when no fault was found.
  func assessment(_ root: DefinitionNode) -> Assessment {
    let top = table(root, .assessment)
    let seed = UInt64(max(0, whole(top, "seed") ?? 0))
    let plans = list(top, "items").map(itemPlan)
    var forms: [Assessment.Form] = []
    if faults.isEmpty {
      if let drawn = drawForms(plans, seed: seed) {
        forms = drawn
      } else {
        fault(
          "the bounds leave too few different questions", at: top.mapping["items"],
          suggestion: "widen \"first\" or \"second\", or ask fewer")
      }
    }
    return Assessment(
      title: text(top, "title"), minutes: whole(top, "minutes") ?? 0,
      instructions: text(top, "instructions"), seed: seed, plans: plans, forms: forms)
  }

  private func itemPlan(_ node: DefinitionNode) -> ItemPlan {
    let item = table(node, .item)
    let count = whole(item, "count") ?? 1
    if !(1...50).contains(count) {
      fault("\"count\" must be from 1 to 50", at: item.mapping["count"])
    }
    let story = text(item, "story")
    return ItemPlan(
      topic: text(item, "topic"),
      kind: name(item.mapping["kind"], of: ItemKind.self, "a kind of item") ?? .add,
      count: count, first: range(item, "first"),
      second: item.mapping["second"] == nil ? 0...0 : range(item, "second"),
      crossesTen: item.mapping["crosses-ten"] == nil ? nil : truth(item, "crosses-ten"),
      story: story.isEmpty ? nil : story)
  }

  /// Two numbers, the lower first: `[3, 9]`.
  private func range(_ table: Table, _ key: String) -> ClosedRange<Int> {
    let numbers = list(table, key).compactMap { $0.text.flatMap { Int($0) } }
    guard numbers.count == 2, numbers[0] >= 0, numbers[0] <= numbers[1] else {
      fault(
        "\"\(key)\" must be two whole numbers, the lower first", at: table.mapping[key],
        suggestion: "for example [3, 9]")
      return 0...0
    }
    return numbers[0]...numbers[1]
  }
}
