import Cells
import Programmes
import StudyModel

extension DataWorkbookWriter {
  var checkLayout: CheckLayout {
    CheckLayout(sheet: texts[.checkSheet], rows: fixRows + lookRows + noteRows)
  }

  private var fixRows: [CheckRow] {
    let fix = texts[.fix]
    // Gnumeric takes `LEFT` of a range for `LEFT` of its first cell, so the cells are not cut.
    func count(_ range: String) -> String {
      "COUNTIF(\(range),\(quoted(fix + "*")))"
    }
    var rows = layout.questionSheets.map { sheet in
      let results = facts.answerResults[sheet.name] ?? [:]
      return CheckRow(
        label: texts[.checkQuestions, sheet.name], judgement: .fix,
        formula: count(
          "\(sheetReference(to: sheet.name))!$C$\(sheet.rows.lowerBound):$C$\(sheet.rows.upperBound - 1)"
        ),
        count: results.values.count { $0.hasPrefix(fix) })
    }
    if let check = layout.pupils.columns.last {
      rows.append(
        CheckRow(
          label: texts[.checkPupilRows], judgement: .fix,
          formula: count(layout.pupils.range(of: check)),
          count: facts.pupilResults.count { $0.hasPrefix(fix) }))
    }
    if !issuedItemSheets.isEmpty { rows.append(itemRow) }
    rows.append(
      CheckRow(
        label: texts[.checkEmptyGroups], judgement: .fix,
        formula: sumOfTruths(groups.map { "\(countFormula([$0.condition]))=0" }),
        count: groups.count { group in facts.count(where: group.holds) == 0 }))
    return rows
  }

  /// The rows with marks on items that are none.
  private var itemRow: CheckRow {
    let rows = layout.pupils.rows
    let counts = issuedItemSheets.map { sheet in
      let letters = "$" + CellReference.letters(ofColumn: sheet.checkColumn)
      let range =
        "\(sheetReference(to: sheet.name))!\(letters)$\(rows.lowerBound):"
        + "\(letters)$\(rows.upperBound - 1)"
      return "COUNTIF(\(range),\(quoted(texts[.fix] + "*")))"
    }
    let faulty = issuedItemSheets.map { sheet in
      let check = ItemsCheck(layout: sheet, texts: texts)
      return request.pupils.count { pupil in
        check.result(request.itemMarks?[sheet.score]?[pupil.code] ?? []).hasPrefix(texts[.fix])
      }
    }
    return CheckRow(
      label: texts[.checkItemRows], judgement: .fix, formula: counts.joined(separator: "+"),
      count: faulty.reduce(0, +))
  }

  private var lookRows: [CheckRow] {
    let byGroup = groups.map { group in
      CheckRow(
        label: texts[.checkGroup, group.label], judgement: .look,
        formula: countFormula([group.condition]), count: facts.count(where: group.holds))
    }
    let scores = scoreConditions(of: layout.pupils.inputs)
    return byGroup + [
      CheckRow(
        label: texts[.checkAllScores], judgement: .look,
        formula: countFormula(scores.map(\.condition)),
        count: facts.count { values in scores.allSatisfy { $0.holds(values) } })
    ]
  }

  private var noteRows: [CheckRow] {
    let afterFields = request.programme.outcomes.map(WellKnownField.after)
    let after = scoreConditions(
      of: layout.pupils.inputs.filter { afterFields.contains($0.field.id) })
    let groups = groups
    var rows = [
      CheckRow(
        label: texts[.checkNoSecondScore], judgement: .note,
        formula: groups.map { group in
          "\(countFormula([group.condition]))-"
            + countFormula([group.condition] + after.map(\.condition))
        }.joined(separator: "+"),
        count: facts.count { values in
          groups.contains { $0.holds(values) } && !after.allSatisfy { $0.holds(values) }
        })
    ]
    if let column = layout.pupils.column(of: WellKnownField.teachingGroup),
      let taught = groups.first
    {
      rows.append(
        CheckRow(
          label: texts[.checkNoTeachingGroup, taught.label], judgement: .note,
          formula: countFormula([taught.condition, "\(layout.pupils.range(of: column)),\"\""]),
          count: facts.count { values in
            taught.holds(values) && values[WellKnownField.teachingGroup].isEmpty
          }))
    }
    let fewest = layout.lists.limits.first { $0.kind == .fewestPupils }?.value ?? 0
    let limit = layout.lists.reference(to: .fewestPupils)
    rows.append(
      CheckRow(
        label: texts[.checkSmallGroups, plain(fewest)], judgement: .note,
        formula: sumOfTruths(groups.map { "\(countFormula([$0.condition]))<\(limit)" }),
        count: groups.count { group in Double(facts.count(where: group.holds)) < fewest }))
    return rows
  }

  /// Something that a row of the Pupils sheet meets or not, as a formula and in Swift.
  private struct Condition {
    var label: String
    /// Range and criterion, as `COUNTIFS` takes them.
    var condition: String
    var holds: (CheckedValues) -> Bool
  }

  /// A truth by itself stays a truth, and every truth is above every number.
  private func sumOfTruths(_ truths: [String]) -> String {
    "0" + truths.map { "+(\($0))" }.joined()
  }

  private func countFormula(_ conditions: [String]) -> String {
    "COUNTIFS(\(conditions.joined(separator: ",")))"
  }

  private var groups: [Condition] {
    guard let column = layout.pupils.column(of: WellKnownField.group),
      case .choice(let choices) = column.field.kind, let list = layout.lists.list(of: choices)
    else { return [] }
    let range = layout.pupils.range(of: column)
    return choices.enumerated().map { place, choice in
      Condition(label: choice.label, condition: "\(range),\(list.label(place))") { values in
        if case .text(let text) = values[WellKnownField.group] {
          text.lowercased() == choice.label.lowercased()
        } else {
          false
        }
      }
    }
  }

  /// `ISNUMBER` over a range is miscounted by Gnumeric; a comparison is not.
  private func scoreConditions(of columns: [PupilColumn]) -> [Condition] {
    let scores = request.programme.outcomes.flatMap {
      [WellKnownField.before($0), WellKnownField.after($0)]
    }
    return columns.filter { scores.contains($0.field.id) }.map { column in
      let field = column.field.id
      return Condition(
        label: "", condition: "\(layout.pupils.range(of: column)),\">=-1000000\""
      ) { $0.number(field).map { $0 >= -1_000_000 } ?? false }
    }
  }
}
