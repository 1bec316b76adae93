import Cells
import StudyModel
import TestSupport
import Testing

@testable import Validation

/// What a cell in each kind of column is taken for.
@Suite struct InterpretationTests {
  /// A cell, what it is taken for, and why it was not taken as typed.
  struct Case: Sendable {
    var cell: Cell
    var value: EntryValue?
    var rule: String?

    init(_ written: String, _ value: EntryValue?, _ rule: String? = nil) {
      cell = TestSupport.cell(written: written) ?? Cell(.empty)
      self.value = value
      self.rule = rule
    }
  }

  static let marks = [
    Case("17", .number(17)),
    Case("", nil),
    Case("\"  \"", nil),
    Case("\"17\"", .number(17), "a number stored as text"),
    Case("\" 17\u{A0}\"", .number(17), "a number stored as text"),
    Case("\"17.5\"", .number(17.5), "a number stored as text"),
    Case("12,5", .number(12.5), "a decimal comma"),
    Case("−3", .number(-3), "a number stored as text"),
    Case("۱۲", .number(12), "a number stored as text"),
    Case("١٢٫٥", .number(12.5), "a number stored as text"),
    Case("१२", .number(12), "a number stored as text"),
    Case("১২", .number(12), "a number stored as text"),
    Case("１７", .number(17), "a number stored as text"),
    Case("1 234", .number(1234), "a number with its thousands set apart"),
    Case("1,234,567", .number(1_234_567), "a number with its thousands set apart"),
    Case("1,234", .unreadable(.ambiguousSeparator)),
    Case("\"1.234\"", .number(1.234), "a number stored as text"),
    Case("17/40", .number(17), "a mark with the highest mark behind it"),
    Case("17 / 40", .number(17), "a mark with the highest mark behind it"),
    Case("17 out of 40", .number(17), "a mark with the highest mark behind it"),
    Case("17/20", .unreadable(.fraction(outOf: 20))),
    Case("85%", .unreadable(.percentage)),
    Case("\"85 %\"", .unreadable(.percentage)),
    Case("17 18", .unreadable(.severalNumbers)),
    Case("17; 18", .unreadable(.severalNumbers)),
    Case("17 marks", .unreadable(.notANumber)),
    Case("1e3x", .unreadable(.notANumber)),
    Case("TRUE", .unreadable(.truthValue)),
    Case("#N/A", .unreadable(.errorValue(.notAvailable))),
    Case("\"#DIV/0!\"", .unreadable(.errorValue(.divisionByZero))),
    Case("2026-05-12", .unreadable(.dateInstead)),
    Case("1900-01-17", .number(17), "a number shown as a date"),
    Case("absent", .noScore(reason: "absent"), "words for a mark that is missing"),
    Case("A", .noScore(reason: "absent"), "words for a mark that is missing"),
    Case("Abs.", .noScore(reason: "absent"), "words for a mark that is missing"),
    Case("left", .noScore(reason: "left"), "words for a mark that is missing"),
    Case("-", .noScore(reason: nil), "words for a mark that is missing"),
    Case("ill", .noScore(reason: "absent"), "words for a mark that is missing"),
    Case("O", .unreadable(.notANumber)),
    Case("l", .unreadable(.notANumber)),
    Case("N/A", .noScore(reason: nil), "words for a mark that is missing"),
  ]

  @Test(arguments: marks) func marksAreUnderstood(_ example: Case) {
    let reading = readMark(
      example.cell, of: Programme.exampleOutcome, reasons: Programme.example.missingReasons,
      habits: ColumnHabits(of: [example.cell]))
    #expect(reading.value == example.value)
    #expect(reading.repair?.rule == example.rule)
  }

  static let groups = [
    Case("Tutored", .choice("intervention")),
    Case("tutored", .choice("intervention"), "spaces, capitals or a code"),
    Case("\"Tutored \"", .choice("intervention"), "spaces, capitals or a code"),
    Case("intervention", .choice("intervention"), "spaces, capitals or a code"),
    Case("Tutord", .choice("intervention"), "spelling"),
    Case("Comaprison", .choice("comparison"), "spelling"),
    Case("C", .choice("comparison"), "the first letters of it"),
    Case("control", .choice("comparison"), "another word for the same"),
    Case("Both", .unreadable(.notInList)),
    Case("3", .unreadable(.notInList)),
    Case("-", nil, "a dash for no answer"),
    Case("", nil),
  ]

