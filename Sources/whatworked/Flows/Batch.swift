import Foundation
import Spreadsheet

/// Where a returned file stands: the place of the path that it came in, its place among the files in
/// there, and how many those are.
struct ReturnPlace: Sendable {
  var path: Int
  var number: Int
  var count: Int
}

/// Works through all files that came back, those within mails and zips too, as many at once as there
/// are processors.
///
/// - Returns: The results in the order of the files, whichever was done first.
func forEachReturn<Result: Sendable>(
  at paths: [FilePath], _ settings: ReadingSettings, isQuiet: Bool,
  _ work: @escaping @Sendable (ReturnPlace, ProcessedReturn) -> Result
) async -> [Result] {
  let progress = Progress(total: paths.count, isQuiet: isQuiet)
  defer { progress.end() }
  return await concurrently(paths) { place, path in
    let files = openReturn(at: path, passwords: settings.passwords, limits: settings.limits)
    // A mailbox is one path, and a thousand files.
    progress.add(files.count - 1)
    return await concurrently(files) { number, file in
      let result = work(
        ReturnPlace(path: place, number: number, count: files.count), process(file, settings))
      progress.report(last: path.printable)
      return result
    }
  }.flatMap { $0 }
}

/// What comes of each of many, as many at once as there are processors; in their order.
private func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Int, Item) async -> Result
) async -> [Result] {
  let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
  var results: [Result?] = Array(repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let index = next
      next += 1
      group.addTask { (index, await work(index, items[index])) }
    }
    for _ in 0..<width { start() }
    for await (index, result) in group {
      results[index] = result
      start()
    }
  }
  return results.compactMap { $0 }
}
