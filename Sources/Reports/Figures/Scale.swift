import Foundation

/// From the values of a scale to places in a drawing.
struct Scale: Sendable, Hashable {
  var values: ClosedRange<Double>
  /// The places of the lowest and the highest value; the first may be the larger.
  var start: Double
  var end: Double

  init(_ values: ClosedRange<Double>, from start: Double, to end: Double) {
    self.values = values
    self.start = start
    self.end = end
  }

  /// Values outside the scale land outside of it, in proportion.
  func place(_ value: Double) -> Double {
    let width = values.upperBound - values.lowerBound
    guard width > 0 else { return (start + end) / 2 }
    return start + (value - values.lowerBound) / width * (end - start)
  }

  /// The same, held at the ends.
  func clamped(_ value: Double) -> Double {
    place(min(max(value, values.lowerBound), values.upperBound))
  }

  /// Round values on the scale: steps of 1, 2 or 5 and their tenfolds.
  func ticks(about count: Int) -> [Double] {
    let step = Self.step(for: values, about: count)
    let first = (values.lowerBound / step - 1e-9).rounded(.up)
    let last = (values.upperBound / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// How many decimals the ticks need.
  func tickDigits(about count: Int) -> Int {
    let step = Self.step(for: values, about: count)
    return max(0, Int((-log10(step) - 1e-9).rounded(.up)))
  }

  private static func step(for values: ClosedRange<Double>, about count: Int) -> Double {
    let width = values.upperBound - values.lowerBound
    guard width > 0, width.isFinite else { return 1 }
    let rough = width / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let multiple = [1.0, 2, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10
    return multiple * power
  }
}
