import Foundation
import Spreadsheet

/// Works through many files at once, as many as there are processors.
///
/// - Returns: The results in the order of the paths, whichever was done first.
func forEachFile<Result: Sendable>(
  _ paths: [FilePath], isQuiet: Bool,
  _ work: @escaping @Sendable (_ index: Int, _ path: FilePath) -> Result
) async -> [Result] {
  let progress = Progress(total: paths.count, isQuiet: isQuiet)
  let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
  var results: [Result?] = Array(repeating: nil, count: paths.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < paths.count else { return }
      let index = next
      next += 1
      group.addTask { (index, work(index, paths[index])) }
    }
    for _ in 0..<width { start() }
    var done = 0
    for await (index, result) in group {
      results[index] = result
      done += 1
      progress.report(done, last: paths[index].printable)
      start()
    }
  }
  return results.compactMap { $0 }
}
