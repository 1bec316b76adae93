package import Cells
import StudyModel

extension ProgrammeSource {
  /// Reads a programme from the sheets of a workbook, as ``programmeSheets(of:)`` writes them.
  ///
  /// Other sheets are left alone: a trainer may keep notes in them.
  ///
  /// `file` is the name of the workbook, for faults.
  ///
  /// - Throws: `faults`, each with its sheet and cell.
  package init(workbook: WorkbookCells, file: String) throws(ProgrammeError) {
    let reader = DefinitionReader(file: file)
    let sheets = SheetDefinition(reader: reader, workbook: workbook)
    let texts = sheets.texts()
    var programme = reader.programme(
      sheets.root(), folderName: nil, hasText: { texts[$0] != nil })
    programme.translations = sheets.translations()
    let assessment = sheets.assessment().map(reader.assessment)
    try reader.check()
    self.init(programme: programme, texts: texts, assessment: assessment)
  }
}

/// Puts the tree of a definition together from the sheets of a workbook.
struct SheetDefinition {
  let reader: DefinitionReader
  private var tables: [DefinitionSheet: SheetTable] = [:]
  private let choices: [String: [DefinitionNode]]
  private let sheetNames: [String]

  init(reader: DefinitionReader, workbook: WorkbookCells) {
    self.reader = reader
    for sheet in DefinitionSheet.allCases {
      tables[sheet] = reader.table(of: sheet, in: workbook)
    }
    let table = tables[.choices]
    choices = Dictionary(
      (table?.rows ?? []).compactMap { row in
        guard let table, let list = table.node(row, "list")?.text else { return nil }
        return (list, [table.table(row, keys: ["code", "label"])])
      }, uniquingKeysWith: +)
    sheetNames = workbook.sheets.map(\.name)
  }

  /// What `programme.yaml` would say.
  func root() -> DefinitionNode {
    var mapping = settings(.settings, names: DefinitionSettings.all, top: DefinitionSettings.top)
    add("outcomes", rows(.outcomes, .outcome), of: .outcomes, to: &mapping)
    add("pupil-fields", questions(.columns, .pupilField), of: .columns, to: &mapping)
    for (key, sheet) in Self.questionLists {
      add(key, questions(.questions, .question, on: sheet), of: .questions, to: &mapping)
    }
    let sessions = tables[.sessions].flatMap { table in
      table.rows.first.map { table.table($0, keys: DefinitionTable.dose.required) }
    }
    add("dose", sessions, of: .sessions, to: &mapping)
    add("glossary", rows(.glossary, .glossaryWord), of: .glossary, to: &mapping)
    add("texts", rows(.texts, .text), of: .texts, to: &mapping)
    add("missing-reasons", list("missing-reasons"), of: .choices, to: &mapping)
    if choices["roles"] != nil { add("roles", list("roles"), of: .choices, to: &mapping) }
    return DefinitionNode(content: .table(mapping), place: start(of: .settings))
  }

  /// What `assessment.yaml` would say; nil where there is no such test.
  func assessment() -> DefinitionNode? {
    guard let table = tables[.items], !table.rows.isEmpty else { return nil }
    let names = DefinitionSettings.assessment
    var mapping = settings(.assessment, names: names, top: names)
    let items = table.rows.map { row in
      var item = table.table(row, keys: ["topic", "kind", "count", "crosses-ten", "story"])
      if case .table(var entries) = item.content {
        for key in ["first", "second"] {
          let bounds = ["\(key)-lowest", "\(key)-highest"].compactMap { table.node(row, $0) }
          if let first = bounds.first {
            let list = DefinitionNode(content: .list(bounds), place: first.place)
            entries.entries.append((name(key, first.place), list))
          } else {
            entries.gaps[key] = DefinitionNode.Gap(
              place: item.place, what: "its \"\(key)-lowest\" and \"\(key)-highest\"")
          }
        }
        item.content = .table(entries)
      }
      return item
    }
    let list = DefinitionNode(content: .list(items), place: start(of: .items))
    add("items", list, of: .items, to: &mapping)
    return DefinitionNode(content: .table(mapping), place: start(of: .assessment))
  }

