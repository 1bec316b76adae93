import Cells
package import StudyModel

/// Checks what a returned workbook says, and makes data of it if it is fit to analyse.
///
/// Every rule of ``Rule/all`` looks at the whole record; one bad cell never hides another.
package func validate(_ record: StudyRecord) -> ValidationOutcome {
  let interpreted = interpret(record)
  let findings = Rule.all.flatMap { $0.findings(in: interpreted) }.sorted(by: isBefore)
  let personal = Set(findings.filter { $0.code.hasPrefix("W6") }.compactMap(\.address))
  let hasError = findings.contains { $0.severity == .error }
  return ValidationOutcome(
    findings: findings,
    repairs: interpreted.repairs.map { personal.contains($0.address) ? $0.withoutWords : $0 },
    data: hasError ? nil : studyData(from: interpreted, leavingOut: personal))
}

extension Rule {
  fileprivate func findings(in record: InterpretedRecord) -> [Finding] {
    check(record).map { finding(of: $0, in: record) }
  }

  private func finding(of remark: Remark, in record: InterpretedRecord) -> Finding {
    let address: CellAddress? = if case .cell(let address) = remark.place { address } else { nil }
    let sheet: String? = if case .sheet(let name) = remark.place { name } else { nil }
    let isExplained = severity == .query && address.map(record.isExplained) == true
    return Finding(
      code: code, severity: isExplained ? .note : severity, address: address, sheet: sheet,
      message: isExplained ? "\(remark.message); the school has explained it" : remark.message,
      help: isExplained ? "Nothing to do: the explanation is in the workbook." : fix)
  }
}

extension InterpretedRecord {
  /// Whether the pupil of this row has an explanation, which cannot explain itself.
  func isExplained(_ address: CellAddress) -> Bool {
    guard let explanation = explanations[SheetRow(address)] else { return false }
    return explanation != address
  }
}

extension Repair {
  /// The same without what was typed, which may be about a person.
  fileprivate var withoutWords: Repair {
    Repair(address: address, before: "(not shown)", after: .text("(not shown)"), rule: rule)
  }
}

/// The whole file first, then sheet by sheet, row by row, and by code.
private func isBefore(_ one: Finding, _ other: Finding) -> Bool {
  func key(_ finding: Finding) -> (String, Int, Int, String, String) {
    let reference = finding.address?.reference
    return (
      finding.sheet ?? "", reference?.row ?? 0, reference?.column ?? 0, finding.code,
      finding.message
    )
  }
  return key(one) < key(other)
}
