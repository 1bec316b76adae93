import Cells
import StudyModel
import TestSupport
import Testing
import Validation

@Suite struct CanonicalDataTests {
  static let example = """
    | pupil | group      | class | before | after | sessions |
    | P02   | Comparison | 5A    | 14     |       |          |
    | P01   | Tutored    | 5A    | 0.1    | -0    | 12       |

    | question    | answer     |
    | date-before | 2026-03-02 |
    | assignment  | By chance  |
    """

  static func bytes(_ markdown: String) throws -> [UInt8] {
    canonicalData(try #require(validate(ExampleWorkbook(markdown).record).data))
  }

  @Test func writesEverythingInOrder() throws {
    let lines = String(decoding: try Self.bytes(Self.example), as: UTF8.self)
    #expect(
      lines == """
        whatworked-data 1
        programme\tpeer-tutoring-reading\t1.0
        design\trandomised
        assignment\trandom
        outcome\treading\t0.0\t40.0
        answer\tassignment\tchoice\trandom
        answer\tdate-before\tdate\t2026-03-02
        pupil\tP01\tintervention\t\t5A\t\t\t\t12.0
        score\treading\t0.1\t0.0
        pupil\tP02\tcomparison\t\t5A\t\t\t\t
        score\treading\t14.0\t

        """)
  }

  @Test func doesNotDependOnTheOrderOfRowsOrOnHowThingsWereTyped() throws {
    let same = Self.example
      .replacing("| P02   | Comparison | 5A    | 14     |       |          |\n", with: "")
      .replacing(
        "| 12       |\n",
        with: "| 12       |\n| P02   | comparison | 5A    | 14/40  |       |          |\n")
    #expect(try Self.bytes(same) == Self.bytes(Self.example))
  }

  @Test func differsWhereTheDataDiffer() throws {
    let other = Self.example.replacing("| 0.1 ", with: "| 0.2 ")
    #expect(try Self.bytes(other) != Self.bytes(Self.example))
  }

  @Test func noTextCanPassForAnotherField() throws {
    var record = ExampleWorkbook(Self.example).record
    record.answers["year-group"] = record.answers["assignment"]
    record.answers["year-group"]?.cell.value = .text("a\tb\\")
    let data = try #require(validate(record).data)
    let text = String(decoding: canonicalData(data), as: UTF8.self)
    #expect(text.contains("answer\tyear-group\ttext\ta b\\\\\n"))
  }
}
