import Cells
import StudyModel

/// What the column Check says of a row of the Pupils sheet.
struct PupilCheck {
  let layout: WorkbookLayout
  let programme: Programme
  let texts: WorkbookTexts

  /// Nothing for an empty row, else the first fault: `=IF(COUNTA(B5:I5)=0,"",IFERROR(IF(…`.
  func formula(row: Int) -> String {
    guard let first = layout.pupils.inputs.first, let last = layout.pupils.inputs.last else {
      return "=\"\""
    }
    let cells = "\(first.reference(row: row)):\(last.reference(row: row))"
    let check = nested(steps(row: row), otherwise: quoted(texts[.allRight]))
    return "=IF(COUNTA(\(cells))=0,\"\",IFERROR(\(check),\(quoted(texts[.rowShowsError]))))"
  }

  /// What the formula comes to.
  func result(_ values: CheckedValues) -> String {
    guard !values.isEmpty else { return "" }
    return verdict(
      steps(row: PupilsLayout.firstRow), on: values, otherwise: texts[.allRight],
      onError: texts[.rowShowsError])
  }

  /// The width in which everything that the check can say stands in one line.
  var width: Double {
    (steps(row: PupilsLayout.firstRow).map(\.message) + [texts[.rowShowsError]])
      .map { WorkbookStyle.width(of: $0, isBold: true) }.max() ?? 0
  }

  private func steps(row: Int) -> [CheckStep] {
    layout.pupils.inputs.flatMap { column -> [CheckStep] in
      let cell = column.reference(row: row).description
      let own = Workbooks.steps(
        for: column.field, in: cell, lists: layout.lists, bounds: bounds(of: column.field.id)
      ) { texts.onPupil($0, label: column.field.label) }
      return own + (column.field.id == WellKnownField.missingReason ? [reasonStep(row: row)] : [])
    }
  }

  /// The limits of scores stand on the hidden sheet, once.
  private func bounds(of field: String) -> WrittenBounds? {
    guard let outcome = programme.outcomes.first(where: { scoreFields(of: $0).contains(field) })
    else { return nil }
    return WrittenBounds(
      low: layout.lists.reference(to: .lowestScore(outcome: outcome.id)),
      high: layout.lists.reference(to: .highestScore(outcome: outcome.id)))
  }

  private func scoreFields(of outcome: Outcome) -> [String] {
    [WellKnownField.before(outcome), WellKnownField.after(outcome)]
  }

  /// A missing score needs a reason.
  private func reasonStep(row: Int) -> CheckStep {
    let scores = programme.outcomes.flatMap(scoreFields)
    let columns = scores.compactMap(layout.pupils.column)
    let cells = columns.map { $0.reference(row: row).description }.joined(separator: ",")
    let reason = layout.pupils.column(of: WellKnownField.missingReason)?.reference(row: row)
    let reasonCell = reason?.description ?? ""
    return CheckStep(
      fields: [WellKnownField.missingReason],
      condition: "AND(COUNT(\(cells))<\(scores.count),TRIM(\(reasonCell))=\"\")",
      message: texts[.scoresOrReason]
    ) { values in
      scores.contains { values.number($0) == nil }
        && values.trimmed(WellKnownField.missingReason).isEmpty
    }
  }
}
