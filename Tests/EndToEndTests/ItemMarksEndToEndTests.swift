import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import TestSupport
import Testing
import Workbooks

/// Marks on items go from the sheet that a school filled in to its results and its report.
@Suite struct ItemMarksEndToEndTests {
  private static let pupils = 32
  private static let items = 40

  /// Stronger pupils get harder items right; the last item is right for everybody.
  private static func marks(gain: Double) -> [[Double]] {
    (0..<pupils).map { pupil in
      let ability = Double(pupil * 13 % pupils) / Double(pupils) + gain
      return (0..<items).map { item in
        let luck = Double((pupil * 17 + item * 29) % 23) / 23 - 0.5
        let difficulty = Double(item * 7 % items) / Double(items)
        return item == items - 1 || ability + 0.4 * luck > difficulty ? 1 : 0
      }
    }
  }

  private func workbook() throws -> [UInt8] {
    let programme = try readProgramme(
      folder: ProgrammeTemplates.folder(of: "ta-small-group-number"))
    let texts = try workbookLanguages(
      readStringTable(ProgrammeTemplates.folder.appending(path: stringTableName)))
    var request = WorkbookRequest(
      programme: programme, texts: try #require(texts.first { $0.language == .english }),
      school: "S-014", wave: "2026-1", design: .matched, pupils: IssuedPupil.rows(Self.pupils),
      seed: 1, toolVersion: "0.1.0", created: ExcelDate(year: 2026, month: 9, day: 1))
    request.answers = Self.answers(to: programme)
    let (before, after) = (Self.marks(gain: 0), Self.marks(gain: 0.1))
    var given: [String: [String: [Double?]]] = ["number.before": [:], "number.after": [:]]
    for place in 0..<Self.pupils {
      let code = request.pupils[place].code
      request.pupils[place].values = [
        WellKnownField.group: .text(place.isMultiple(of: 2) ? "intervention" : "comparison"),
        WellKnownField.className: .text("3B"),
        "number.before": .number(before[place].reduce(0, +)),
        "number.after": .number(after[place].reduce(0, +)),
      ]
      given["number.before"]?[code] = before[place]
      given["number.after"]?[code] = after[place]
    }
    request.itemMarks = given
    return try writeWorkbook(dataWorkbook(for: request))
  }

  private static func answers(to programme: Programme) -> [String: CellValue] {
    var answers: [String: CellValue] = [:]
    for field in programme.schoolQuestions + programme.implementationQuestions {
      switch field.kind {
      case .choice(let choices): answers[field.id] = choices.first.map { .text($0.code) }
      case .wholeNumber(let bounds): answers[field.id] = .number(Double(bounds.lowerBound))
      case .decimal(let bounds): answers[field.id] = .number(bounds.lowerBound)
      case .text: answers[field.id] = .text("Year 3")
      case .date: break
      }
    }
    answers[WellKnownField.dateBefore] = .number(ExcelDate(year: 2026, month: 9, day: 14).serial)
    answers[WellKnownField.dateAfter] = .number(ExcelDate(year: 2027, month: 3, day: 12).serial)
    answers[WellKnownField.assignment] = .text("matched")
    return answers
  }

  /// Kuder and Richardson (1937), formula 20: `k/(k−1) · (1 − Σp(1−p)/s²)`, all over n.
  private func kr20(_ marks: [[Double]]) -> Double {
    let (n, k) = (Double(marks.count), Double(Self.items))
    let totals = marks.map { $0.reduce(0, +) }
    let mean = totals.reduce(0, +) / n
    let variance = totals.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / n
    let spread = facility(marks).map { $0 * (1 - $0) }.reduce(0, +)
    return k / (k - 1) * (1 - spread / variance)
  }

  private func facility(_ marks: [[Double]]) -> [Double] {
    (0..<Self.items).map { item in
      marks.map { $0[item] }.reduce(0, +) / Double(marks.count)
    }
  }

  @Test(arguments: ["Item marks after", "Spring"])
  func theyReachTheResultsAndTheReport(sheet: String) throws {
    let workspace = try Workspace()
    var file = SchoolsFile(try workbook())
    if sheet != "Item marks after" {
      // As a spreadsheet program renames: the formulas of the sheet Check follow.
      for part in ["xl/workbook.xml", "xl/worksheets/sheet7.xml"] {
        guard try file.text(of: part).contains("Item marks after") else { continue }
        try file.replace("Item marks after", with: sheet, in: part)
      }
    }
    #expect(try file.sheetNames.contains(sheet))
    try workspace.write(file.bytes, to: "in/school.xlsx")
    let run = try workspace.run(
      "analyse", "in", "-o", "out", "--json", "--quiet", "--templates", Workspace.templates)
    let document = try Document(run.output)["files"][0]
    #expect(document["status"].text == "ready", "\(run.messages)")
    let items = document["effects"][0]["items"]
    let marks = Self.marks(gain: 0.1)
    let wanted = kr20(marks)
    let found = try #require(items["kr20"].number)
    #expect(abs(found - wanted) < 1e-12)
    #expect(abs(try #require(items["alpha"].number) - wanted) < 1e-12)
    #expect(items["pupils"].integer == Self.pupils)
    let facilities = items["facility"].list.compactMap(\.number)
    #expect(zip(facilities, facility(marks)).allSatisfy { abs($0 - $1) < 1e-12 })
    let discriminations = items["discrimination"].list.compactMap(\.number)
    #expect(discriminations.count == Self.items)
    #expect(discriminations.last == 0)
    #expect(discriminations.contains { $0 > 0.5 })
    let page = try #require(document["outputs"]["report"].text)
    let report = String(decoding: try workspace.bytes(page), as: UTF8.self)
    let shown = String(format: "%.2f", wanted)
    #expect(report.contains("Reliability of the test: \(shown)"))
    let numbers = items["lookAt"].list.compactMap(\.integer)
    #expect(numbers.contains(Self.items))
    #expect(
      report.contains(
        "because they hardly tell pupils apart: "
          + "\(numbers.map { "\($0)" }.joined(separator: ", "))."))
  }
}
