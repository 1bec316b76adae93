import StudyModel
extension DefinitionReader {
  /// The whole file; usable only when no fault was found.
  ///
  /// The name of its folder must be its id; a workbook has none.
  func programme(
    _ root: DefinitionNode, folderName: String?, hasText: (String) -> Bool
  ) -> Programme {
    let top = table(root, .programme)
    let id = identifier(top, "id")
    if let folderName, !id.isEmpty, id != folderName {
      fault(
        "the id is \"\(id)\", but the folder is called \"\(folderName)\"", at: top.mapping["id"],
        suggestion: "give both the same name")
    }
    let phase = name(top.mapping["phase"], of: Phase.self, "a phase")
    let area = name(top.mapping["area"], of: Area.self, "an area of evidence")
    let monthsTable = name(
      top.mapping["months-table"], of: MonthsTableName.self, "a table of months")
    let programme = Programme(
      id: id, version: text(top, "version"), title: text(top, "title"),
      strategy: identifier(top, "strategy"), phase: phase?.rawValue ?? "",
      area: area ?? .efficacy, words: words(top), designs: designs(top),
      roles: top.mapping["roles"] == nil ? [] : roles(top), outcomes: outcomes(top),
      pupilFields: fields(top, "pupil-fields", of: .pupilField),
      missingReasons: choices(top, "missing-reasons"),
      schoolQuestions: fields(top, "school-questions"),
      implementationQuestions: fields(top, "implementation-questions"), dose: dose(top),
      monthsTable: monthsTable?.rawValue ?? "", glossary: glossary(top),
      texts: texts(top, hasText: hasText))
    if top.isUsable { checkTogether(programme, top) }
    return programme
  }

  private enum TextReader: String, CaseIterable {
    case staff, pupils
  }

  private enum Phase: String, CaseIterable {
    case primary, secondary
  }

  private func words(_ top: Table) -> ProgrammeWords {
    guard let node = top.mapping["words"] else {
      return ProgrammeWords(
        intervention: "", comparison: "", interventionPupils: "", comparisonPupils: "",
        activity: "")
    }
    let words = table(node, .words)
    return ProgrammeWords(
      intervention: text(words, "intervention"), comparison: text(words, "comparison"),
      interventionPupils: text(words, "intervention-pupils"),
      comparisonPupils: text(words, "comparison-pupils"), activity: text(words, "activity"))
  }

  private func designs(_ top: Table) -> [StudyDesign] {
    let nodes = list(top, "designs")
    let designs = nodes.compactMap { name($0, of: StudyDesign.self, "a design") }
    if top.mapping["designs"]?.list?.isEmpty == true {
      fault("\"designs\" must offer at least one", at: top.mapping["designs"])
    }
    reportRepeats(nodes.map { ($0.text ?? "", $0) }, "design")
    return designs
  }

  private func roles(_ top: Table) -> [Choice] {
    let roles = choices(top, "roles")
    for node in list(top, "roles") {
      _ = node.mapping?["code"].map { name($0, of: Role.self, "a role") }
    }
    return roles
  }

  private func outcomes(_ top: Table) -> [Outcome] {
    let nodes = list(top, "outcomes")
    if top.mapping["outcomes"]?.list?.isEmpty == true {
      fault("\"outcomes\" must have at least one", at: top.mapping["outcomes"])
    }
    var seen: [(String, DefinitionNode)] = []
    let outcomes = nodes.map { node in
      let table = table(node, .outcome)
      let outcome = Outcome(
        id: identifier(table, "id"), label: text(table, "label"), test: text(table, "test"),
        minimum: number(table, "minimum") ?? 0, maximum: number(table, "maximum") ?? .infinity)
      if outcome.minimum >= outcome.maximum {
        fault(
          "the highest mark (\(plain(outcome.maximum))) must be above the lowest "
            + "(\(plain(outcome.minimum)))",
          at: table.mapping["maximum"])
      }
      seen.append((outcome.id, table.mapping["id"] ?? node))
      return outcome
    }
    reportRepeats(seen, "outcome")
    return outcomes
  }

  private func dose(_ top: Table) -> Dose {
    guard let node = top.mapping["dose"] else {
      return Dose(sessionsPlanned: 0, minutes: 0, weeks: 0, complianceThreshold: 0)
    }
    let table = table(node, .dose)
    for key in DefinitionTable.dose.required {
      if let number = whole(table, key), !(1...1000).contains(number) {
        fault("\"\(key)\" must be from 1 to 1000", at: table.mapping[key])
      }
    }
    func number(_ key: String) -> Int { Int(table.mapping[key]?.text ?? "") ?? 0 }
    let dose = Dose(
      sessionsPlanned: number("sessions-planned"), minutes: number("minutes"),
      weeks: number("weeks"), complianceThreshold: number("compliance-threshold"))
    if dose.complianceThreshold > dose.sessionsPlanned {
      fault(
        "\"compliance-threshold\" is more than the \(dose.sessionsPlanned) sessions planned",
        at: table.mapping["compliance-threshold"])
    }
    return dose
  }

  private func glossary(_ top: Table) -> [GlossaryEntry] {
    list(top, "glossary").map { node in
      let table = table(node, .glossaryWord)
      return GlossaryEntry(word: text(table, "word"), meaning: text(table, "meaning"))
    }
  }

  private func texts(_ top: Table, hasText: (String) -> Bool) -> [ProgrammeText] {
    list(top, "texts").map { node in
      let table = table(node, .text)
      let file = text(table, "file")
      // A path could lead out of the folder.
      if file.contains("/") || file.contains("\\") || file.hasPrefix(".") {
        fault(
          "\"\(file)\" must be the name of a file in the folder itself", at: table.mapping["file"])
      } else if !file.isEmpty, !hasText(file) {
        fault(
          "the file \"\(file)\" is not there", at: table.mapping["file"],
          suggestion: node.place.sheet == nil
            ? "add it to the folder, or take the entry out"
            : "add its lines to the sheet text_lines, or take the entry out")
      }
      let reader = name(table.mapping["for"], of: TextReader.self, "a reader of texts")
      return ProgrammeText(
        title: text(table, "title"), file: file, isForPupils: reader == .pupils)
    }
  }

  /// Reports each name that came before.
  func reportRepeats(_ names: [(String, DefinitionNode)], _ what: String) {
    var seen: Set<String> = [""]
    for (name, node) in names where !seen.insert(name).inserted {
      fault("the \(what) \"\(name)\" is there twice", at: node, suggestion: "rename one of them")
    }
  }
}

/// The tables that turn effects into months of progress; the analysis has each of them.
package enum MonthsTableName: String, CaseIterable, Sendable {
  case eef2026 = "eef-2026"
  case trials = "eef-trials"
  case toolkit2018 = "eef-toolkit-2018"
}
