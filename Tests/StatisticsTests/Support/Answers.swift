import Statistics

/// What the product computes, under the names of a reference file.
struct Answers {
  private(set) var numbers: [String: Double] = [:]
  private(set) var names: [String: String] = [:]
  private(set) var flags: [String: Bool] = [:]
  /// Where the product says that it cannot, and why.
  var reasons: [String: String] = [:]

  mutating func set(_ path: String, _ value: Double?) {
    if let value { numbers[path] = value }
  }

  mutating func set(_ path: String, _ values: [Double]) {
    for (index, value) in values.enumerated() { numbers["\(path)[\(index)]"] = value }
  }

  mutating func set(_ path: String, _ interval: Interval?) {
    if let interval { set(path, [interval.low, interval.high]) }
  }

  mutating func name(_ path: String, _ name: String) { names[path] = name }

  mutating func flag(_ path: String, _ values: [Bool]) {
    for (index, value) in values.enumerated() { flags["\(path)[\(index)]"] = value }
  }

  /// Runs `work`; where it throws, remembers the reason under `path`.
  mutating func attempt(
    _ path: String, _ work: (inout Answers) throws(EstimationError) -> Void
  ) {
    do throws(EstimationError) { try work(&self) } catch { reasons[path] = error.reason }
  }
}
