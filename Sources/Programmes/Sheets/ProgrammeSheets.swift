import Foundation
import StudyModel

/// One sheet of a programme's workbook, as text.
package struct WrittenSheet: Hashable, Sendable {
  package var sheet: DefinitionSheet
  package var headings: [String]
  /// The column of each heading.
  package var columns: [DefinitionColumn]
  package var rows: [[String]]
}

/// The sheets that define a programme, so that a workbook made of them gives the same programme
/// again.
package func programmeSheets(of source: ProgrammeSource) -> [WrittenSheet] {
  let writer = ProgrammeSheets(source: source)
  return DefinitionSheet.allCases.compactMap { sheet in
    if sheet.isOptional, source.assessment == nil { return nil }
    return writer.written(sheet)
  }
}

private struct ProgrammeSheets {
  let source: ProgrammeSource
  /// The lists of choices, each once, in the order of the questions that use them.
  private let lists: [(name: String, choices: [Choice])]

  private var programme: Programme { source.programme }

  init(source: ProgrammeSource) {
    self.source = source
    let programme = source.programme
    var lists: [(name: String, choices: [Choice])] = []
    if !programme.roles.isEmpty { lists.append(("roles", programme.roles)) }
    lists.append(("missing-reasons", programme.missingReasons))
    let own = lists.count
    for field in programme.pupilFields + programme.schoolQuestions
      + programme.implementationQuestions
    {
      guard case .choice(let choices) = field.kind,
        !lists.dropFirst(own).contains(where: { $0.choices == choices })
      else { continue }
      // A pupil column and a question may have the same name.
      let isTaken = lists.contains { $0.name == field.id }
      lists.append((isTaken ? "\(field.id)-\(lists.count)" : field.id, choices))
    }
    self.lists = lists
  }

  func written(_ sheet: DefinitionSheet) -> WrittenSheet {
    var headings: [String] = []
    var columns: [DefinitionColumn] = []
    for column in sheet.columns {
      let languages = column.isTranslated ? [Language.english] + self.languages : []
      headings +=
        languages.isEmpty
        ? [column.heading]
        : languages.map { "\(column.heading)::\($0.name) (\($0.code))" }
      columns += Array(repeating: column, count: max(1, languages.count))
    }
    let rows = rows(of: sheet).map { row in
      zip(sheet.columns, row).flatMap { column, text in
        [text]
          + (column.isTranslated
            ? languages.map { programme.translations[$0.code]?[text] ?? "" } : [])
      }
    }
    return WrittenSheet(sheet: sheet, headings: headings, columns: columns, rows: rows)
  }

  /// The languages into which something is translated, in the order of their codes.
  private var languages: [Language] {
    programme.translations.keys.filter { $0 != "en" }.sorted().map { code in
      let name = Locale(identifier: "en").localizedString(forLanguageCode: code)
      return Language(code: code, name: name ?? code)
    }
  }

  private func rows(of sheet: DefinitionSheet) -> [[String]] {
    switch sheet {
    case .settings: settings.map { [$0, $1] }
    case .sessions:
      [
        [
          programme.dose.sessionsPlanned, programme.dose.minutes, programme.dose.weeks,
          programme.dose.complianceThreshold,
        ].map { String($0) }
      ]
    case .outcomes:
      programme.outcomes.map {
        [$0.id, $0.label, $0.test, plain($0.minimum), plain($0.maximum)]
      }
    case .columns:
      programme.pupilFields.map { cells(of: $0) + [$0.isOnRequest ? "on-request" : ""] }
    case .questions:
      programme.schoolQuestions.map { ["about"] + cells(of: $0) }
        + programme.implementationQuestions.map { ["implementation"] + cells(of: $0) }
    case .choices:
      lists.flatMap { list in list.choices.map { [list.name, $0.code, $0.label] } }
    case .glossary: programme.glossary.map { [$0.word, $0.meaning] }
    case .texts: programme.texts.map { [$0.title, $0.file, $0.isForPupils ? "pupils" : ""] }
    case .textLines: textLines
    case .assessment:
      source.assessment.map {
        [
          ["title", $0.title], ["minutes", String($0.minutes)],
          ["instructions", $0.instructions], ["seed", String($0.seed)],
        ]
      } ?? []
    case .items: source.assessment?.plans.map(cells(of:)) ?? []
    }
  }

  private var settings: [(String, String)] {
    [
      ("id", programme.id), ("version", programme.version), ("title", programme.title),
      ("strategy", programme.strategy), ("phase", programme.phase),
      ("area", programme.area.rawValue),
      ("designs", programme.designs.map(\.rawValue).joined(separator: " ")),
      ("months-table", programme.monthsTable), ("intervention", programme.words.intervention),
      ("comparison", programme.words.comparison),
      ("intervention-pupils", programme.words.interventionPupils),
      ("comparison-pupils", programme.words.comparisonPupils),
      ("activity", programme.words.activity),
    ]
  }

  private func cells(of field: Field) -> [String] {
    let type: String
    var bounds = ["", "", ""]
    switch field.kind {
    case .text(let length): (type, bounds[2]) = ("text", String(length))
    case .date: type = "date"
    case .wholeNumber(let range):
      type = "integer"
      bounds = [String(range.lowerBound), String(range.upperBound), ""]
    case .decimal(let range):
      type = "decimal"
      bounds = [plain(range.lowerBound), plain(range.upperBound), ""]
    case .choice(let choices):
      let list = lists.last { $0.choices == choices }?.name ?? field.id
      type = "select_one \(list)"
    }
    return [type, field.id, field.label, field.help, field.unit, field.isRequired ? "yes" : ""]
      + bounds
  }

  private var textLines: [[String]] {
    var seen: Set<String> = []
    return programme.texts.filter { seen.insert($0.file).inserted }.flatMap { text in
      var lines = (source.texts[text.file] ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines.map { [text.file, String($0)] }
    }
  }

  private func cells(of item: ItemPlan) -> [String] {
    let second =
      item.hasSecond ? [String(item.second.lowerBound), String(item.second.upperBound)] : ["", ""]
    return [
      item.topic, item.kind.rawValue, String(item.count), String(item.first.lowerBound),
      String(item.first.upperBound),
    ] + second + [item.crossesTen.map { $0 ? "yes" : "no" } ?? "", item.story ?? ""]
  }
}
