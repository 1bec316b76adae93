import Foundation
import Programmes

/// Makes the packs of many schools at once, and keeps the register of them.
///
/// What the register says was made is not made again, so that a run that was interrupted goes on
/// where it stopped.
struct MakePacks {
  let maker: MakePack
  let output: OutputFolder
  let isQuiet: Bool
  /// How many packs are made at the same time.
  let width: Int

  struct Made {
    var files: [String] = []
    /// How many packs were there already.
    var earlier = 0
  }

  /// - Throws: `UsageFailure` for a request that cannot be met, before anything is written.
  func make(_ requests: [PackRequest]) async throws -> Made {
    let plans = try requests.map(maker.plan)
    var register = IssuedRegister(in: output)
    let pending = plans.filter { !isMade($0, register) }
    var made = Made(earlier: plans.count - pending.count)
    let progress = Progress(total: pending.count, isQuiet: isQuiet)
    defer { progress.end() }
    var failures: [OutputFailure] = []
    let maker = maker
    await withTaskGroup(of: (Int, Result<[String], any Error>).self) { group in
      var next = 0
      func start() {
        guard next < pending.count else { return }
        let index = next
        next += 1
        group.addTask { (index, Result { try maker.make(pending[index]) }) }
      }
      for _ in 0..<max(1, width) { start() }
      for await (index, result) in group {
        do {
          made.files += try result.get()
          try register.append(pending[index].row)
        } catch {
          let failure = error as? OutputFailure
          failures.append(
            failure ?? OutputFailure(path: pending[index].folder, reason: "\(error)"))
        }
        progress.report(last: pending[index].request.school)
        // A full disk is full for all.
        if failures.isEmpty { start() }
      }
    }
    try register.write(to: output)
    if let failure = failures.first { throw failure }
    made.files.sort()
    return made
  }

  private func isMade(_ plan: MakePack.Plan, _ register: IssuedRegister) -> Bool {
    register.earlier(than: plan.row) == plan.row
      && plan.files.allSatisfy { name in
        let place = output.folder.appending(path: name).path
        let size = try? FileManager.default.attributesOfItem(atPath: place)[.size] as? Int
        return (size ?? 0) > 0
      }
  }
}
