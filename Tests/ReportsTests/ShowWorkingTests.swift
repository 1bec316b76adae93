import Analysis
import Cells
import Statistics
import StudyModel
import Testing

@testable import Reports

@Suite struct ShowWorkingTests {
  private let sheet = "Our pupils"

  /// Marks in columns F and G, one pupil a row; text where a school typed text.
  private func row(_ row: Int, _ before: CellValue, _ after: CellValue) -> PupilRow {
    func entry(_ column: Int, _ value: CellValue) -> Entry {
      Entry(
        address: CellAddress(sheet: sheet, reference: CellReference(row: row, column: column)),
        cell: Cell(value))
    }
    let outcome = Fixtures.outcome(.leansPlus).outcome
    return PupilRow(
      row: row,
      entries: [
        WellKnownField.before(outcome): entry(6, before),
        WellKnownField.after(outcome): entry(7, after),
      ], addresses: [:])
  }

  private func outcome(_ pupils: [PupilPoint]) -> OutcomeAnalysis {
    var outcome = Fixtures.outcome(.leansPlus)
    outcome.pupils = pupils
    outcome.descriptives = [:]
    for arm in Arm.allCases {
      let own = pupils.filter { $0.arm == arm }
      guard !own.isEmpty else { continue }
      outcome.descriptives[arm] = ArmDescriptives(
        before: GroupSummary(own.map(\.before)), after: GroupSummary(own.map(\.after)),
        gain: GroupSummary(own.map { $0.after - $0.before }))
    }
    return outcome
  }

  private func formulas(_ outcome: OutcomeAnalysis, _ rows: [PupilRow]) -> [String: String] {
    let table = workingRows(
      outcome, key: "0", words: Fixtures.words, name: nil,
      pupils: Dictionary(uniqueKeysWithValues: rows.map { ($0.row, $0) }))
    var places: [String: Int] = [:]
    for (index, row) in table.enumerated() { places[row.key ?? ""] = index + 1 }
    var written: [String: String] = [:]
    for row in table where row.key != nil {
      guard case .text(let name) = row.cells[0].value,
        case .number(let value, _) = row.cells[1].value,
        case .formula(let formula, _) = row.cells[2].value
      else { continue }
      #expect(formula.result == .number(value))
      written[name] = formula.written(rows: places) {
        "\(CellReference(row: $0, column: $1))"
      }
    }
    return written
  }

  private var small: OutcomeAnalysis {
    outcome([
      PupilPoint(arm: .intervention, before: 10, after: 14, row: 5),
      PupilPoint(arm: .comparison, before: 11, after: 12, row: 6),
      PupilPoint(arm: .intervention, before: 9, after: 17, row: 8),
      PupilPoint(arm: .intervention, before: 12, after: 15, row: 7),
      PupilPoint(arm: .comparison, before: 8, after: 9, row: 11),
    ])
  }

  private var rows: [PupilRow] {
    [
      row(5, .number(10), .number(14)), row(6, .number(11), .number(12)),
      row(7, .number(12), .number(15)), row(8, .number(9), .text("17 ")),
      row(9, .number(3), .empty), row(11, .number(8), .number(0.225)),
    ]
  }

  @Test func followsExactlyTheRowsThatWereUsed() {
    let found = formulas(small, rows)
    #expect(
      found["Tutored pupils: average before"] == "=AVERAGE('Our pupils'!F5,'Our pupils'!F7:F8)")
    #expect(
      found["Comparison pupils: average before"] == "=AVERAGE('Our pupils'!F6,'Our pupils'!F11)")
  }

  @Test func aMarkThatWasReadDifferentlyKeepsItsReadingUntilItIsTypedAnew() {
    let found = formulas(small, rows)
    #expect(
      found["Tutored pupils: average after"]
        == "=AVERAGE('Our pupils'!G5,'Our pupils'!G7,"
        + "IF(ISNUMBER('Our pupils'!G8),'Our pupils'!G8,17))")
    #expect(
      found["Comparison pupils: spread after"]
        == "=STDEV('Our pupils'!G6,IF('Our pupils'!G11=0.225,9,'Our pupils'!G11))")
  }

  @Test func everyKeyFigureIsThere() {
    let names = Set(formulas(small, rows).keys)
    for figure in ["number", "average before", "average after", "average gain", "spread after"] {
      #expect(names.contains("Tutored pupils: \(figure)"))
      #expect(names.contains("Comparison pupils: \(figure)"))
    }
    #expect(
      names.isSuperset(of: [
        "Pooled spread after", "Correction for few pupils (J)", "Effect size from marks after only",
      ]))
  }

  @Test func tooManyPupilsForOneFormulaAreAddedUpInParts() {
    let points = (0..<900).map { index in
      PupilPoint(
        arm: index % 2 == 0 ? .intervention : .comparison, before: Double(index % 7),
        after: Double(index % 11), row: index + 5)
    }
    let found = formulas(
      outcome(points),
      points.map { row($0.row ?? 0, .number($0.before), .number($0.after)) })
    #expect(found.values.allSatisfy { $0.count < 8192 && $0.split(separator: ",").count <= 255 })
    #expect(found["Tutored pupils: SUMSQ of marks after, part 3"] != nil)
    #expect(found["Tutored pupils: spread after"]?.hasPrefix("=SQRT((") == true)
  }

  @Test func nothingIsShownWhereTheCellsAreNotKnown() {
    #expect(formulas(small, Array(rows.dropFirst())) == [:])
    #expect(formulas(Fixtures.outcome(.leansPlus), []) == [:])
  }

  @Test func oneCellOfASheetAloneHasNoSpread() {
    let alone = outcome([
      PupilPoint(arm: .intervention, before: 10, after: 14, row: 5),
      PupilPoint(arm: .comparison, before: 11, after: 12, row: 6),
    ])
    let names = Set(formulas(alone, rows).keys)
    #expect(!names.contains("Tutored pupils: spread after"))
    #expect(!names.contains("Pooled spread after"))
    #expect(names.contains("Tutored pupils: average gain"))
  }
}
