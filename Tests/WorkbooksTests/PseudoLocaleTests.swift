import Cells
import Programmes
import Spreadsheet
import StudyModel
import TestSupport
import Testing

@testable import Workbooks

/// Every word that a school sees comes from a table of texts, and every text has the room it needs.
@Suite struct PseudoLocaleTests {
  private func requests(_ id: String) throws -> [WorkbookRequest] {
    let programme = PseudoLocale.programme(
      try readProgramme(folder: ProgrammeTemplates.folder(of: id)))
    let texts = PseudoLocale.texts(try Languages.english())
    return try programme.designs.flatMap { design in
      var empty = try request(programme, design: design, texts: texts)
      if design == programme.designs[0] { empty.itemMarks = [:] }
      var faulty = try faultyRequest(programme, design: design, texts: texts)
      if design == programme.designs[0] {
        faulty.itemMarks = ["\(programme.outcomes[0].id).before": ["P001": [1, 7, nil]]]
      }
      return [empty, faulty]
    }
  }

  private func plans(_ request: WorkbookRequest) -> [WorkbookPlan] {
    [dataWorkbook(for: request), pupilKey(for: request)]
  }

  @Test(arguments: ProgrammeTemplates.ids) func noWordIsLeftInTheCode(id: String) throws {
    for request in try requests(id) {
      for plan in plans(request) {
        var looked = 0
        for (place, text) in shownTexts(of: plan) {
          looked += 1
          let letters = withoutData(text, of: request).filter { $0.isASCII && $0.isLetter }
          #expect(letters.isEmpty, "\(place): \(text)")
        }
        #expect(looked > 100)
      }
    }
  }

  @Test(arguments: ProgrammeTemplates.ids) func everyTextHasTheRoomItNeeds(id: String) throws {
    for request in try requests(id) {
      for plan in plans(request) {
        expectRoom(in: plan)
        _ = try writeWorkbook(plan)
      }
    }
  }

  @Test func thePseudoLanguageIsLongerAndHasNoPlainLetter() {
    let text = PseudoLocale.pseudo("Fill in the yellow cells")
    #expect(text.count >= 24 * 14 / 10 + 2)
    #expect(!text.contains { $0.isASCII && $0.isLetter })
  }

  /// What stands in cells, in the texts of formulas, in messages and on tabs.
  private func shownTexts(of plan: WorkbookPlan) -> [(place: String, text: String)] {
    var texts = [("title", plan.properties.title)]
    for sheet in plan.sheets where sheet.visibility == .visible {
      texts.append(("tab", sheet.name))
      for cell in sheet.cells {
        let place = "\(sheet.name)!\(cell.reference)"
        switch cell.value {
        case .text(let text): texts.append((place, text))
        case .formula(let formula, let cached):
          texts += literals(in: formula).map { (place, $0) }
          if case .text(let text) = cached { texts.append((place, text)) }
        default: break
        }
      }
      for validation in sheet.validations {
        for message in [validation.input, validation.error].compactMap({ $0 }) {
          texts += [(sheet.name, message.title), (sheet.name, message.text)]
        }
      }
      for format in sheet.conditionalFormats {
        texts += literals(in: format.formula).map { (sheet.name, $0) }
      }
    }
    // The lists that people choose from; beside them are the codes.
    for sheet in plan.sheets where sheet.name == ListsLayout.sheetName {
      for cell in sheet.cells where cell.reference.column.isMultiple(of: 2) {
        if case .text(let text) = cell.value, cell.reference.row >= ListsLayout.firstRow {
          texts.append(("\(sheet.name)!\(cell.reference)", text))
        }
      }
    }
    return texts
  }

  private func literals(in formula: String) -> [String] {
    formula.matches(of: /"((?:[^"]|"")*)"/).map { String($0.1) }
      .filter { !$0.hasPrefix(">=") }
  }

  /// Without what is no word: codes, the address, and what was typed in.
  private func withoutData(_ text: String, of request: WorkbookRequest) -> String {
    let typed = (request.pupils.flatMap { $0.values.values } + request.answers.values)
      .compactMap { if case .text(let text) = $0 { text } else { nil } }
    if typed.contains(text) { return "" }
    var rest = text.replacing(request.stamp.line, with: "")
    for value in [request.school, request.stamp.identity.workbook, request.contact ?? ""] {
      rest = rest.replacing(value, with: "")
    }
    return rest.replacing(/P[0-9]{3}/, with: "")
  }

  /// By another measure than the writer's: Arial takes 0.46 of its size for a letter, on average.
  private func expectRoom(in plan: WorkbookPlan) {
    for sheet in plan.sheets where sheet.visibility == .visible {
      let total = sheet.columnWidths.values.reduce(0, +)
      for cell in sheet.cells where cell.style.isLocked {
        guard case .text(let text) = cell.value else { continue }
        let pixels = Double(text.count) * cell.style.size * 96 / 72 * 0.46
        let (row, column) = (cell.reference.row, cell.reference.column)
        let width = 7 * (sheet.columnWidths[column] ?? 8.43)
        let place = "\(sheet.name)!\(cell.reference): \(text)"
        if cell.style.wraps {
          let lines = (pixels / width).rounded(.up)
          let height = sheet.rowHeights[row] ?? sheet.defaultRowHeight ?? 15
          #expect(height >= lines * cell.style.size * 1.2, "\(place)")
        } else if row < PupilsLayout.headerRow {
          #expect(pixels <= 7 * total, "\(place)")
        } else {
          #expect(pixels <= width, "\(place)")
        }
      }
    }
  }
}
