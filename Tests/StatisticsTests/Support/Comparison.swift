import Foundation
import Testing

/// Compares answers with a reference document, leaf by leaf, and keeps count.
struct Comparison {
  private(set) var compared = 0
  private(set) var reasonsCompared = 0
  private(set) var wordsCompared = 0
  private(set) var disagreements: [String] = []
  /// Numbers of the reference that the product has no answer to.
  private(set) var unanswered: [String] = []
  let tolerance: (String) -> Double

  /// `own` are tolerances that the reference itself states for a path.
  mutating func compare(
    _ answers: Answers, with reference: JSON, named name: String, own: [String: Double] = [:]
  ) {
    for (path, value) in reference.leaves() {
      switch value {
      case .number(let expected):
        guard let found = answers.numbers[path] else {
          unanswered.append("\(name): \(path)")
          continue
        }
        compared += 1
        let tolerance = own[path] ?? tolerance(path)
        let isClose = agrees(found, expected, tolerance)
        let isProbability = ["p", "qp", "qmp", "qep"].contains(lastName(of: path))
        let isCloseProbability =
          !isProbability || expected < 1e-200
          || agreesRelatively(found, expected, max(Tolerance.probability, tolerance))
        if !isClose || !isCloseProbability {
          disagreements.append("\(name): \(path) is \(found), reference \(expected)")
        }
      case .text where lastName(of: path) == "error":
        let parent = String(path.dropLast(".error".count))
        if answers.reasons[parent] == nil {
          unanswered.append("\(name): \(path)")
        } else {
          reasonsCompared += 1
        }
      case .text(let expected):
        check(answers.names[path], expected, "\(name): \(path)")
      case .truth(let expected):
        check(answers.flags[path], expected, "\(name): \(path)")
      case .null, .list, .object:
        continue
      }
    }
  }

  /// Words and flags are compared where the product has them; the reference has more.
  private mutating func check<Value: Equatable>(
    _ found: Value?, _ expected: Value, _ path: String
  ) {
    guard let found else { return }
    wordsCompared += 1
    if found != expected {
      disagreements.append("\(path) is \(found), reference \(expected)")
    }
  }

  private func lastName(of path: String) -> String {
    let name = path.split(separator: ".").last ?? ""
    return name.prefix { $0 != "[" }.lowercased()
  }

  /// Prints what was compared; fails for disagreements and for gaps that no reason explains.
  func report(_ title: String, gaps: [Gap]) {
    var counts = [Int](repeating: 0, count: gaps.count)
    var unexplained: [String] = []
    for path in unanswered {
      if let index = gaps.firstIndex(where: { $0.covers(path) }) {
        counts[index] += 1
      } else {
        unexplained.append(path)
      }
    }
    print(
      "\(title): \(compared) numbers, \(reasonsCompared) reasons and \(wordsCompared) words compared"
    )
    for (gap, count) in zip(gaps, counts) where count > 0 {
      print("  not computed, \(count): \(gap.pattern) — \(gap.reason)")
    }
    #expect(compared > 0)
    #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(40))")
    #expect(unexplained.isEmpty, "\(unexplained.count): \(unexplained.prefix(1000))")
  }
}

/// Reference numbers that the product does not compute, and why.
struct Gap {
  /// Pieces that must occur in the path in this order, separated by `*`.
  let pattern: String
  let reason: String

  func covers(_ path: String) -> Bool {
    var rest = Substring(path)
    for piece in pattern.split(separator: "*") {
      guard let found = rest.range(of: String(piece)) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
