package import Cells
package import StudyModel

/// A stream of numbers that is the same in every run.
package struct FillingNumbers {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 up to, not including, `limit`.
  package mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  /// A right answer to a field.
  package mutating func answer(to field: Field) -> CellValue {
    switch field.kind {
    case .choice(let choices): .text(choices[next(below: choices.count)].code)
    case .text(let length): .text(String("Word \(next(below: 900)) and more".prefix(length)))
    case .wholeNumber(let range):
      .number(Double(range.lowerBound + next(below: range.upperBound - range.lowerBound + 1)))
    case .decimal(let range):
      .number(
        range.lowerBound + ((range.upperBound - range.lowerBound) * 2).rounded(.down) / 2
          * Double(next(below: 9)) / 8)
    case .date: .number(ExcelDate(year: 2026, month: 9, day: 1 + next(below: 28)).serial)
    }
  }
}
