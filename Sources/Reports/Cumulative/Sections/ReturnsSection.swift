import Evidence

/// What the register of sent workbooks adds to the flow; no school but by its code.
func returnTables(_ analysis: CumulativeAnalysis) -> (sentences: [String], tables: [PageTable]) {
  guard let returns = analysis.returns else { return ([], []) }
  let issued = returns.count(.issued)
  let pooled = returns.count(.pooled)
  var sentences = [
    issued == 0
      ? "The register names no workbook of this programme."
      : "\(NumberStyle.count(pooled)) of \(NumberStyle.count(issued)) workbooks that were sent "
        + "out are in the average (\(NumberStyle.percentage(Double(pooled) / Double(issued)))). The "
        + "others may hold better or worse results; nobody knows."
  ]
  if returns.unregistered > 0 {
    sentences.append(
      "\(NumberStyle.count(returns.unregistered, "study", "studies")) came back though the "
        + "register does not name \(returns.unregistered == 1 ? "it" : "them").")
  }
  var tables: [PageTable] = []
  if !returns.groups.isEmpty {
    tables.append(
      PageTable(
        "Workbooks that came back, by kind",
        columns: [
          .text("Kind"), .number("Issued"), .number("Returned"), .number("Usable"),
          .number("In the average"), .number("Share"),
        ],
        rows: returns.groups.map {
          [
            "\($0.dimension) \($0.name)", NumberStyle.count($0.issued),
            NumberStyle.count($0.returned), NumberStyle.count($0.usable),
            NumberStyle.count($0.pooled),
            NumberStyle.percentage(Double($0.pooled) / Double(max(1, $0.issued))),
          ]
        }))
  }
  return (sentences, tables)
}

/// Every workbook that was sent out and is not in the average, by its school's code; the first 200.
func missingWorkbooks(_ analysis: CumulativeAnalysis) -> PageTable? {
  let missing = (analysis.returns?.workbooks ?? []).filter { $0.stage < .pooled }
  guard !missing.isEmpty else { return nil }
  let most = 200
  return PageTable(
    missing.count > most
      ? "The first \(most) of \(NumberStyle.count(missing.count)) workbooks not in the average"
      : "Workbooks not in the average",
    columns: [.text("School"), .text("Programme"), .text("Wave"), .text("How far it came")],
    rows: missing.prefix(most).map { [$0.school, $0.programme, $0.wave, $0.stage.inWords] })
}

extension ReturnFlow.Stage {
  fileprivate var inWords: String {
    switch self {
    case .issued: "sent out, not heard of"
    case .returned: "came back, not usable yet"
    case .usable: "usable, without an effect to average"
    case .pooled: "in the average"
    }
  }
}
