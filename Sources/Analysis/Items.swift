package import Statistics

/// How a test measured, from the marks of its items.
package struct ItemFindings: Sendable, Hashable {
  package var result: Result
  /// How many pupils were left out because some of their item marks are missing.
  package var incomplete: Int

  package enum Result: Sendable, Hashable {
    case analysed(ItemAnalysis)
    case notAnalysed(reason: String)
  }

  /// Of one sitting, one row per pupil and one element per item; nil for a missing mark.
  ///
  /// Pupils without a mark for every item are left out; a mark that was not given is not a wrong
  /// answer.
  package init(marks: [[Double?]], level: Double = 0.95) {
    let complete = marks.filter { !$0.contains(nil) }.map { $0.compactMap(\.self) }
    incomplete = marks.count - complete.count
    do throws(EstimationError) {
      result = .analysed(try itemAnalysis(marks: complete, level: level))
    } catch {
      result = .notAnalysed(reason: error.reason)
    }
  }

  /// Cronbach's α, which is KR-20 for items that are right or wrong; nil where it cannot be told.
  package var reliability: Double? {
    if case .analysed(let analysis) = result { analysis.alpha } else { nil }
  }

  /// Items that nearly everybody or nearly nobody got right, or that the best pupils get right no
  /// more often than the weakest, counted from 1; empty where they cannot be told.
  package var itemsToLookAt: [Int] {
    guard case .analysed(let analysis) = result else { return [] }
    return analysis.items.indices.filter { index in
      let item = analysis.items[index]
      let isRightOrWrong = analysis.kr20 != nil
      return item.discrimination < 0.1
        || (isRightOrWrong && !(0.1...0.9).contains(item.facility))
    }.map { $0 + 1 }
  }
}
