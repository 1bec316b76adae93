import Cells
import StudyModel

/// How the numbers of one column are written, which settles what one of them alone does not.
struct ColumnHabits: Sendable {
  /// Texts with a comma that can only stand before decimals.
  private(set) var decimalCommas = 0
  /// Texts with a point that can only stand before decimals.
  private(set) var decimalPoints = 0
  /// Texts with commas or points that can only stand between thousands.
  private(set) var thousands = 0
  /// The parts of numbers after the point, other than none.
  private(set) var fractions: [Double] = []

  init(of cells: [Cell]) {
    for cell in cells {
      switch cell.value {
      case .number(let number) where !cell.showsDate && !cell.showsPercentage: note(number)
      case .text(let text): note(NumberShape(of: normalised(text)))
      default: continue
      }
    }
  }

  private mutating func note(_ shape: NumberShape) {
    switch shape {
    case .decimalComma(let number):
      decimalCommas += 1
      note(number)
    case .decimalPoint(let number):
      decimalPoints += 1
      note(number)
    case .grouped: thousands += 1
    default: break
    }
  }

  private mutating func note(_ number: Double) {
    let fraction = abs(number.truncatingRemainder(dividingBy: 1))
    if fraction > 0 { fractions.append(fraction) }
  }

  /// Whether `1,234` can only be one and a bit.
  var commasAreDecimal: Bool { decimalCommas > 0 && decimalPoints == 0 && thousands == 0 }

  /// Whether marks come in halves, or in quarters, and this is one of them.
  ///
  /// Never where the column has no part mark to go by.
  func isUsual(_ number: Double) -> Bool {
    guard
      let parts = [2.0, 4, 10].first(where: { parts in
        fractions.allSatisfy { isWhole($0 * parts) }
      }), !fractions.isEmpty
    else { return false }
    return isWhole(number * parts)
  }

  private func isWhole(_ number: Double) -> Bool { abs(number - number.rounded()) < 1e-9 }
}