  @Test(arguments: groups) func choicesAreUnderstood(_ example: Case) {
    let reading = readChoice(
      example.cell,
      from: [
        Choice(code: "intervention", label: "Tutored"),
        Choice(code: "comparison", label: "Comparison"),
      ])
    #expect(reading.value == example.value)
    #expect(reading.repair?.rule == example.rule)
  }

  /// What is nearly a choice in another language of the programme is that choice.
  @Test(arguments: ["Tutorat", "tutorrat", "TUTORA", "تدریس"])
  func choicesAreUnderstoodInOtherLanguages(text: String) {
    var programme = Programme.example
    programme.translations = [
      "fr": ["Tutored": "Tutorat", "Comparison": "Comparaison"], "ur": ["Tutored": "تدریس"],
    ]
    guard case .choice(let choices)? = AskedFields(of: programme).ofPupils["group"]?.kind else {
      Issue.record("no group")
      return
    }
    let reading = readChoice(Cell(.text(text)), from: choices)
    #expect(reading.value == .choice("intervention"))
    #expect(reading.repair != nil)
  }

  @Test func yesAndNoMayBeTruthValues() {
    let choices = [Choice(code: "yes", label: "Oui"), Choice(code: "no", label: "Non")]
    #expect(readChoice(Cell(.boolean(true)), from: choices).value == .choice("yes"))
    #expect(readChoice(Cell(.boolean(false)), from: choices).value == .choice("no"))
  }

  static let day = EntryValue.date(ExcelDate(year: 2026, month: 7, day: 10))

  static let dates = [
    Case("2026-07-10", day),
    Case("\"2026-07-10\"", day, "a date stored as text"),
    Case("46213", day, "a date stored as a number"),
    Case("10 July 2026", day, "a date stored as text"),
    Case("July 10th, 2026", day, "a date stored as text"),
    Case("10-Jul-26", day, "a date stored as text"),
    Case("10 juillet 2026", day, "a date stored as text"),
    Case("13/07/2026", .date(ExcelDate(year: 2026, month: 7, day: 13)), "a date stored as text"),
    Case("07/13/2026", .date(ExcelDate(year: 2026, month: 7, day: 13)), "a date stored as text"),
    Case("10.07.2026", .unreadable(.ambiguousDate)),
    Case("31/02/2026", .unreadable(.impossibleDate)),
    Case("32/13/2026", .unreadable(.impossibleDate)),
    Case("last summer", .unreadable(.notADate)),
    Case("12", .unreadable(.notADate)),
    Case("TRUE", .unreadable(.truthValue)),
  ]

  @Test(arguments: dates) func datesAreUnderstood(_ example: Case) {
    let reading = readDate(example.cell)
    #expect(reading.value == example.value)
    #expect(reading.repair?.rule == example.rule)
  }

  @Test func aColumnSettlesACommaThatOneCellDoesNot() throws {
    let outcome = validate(
      ExampleWorkbook(
        """
        | pupil | group      | before | after |
        | P01   | Tutored    | 12,5   | 1,234 |
        | P02   | Comparison | 1,234  | 1,234 |
        """
      ).record)
    #expect(
      outcome.repairs.map(\.after) == [.number(12.5), .number(1.234)], "one column only is settled")
    #expect(outcome.data == nil)
  }

  @Test func aRepairSaysWhatWasTypedAndWhere() throws {
    let repairs = validate(
      ExampleWorkbook(
        """
        | pupil | group | before |
        | "P01 " | Tutored | 12,5 |
        """
      ).record
    ).repairs
    try #require(repairs.count == 2)
    #expect(repairs[0].address.description == "Pupils!A5")
    #expect(repairs[0].before == "P01 ")
    #expect(repairs[0].after == .text("P01"))
    #expect(repairs[1].address.description == "Pupils!C5")
    #expect(repairs[1].before == "12,5")
    #expect(repairs[1].after == .number(12.5))
  }
}
