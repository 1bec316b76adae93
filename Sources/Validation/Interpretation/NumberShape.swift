/// What a text looks like when a number was asked for, before its column is asked.
enum NumberShape: Hashable {
  case whole(Double)
  /// With a point before its decimals.
  case decimalPoint(Double)
  /// With a comma before its decimals.
  case decimalComma(Double)
  /// With commas, or spaces, between thousands.
  case grouped(Double)
  /// One comma with three digits behind it: both readings.
  case commaOrThousands(decimal: Double, thousands: Double)
  /// One point with three digits behind it: both readings.
  case pointOrThousands(decimal: Double, thousands: Double)
  case fraction(Double, outOf: Double)
  case percentage
  case several
  case other

  /// - Parameter text: As ``normalised(_:)`` gives it.
  init(of text: String) {
    if text.hasSuffix("%") {
      self = Self(of: normalised(String(text.dropLast()))).isOneNumber ? .percentage : .other
    } else if let fraction = Self.fraction(in: text) {
      self = fraction
    } else if let number = Self.number(in: text) {
      self = number
    } else {
      self = Self.isSeveralNumbers(text) ? .several : .other
    }
  }

  private var isOneNumber: Bool {
    switch self {
    case .fraction, .percentage, .several, .other: false
    default: true
    }
  }

  /// `17/20`, `17 / 20` and `17 out of 20`.
  private static func fraction(in text: String) -> NumberShape? {
    let parts = text.replacing(" out of ", with: "/").split(
      separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let over = simpleNumber(parts[0]), let under = simpleNumber(parts[1])
    else { return nil }
    return .fraction(over, outOf: under)
  }

  private static func simpleNumber(_ text: Substring) -> Double? {
    switch number(in: normalised(String(text))) {
    case .whole(let value), .decimalPoint(let value), .decimalComma(let value): value
    default: nil
    }
  }

  private static func isSeveralNumbers(_ text: String) -> Bool {
    let parts = text.split { " ;/&+,".contains($0) }
    return parts.count > 1 && parts.allSatisfy { number(in: String($0)) != nil }
  }

  private static func number(in text: String) -> NumberShape? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let sign: Double = isNegative ? -1 : 1
    guard digits.count <= 18, digits.contains(where: \.isNumber),
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || ".,· ".contains($0)) })
    else { return nil }
    return shape(of: String(digits.replacing("·", with: ".")), sign: sign)
  }

  private static func shape(of digits: String, sign: Double) -> NumberShape? {
    func value(_ text: String) -> Double? { Double(text).map { $0 == 0 ? 0 : sign * $0 } }
    let separators = digits.filter { !$0.isNumber }
    guard let last = separators.last else { return value(digits).map { .whole($0) } }
    let groups = digits.split(omittingEmptySubsequences: false) { !$0.isNumber }.map(String.init)
    let areThousands =
      groups.dropFirst().allSatisfy { $0.count == 3 }
      && (1...3).contains(groups[0].count)

    if Set(separators).count == 1, separators.count > 1 || last == " " {
      return areThousands ? value(groups.joined()).map { .grouped($0) } : nil
    }
    guard let decimals = groups.last, !decimals.isEmpty, last != " ",
      separators.dropLast().allSatisfy({ $0 != last }), Set(separators.dropLast()).count <= 1,
      separators.count == 1 || groups.dropLast().dropFirst().allSatisfy({ $0.count == 3 }),
      let number = value(groups.dropLast().joined() + "." + decimals)
    else { return nil }
    guard separators.count == 1, areThousands, groups[0] != "0",
      let thousands = value(groups.joined())
    else { return last == "," ? .decimalComma(number) : .decimalPoint(number) }
    return last == ","
      ? .commaOrThousands(decimal: number, thousands: thousands)
      : .pointOrThousands(decimal: number, thousands: thousands)
  }
}
