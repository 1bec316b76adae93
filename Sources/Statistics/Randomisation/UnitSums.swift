/// Sums over pupils, four at a time, filled up with zeros: one row is added by two instructions.
///
/// A zero changes neither a sum nor a sum of squares, so the filling changes no digit.
typealias SumRow = SIMD4<Double>

/// The units of one block: what each adds to the sums, and how they are dealt out.
struct UnitSums {
  /// Row after row: the first rows of all units, then the second rows of all.
  private let rows: [SumRow]
  private let rowsPerUnit: Int
  private let treated: Int
  let count: Int
  /// By place: how many units can still come to it.
  private let bounds: [SeededGenerator.Bound]

  init(_ block: AllocationBlock, _ measure: AllocationStatistic) {
    let sums = block.units.map(measure.sums)
    rowsPerUnit = measure.rowsPerPupil
    rows = (0..<rowsPerUnit).flatMap { row in sums.map { $0[row] } }
    treated = block.treated
    count = sums.count
    bounds = (0..<treated).map { SeededGenerator.Bound(sums.count - $0) }
  }

  /// One unit's row.
  func row(_ row: Int, of unit: Int) -> SumRow { rows[row * count + unit] }

  /// Deals the first places of an order of the units out anew, and adds the units that come to
  /// them, in their order.
  func deal(
    _ order: inout [Int], _ generator: inout SeededGenerator, addingTo sums: inout [SumRow]
  ) {
    // Spans, so that nothing is retained or checked for a single owner within the loops.
    let bounds = bounds.span
    let rows = rows.span
    var order = order.mutableSpan
    for place in 0..<treated {
      order.swapAt(place, place + generator.next(below: bounds[place]))
    }
    for row in 0..<rowsPerUnit {
      let start = row * count
      var sum = sums[row]
      for place in 0..<treated { sum += rows[start + order[place]] }
      sums[row] = sum
    }
  }
}