  /// The words in other languages: by the code of the language, then by the words in English.
  func translations() -> [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    for table in tables.values {
      for row in table.rows {
        for translation in table.translations {
          guard let english = table.node(row, translation.key)?.text,
            let text = row.values[translation.column]
          else { continue }
          found[translation.language, default: [:]][english] = text
        }
      }
    }
    return found
  }

  /// The Markdown of each text, by file; an empty row is an empty line.
  func texts() -> [String: String] {
    guard let table = tables[.textLines] else { return [:] }
    let files = tables[.texts].map { texts in
      texts.rows.compactMap { texts.node($0, "file")?.text }
    }
    var lines: [String: [String]] = [:]
    for row in table.rows {
      guard let file = table.node(row, "file") else {
        reader.fault(
          "this line belongs to no text", at: table.place(row: row.number, column: 1),
          suggestion: "write the name of its file in the column \"file\"")
        continue
      }
      let name = file.text ?? ""
      if let files, !files.contains(name) {
        reader.fault(
          "the sheet texts names no file \"\(name)\"", at: file,
          suggestion: nearMiss(of: name, among: files).map { "did you mean \"\($0)\"?" })
      }
      lines[name, default: []].append(table.node(row, "text")?.text ?? "")
    }
    return lines.mapValues { $0.joined(separator: "\n") + "\n" }
  }

  private static let questionLists = [
    ("school-questions", "about"), ("implementation-questions", "implementation"),
  ]

  private func start(of sheet: DefinitionSheet) -> DefinitionPlace {
    DefinitionPlace(sheet: tables[sheet]?.name ?? sheet.rawValue, line: 1, column: 1)
  }

  private func name(_ key: String, _ place: DefinitionPlace) -> DefinitionNode {
    DefinitionNode(content: .text(key), place: place)
  }

  private func add(
    _ key: String, _ value: DefinitionNode?, of sheet: DefinitionSheet,
    to mapping: inout DefinitionNode.Mapping
  ) {
    if let value {
      mapping.entries.append((name(key, value.place), value))
      return
    }
    var what = "the sheet \"\(sheet.rawValue)\""
    if tables[sheet] != nil {
      what = sheet == .choices ? "the list \"\(key)\"" : "a row in \(what)"
    } else if let near = nearMiss(of: sheet.rawValue, among: sheetNames) {
      what += " (is it \"\(near)\"?)"
    }
    mapping.gaps[key] = DefinitionNode.Gap(place: start(of: sheet), what: what)
  }

  /// Keys and values that stand under each other.
  private func settings(
    _ sheet: DefinitionSheet, names: [String], top: [String]
  ) -> DefinitionNode.Mapping {
    var mapping = DefinitionNode.Mapping()
    var words = DefinitionNode.Mapping()
    guard let table = tables[sheet] else { return mapping }
    for row in table.rows {
      guard let key = table.node(row, "name"), let written = key.text else { continue }
      guard names.contains(written) else {
        reader.fault(
          "there is no setting \"\(written)\"", at: key,
          suggestion: nearMiss(of: written, among: names).map { "did you mean \"\($0)\"?" }
            ?? "the settings are: \(names.joined(separator: ", "))")
        continue
      }
      guard let value = table.node(row, "value") else { continue }
      if written == "designs" {
        let designs = (value.text ?? "").split { $0 == " " || $0 == "," }.map {
          DefinitionNode(content: .text(String($0)), place: value.place)
        }
        mapping.entries.append(
          (key, DefinitionNode(content: .list(designs), place: value.place)))
      } else if top.contains(written) {
        mapping.entries.append((key, value))
      } else {
        words.entries.append((key, value))
      }
    }
    for name in names where mapping[name] == nil && words[name] == nil {
      let gap = DefinitionNode.Gap(
        place: place(ofSetting: name, in: table), what: "the setting \"\(name)\"")
      mapping.gaps[name] = gap
      words.gaps[name] = gap
    }
    if sheet == .settings {
      mapping.entries.append(
        (
          name("words", start(of: sheet)),
          DefinitionNode(content: .table(words), place: start(of: sheet))
        ))
    }
    return mapping
  }

