import Cells
import StudyModel
import TestSupport
import Testing
import Validation

@Suite struct ValidateTests {
  /// Eleven pupils an arm, as a careful school fills the workbook in.
  static let clean = """
    | pupil | group      | class | before | after | missing-reason | sessions |
    | P01   | Tutored    | 5A    | 12     | 18    |                | 18       |
    | P02   | Comparison | 5A    | 14     | 16    |                |          |
    | P03   | Tutored    | 5B    | 20     | 23    |                | 20       |
    | P04   | Comparison | 5B    | 22     | 28    |                |          |
    | P05   | Tutored    | 5A    | 25     | 31    |                | 16       |
    | P06   | Comparison | 5A    | 9      | 15    |                |          |
    | P07   | Tutored    | 5B    | 17     | 20.5  |                | 19       |
    | P08   | Comparison | 5B    | 18     | 19    |                |          |
    | P09   | Tutored    | 5A    | 30     | 33    |                | 20       |
    | P10   | Comparison | 5A    | 27     | 33    |                |          |
    | P11   | Tutored    | 5B    | 11     | 19    |                | 12       |
    | P12   | Comparison | 5B    | 13     | 16    |                |          |
    | P13   | Tutored    | 5A    | 23     | 25    |                | 17       |
    | P14   | Comparison | 5A    | 24     | 26    |                |          |
    | P15   | Tutored    | 5B    | 15     | 21    |                | 18       |
    | P16   | Comparison | 5B    | 16     | 22    |                |          |
    | P17   | Tutored    | 5A    | 19     | 26    |                | 15       |
    | P18   | Comparison | 5A    | 20     | 21    |                |          |
    | P19   | Tutored    | 5B    | 28     | 29    |                | 20       |
    | P20   | Comparison | 5B    | 26     | 29    |                |          |
    | P21   | Tutored    | 5A    | 16     | 20    |                | 19       |
    | P22   | Comparison | 5A    | 17     |       | Absent         |          |
    | P23   |            |       |        |       |                |          |

    | question         | answer     |
    | year-group       | 5          |
    | date-before      | 2026-03-02 |
    | date-after       | 2026-07-10 |
    | assignment       | By chance  |
    | sessions-planned | 20         |
    | comments         | We enjoyed it. |
    | fidelity         | 90         |
    | weeks            | 10         |
    """

  @Test func aCleanWorkbookHasNoFindings() throws {
    let outcome = validate(ExampleWorkbook(Self.clean).record)
    #expect(outcome.findings == [])
    #expect(outcome.repairs == [])
    let data = try #require(outcome.data)
    #expect(data.pupils.count == 22)
    #expect(data.design == .randomised)
    #expect(data.assignment == .random)
    #expect(data.answers["year-group"] == .text("5"))
    #expect(data.answers["date-after"] == .date(ExcelDate(year: 2026, month: 7, day: 10)))
    #expect(data.answers["assignment"] == .choice("random"))
    #expect(data.answers["fidelity"] == .number(90))
    let absent = try #require(data.pupils.last)
    #expect(absent.code == "P22")
    #expect(absent.arm == .comparison)
    #expect(absent.className == "5A")
    #expect(absent.missingReason == "absent")
    #expect(absent.scores["reading"] == Scores(before: 17, after: nil))
  }

  @Test func dataIsMadeOnlyWhereThereIsNoError() {
    let outcome = validate(
      ExampleWorkbook(Self.clean.replacing("| 33    |", with: "| 43    |")).record)
    #expect(outcome.findings.map(\.code).contains("W302"))
    #expect(outcome.data == nil)
  }

  @Test func aPupilWithoutMarksStaysInTheFlow() throws {
    let record = ExampleWorkbook(
      Self.clean + "\n\n"
    ).record
    var changed = record
    changed.pupils[0].entries["reading.before"] = nil
    changed.pupils[0].entries["reading.after"] = nil
    let address = try #require(changed.pupils[0].addresses["missing-reason"])
    changed.pupils[0].entries["missing-reason"] = Entry(
      address: address, cell: Cell(.text("Left the school")))
    let pupil = try #require(validate(changed).data?.pupils.first)
    #expect(pupil.code == "P01")
    #expect(pupil.missingReason == "left")
    #expect(pupil.scores["reading"] == Scores(before: nil, after: nil))
  }

  @Test func findingsComeInTheOrderOfCells() {
    let findings = validate(
      ExampleWorkbook(
        """
        | pupil | group   | before | after |
        | P01   | Tutored | 41     | x1    |
        | P02   | Nobody  | 12     | -1    |

        | question   | answer |
        | assignment |        |
        """
      ).record
    ).findings.filter { $0.severity == .error }
    #expect(
      findings.compactMap(\.address).map(\.description)
        == ["About!B5", "Pupils!C5", "Pupils!D5", "Pupils!B6", "Pupils!D6"])
  }

  @Test func anExplainedQueryBecomesANote() throws {
    let findings = validate(
      ExampleWorkbook(
        """
        | pupil | group   | before | after | explanation       |
        | P01   | Tutored | 12     |       | The page was lost |
        | P02   | Tutored | 12     |       |                   |
        """
      ).record
    ).findings.filter { $0.code == "W404" }
    try #require(findings.count == 2)
    #expect(findings[0].severity == .note)
    #expect(findings[0].message.contains("explained"))
    #expect(!findings[0].message.contains("page"))
    #expect(findings[1].severity == .query)
  }

  @Test(arguments: [
    (StudyDesign.randomised, "random", StudyDesign.randomised),
    (.pairs, "random", .pairs), (.cluster, "random", .cluster),
    (.partiallyNested, "random", .partiallyNested), (.matched, "random", .randomised),
    (.randomised, "teacher-choice", .matched), (.pairs, "matched", .matched),
    (.cluster, "volunteers", .matched), (.partiallyNested, "teacher-choice", .partiallyNested),
    (.randomised, "no-comparison", .single),
  ])
  func theAnswerDecidesTheDesign(
    issued: StudyDesign, answer: String, design: StudyDesign
  ) throws {
    var record = ExampleWorkbook(
      """
      | pupil | group      | class | teaching-group | pair | before | after |
      | P01   | Tutored    | 5A    | G1             | 1    | 12     | 14    |
      | P02   | Comparison | 5B    |                | 1    | 14     | 15    |

      | question   | answer    |
      | assignment | \(answer) |
      """
    ).record
    record.design = issued
    if design == .single { record.pupils.removeLast() }
    let data = try #require(validate(record).data)
    #expect(data.design == design)
  }
}
