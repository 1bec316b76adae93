import Analysis
import StudyModel
import TestSupport
import Testing
import Validation

@testable import Reports

/// The note of a check and the table of a result say the same of how the groups began.
@Suite struct BaselineNoteTests {
  /// Six pupils an arm, the first arm so many marks ahead, and one who was not there for the second
  /// test and so is in neither number.
  private func workbook(ahead: Int, columns: String = "", cells: (Int) -> String = { _ in "" })
    -> ExampleWorkbook
  {
    let rows = (0..<12).map { index in
      let isTutored = index % 2 == 0
      let before = 8 + (index / 2 * 5) % 13 + (isTutored ? ahead : 0)
      return "| P\(10 + index) | \(isTutored ? "Tutored" : "Comparison") | \(before) "
        + "| \(before + (index * 7) % 5 + 1) | |\(cells(index))"
    }
    let heading = "| pupil | group | before | after | missing-reason |\(columns)"
    let lost = "| P30 | Tutored | 40 |  | Absent |\(cells(0))"
    return ExampleWorkbook(
      ([heading] + rows + [lost]).joined(separator: "\n") + """


        | question   | answer     |
        | assignment | By chance  |
        """)
  }

  private func notes(_ workbook: ExampleWorkbook) -> [String] {
    validate(workbook.record).findings.filter { $0.code == "W505" }.map(\.message)
  }

  private func outcomes(_ workbook: ExampleWorkbook) throws -> [OutcomeAnalysis] {
    analyse(try #require(validate(workbook.record).data)).outcomes
  }

  private func number(in note: String) -> Double? {
    note.split(separator: " ").lazy.compactMap { Double($0) }.first
  }

  /// As the table prints it, without its sign.
  private func printed(_ baseline: BaselineBalance) -> Double? {
    Double(NumberStyle.signed(baseline.g, digits: 2).dropFirst())
  }

  @Test(arguments: -4...4) func theNoteSaysTheNumberOfTheTable(ahead: Int) throws {
    let workbook = workbook(ahead: ahead)
    let baseline = try #require(try outcomes(workbook)[0].baseline)
    guard baseline.category == .notSatisfied else {
      #expect(notes(workbook) == [])
      return
    }
    let note = try #require(notes(workbook).first)
    #expect(number(in: note) == printed(baseline))
    #expect(note.hasPrefix(baseline.g > 0 ? "Tutored" : "Comparison"))
  }

  @Test func someAreNotedAndSomeAreNot() {
    let noted = (-4...4).filter { !notes(workbook(ahead: $0)).isEmpty }
    #expect(noted.contains(4) && noted.contains(-4) && !noted.contains(0))
  }

  @Test func eachRoleHasItsOwn() throws {
    let both = workbook(ahead: 3, columns: " role |") { index in
      index % 4 == 0 ? " Tutor |" : index % 4 == 2 ? " Tutee |" : " |"
    }
    let outcomes = try outcomes(both)
    #expect(outcomes.map(\.role) == [.tutor, .tutee])
    let unlike = outcomes.filter { $0.baseline?.category == .notSatisfied }
    #expect(!unlike.isEmpty)
    #expect(notes(both).count == unlike.count)
    for (note, outcome) in zip(notes(both), unlike) {
      #expect(number(in: note) == outcome.baseline.flatMap(printed))
      #expect(note.contains(outcome.role?.plural.lowercased() ?? "-"))
    }
  }
}