  /// Beside its name where that is written, else the top of the sheet.
  private func place(ofSetting name: String, in table: SheetTable) -> DefinitionPlace {
    let row = table.rows.first { table.node($0, "name")?.text == name }
    return table.place(
      row: row?.number ?? table.headerRow, column: row == nil ? 1 : table.columns["value"] ?? 1)
  }

  private func rows(_ sheet: DefinitionSheet, _ kind: DefinitionTable) -> DefinitionNode? {
    tables[sheet].map { table in
      let keys = kind.required + kind.optional
      return DefinitionNode(
        content: .list(table.rows.map { table.table($0, keys: keys) }), place: start(of: sheet))
    }
  }

  private func list(_ name: String) -> DefinitionNode? {
    choices[name].map { DefinitionNode(content: .list($0), place: $0[0].place) }
  }
}

extension SheetDefinition {
  /// The questions of one sheet of the data workbook.
  private func questions(
    _ sheet: DefinitionSheet, _ kind: DefinitionTable, on wanted: String? = nil
  ) -> DefinitionNode? {
    guard let table = tables[sheet] else { return nil }
    let keys = (kind.required + kind.optional).filter { $0 != "choices" }
    let rows = table.rows.filter { wanted == nil || isOn(wanted, $0, table) }
    return DefinitionNode(
      content: .list(rows.map { withType(table.table($0, keys: keys)) }), place: start(of: sheet))
  }

  /// Whether a question belongs to a sheet; what is no sheet at all is a fault.
  private func isOn(_ wanted: String?, _ row: SheetTable.Row, _ table: SheetTable) -> Bool {
    let known = Self.questionLists.map(\.1)
    let node = table.node(row, "sheet")
    let written = node?.text?.lowercased() ?? ""
    if !known.contains(written) {
      reader.fault(
        written.isEmpty
          ? "a question lacks its \"sheet\"" : "\"\(written)\" is not a sheet of questions",
        at: node?.place
          ?? table.place(row: row.number, column: table.columns["sheet"] ?? 1),
        suggestion: nearMiss(of: written, among: known).map { "did you mean \"\($0)\"?" }
          ?? "write about or implementation")
    }
    return written == wanted
  }

  /// The types of XLSForm in the words of `programme.yaml`: `select_one yes-no` is a choice with
  /// the answers of that list.
  private func withType(_ question: DefinitionNode) -> DefinitionNode {
    guard case .table(var mapping) = question.content,
      let index = mapping.entries.firstIndex(where: { $0.key.text == "kind" })
    else { return question }
    let type = mapping.entries[index].value
    let words = (type.text ?? "").split(separator: " ").map(String.init)
    switch words.first {
    case "integer": mapping.entries[index].value.content = .text("whole-number")
    case "select_one", "choice":
      mapping.entries[index].value.content = .text("choice")
      if words.count == 2, let list = choices[words[1]] {
        mapping.entries.append(
          (
            name("choices", type.place), DefinitionNode(content: .list(list), place: type.place)
          ))
      } else {
        let known = choices.keys.sorted()
        reader.fault(
          words.count == 2
            ? "the sheet choices has no list \"\(words[1])\"" : "the type names no list of choices",
          at: type,
          suggestion: nearMiss(of: words.last ?? "", among: known).map {
            "did you mean \"select_one \($0)\"?"
          } ?? "its lists are: \(known.joined(separator: ", "))")
        // Any kind without further keys will do: the fault has been reported.
        mapping.entries[index].value.content = .text("text")
      }
    default: break
    }
    var question = question
    question.content = .table(mapping)
    return question
  }
}
