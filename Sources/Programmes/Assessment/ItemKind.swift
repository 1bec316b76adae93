/// The kinds of arithmetic question that can be drawn.
enum ItemKind: String, CaseIterable, Sendable {
  case add, subtract, multiply, divide, double, half, sequence, compare, round, equation
  case percentage, substitute
  case missingAddend = "missing-addend"
  case placeValue = "place-value"
  case negativeSum = "negative-sum"
  case orderOfOperations = "order-of-operations"
  case fractionSum = "fraction-sum"
  case ratioShare = "ratio-share"
  case expandBracket = "expand-bracket"

  /// The question and its answer for two numbers; nil where they do not make a fair one.
  func item(_ a: Int, _ b: Int, crossesTen: Bool?) -> (prompt: String, answer: String)? {
    switch self {
    case .add:
      guard fits(a % 10 + b % 10 >= 10, crossesTen) else { return nil }
      return ("\(a) + \(b) = ____", "\(a + b)")
    case .subtract:
      guard a > b, fits(a % 10 < b % 10, crossesTen) else { return nil }
      return ("\(a) − \(b) = ____", "\(a - b)")
    case .missingAddend: return b > 0 ? ("\(a) + ____ = \(a + b)", "\(b)") : nil
    case .multiply: return ("\(a) × \(b) = ____", "\(a * b)")
    case .divide: return b > 0 ? ("\(a * b) ÷ \(b) = ____", "\(a)") : nil
    case .double: return ("Double \(a) is ____", "\(2 * a)")
    case .half: return ("Half of \(2 * a) is ____", "\(a)")
    case .sequence:
      return ("\(a), \(a + b), \(a + 2 * b), \(a + 3 * b), ____", "\(a + 4 * b)")
    case .compare:
      guard a != b else { return nil }
      return ("Write < or > between them: \(a) ____ \(b)", a < b ? "<" : ">")
    case .placeValue:
      // Two equal digits would give two right answers.
      guard a % 10 != a / 10 % 10, a % 10 > 0 else { return nil }
      let tens = a / 10 % 10
      return ("What is the \(tens) worth in \(a)? ____", "\(tens * 10)")
    case .round:
      let size = b <= 10 ? 10 : 100
      guard a % size != size / 2, a % size > 0 else { return nil }
      return ("Round \(a) to the nearest \(size): ____", "\((a + size / 2) / size * size)")
    default: return advancedItem(a, b)
    }
  }

  private func advancedItem(_ a: Int, _ b: Int) -> (prompt: String, answer: String)? {
    switch self {
    case .negativeSum:
      guard a != b, a > 0, b > 0 else { return nil }
      return ("−\(a) + \(b) = ____", signed(b - a))
    case .orderOfOperations: return ("\(a) + \(b) × 3 = ____", "\(a + b * 3)")
    case .percentage:
      guard a % 5 == 0, a * b % 100 == 0 else { return nil }
      return ("\(a) % of \(b) is ____", "\(a * b / 100)")
    case .substitute:
      return ("If n = \(a), then \(b)n + 5 is ____", "\(a * b + 5)")
    case .equation: return ("Find x if \(b)x + 3 = \(a * b + 3): x = ____", "\(a)")
    case .fractionSum:
      guard a > 1, b > 1, a != b else { return nil }
      let top = a + b
      let bottom = a * b
      let divisor = greatestCommonDivisor(top, bottom)
      return ("1/\(a) + 1/\(b) = ____", "\(top / divisor)/\(bottom / divisor)")
    case .ratioShare:
      guard a != b, greatestCommonDivisor(a, b) == 1 else { return nil }
      let total = (a + b) * 6
      return (
        "Share \(total) in the ratio \(a) : \(b). The larger part is ____", "\(max(a, b) * 6)"
      )
    case .expandBracket:
      return ("Write without brackets: \(a)(x + \(b)) = ____", "\(a)x + \(a * b)")
    default: return nil
    }
  }

  private func fits(_ isCrossed: Bool, _ wanted: Bool?) -> Bool {
    wanted.map { $0 == isCrossed } ?? true
  }

  private func signed(_ number: Int) -> String { number < 0 ? "−\(-number)" : "\(number)" }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  other == 0 ? one : greatestCommonDivisor(other, one % other)
}
