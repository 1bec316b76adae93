import Cells
import Foundation
import Programmes
import Spreadsheet
import StudyModel
import Synchronization
import Workbooks

/// Makes the data workbooks of many schools, and says what that took.
///
/// `Packs write CORES COUNT PROGRAMME FOLDER` writes them; `Packs script PROGRAMME` prints what
/// the C library is told for one of them, so that `PacksFloor` can write the same cells.
@main
struct Packs {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("script", 2):
      let maker = try Maker(programme: arguments[2])
      print(CallScript(of: maker.plan(number: 1)).lines.joined(separator: "\n"))
    case ("write", 5):
      guard let cores = Int(arguments[2]), let count = Int(arguments[3]) else { fallthrough }
      try await write(
        Maker(programme: arguments[4]), count: count, cores: cores, to: arguments[5])
    default:
      print("usage: Packs script PROGRAMME | Packs write CORES COUNT PROGRAMME FOLDER")
      exit(2)
    }
  }

  /// Which school is next.
  private final class Queue: Sendable {
    let next = Atomic(1)
  }

  /// Each core takes the next school, as the product does.
  private static func write(
    _ maker: Maker, count: Int, cores: Int, to folder: String
  ) async throws {
    let start = ContinuousClock.now
    let queue = Queue()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<cores {
        group.addTask {
          while case let number = queue.next.add(1, ordering: .relaxed).oldValue, number <= count {
            let bytes = try writeWorkbook(
              maker.plan(number: number), scratchFolder: scratchFolder)
            try write(bytes, to: "\(folder)/\(number).xlsx")
          }
        }
      }
      try await group.waitForAll()
    }
    let wall = ContinuousClock.now - start
    let used = usage()
    print("wall=\(seconds(wall)) cpu=\(used.seconds) rssKB=\(used.kilobytes)")
  }

  /// As the product chooses it.
  private static let scratchFolder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

  /// As plainly as the C library does it, which does not wait for the disk either.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
      fclose(file) == 0
    else { throw CocoaError(.fileWriteUnknown) }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func usage() -> (seconds: Double, kilobytes: Int) {
    var usage = rusage()
    // RUSAGE_SELF, which Linux and macOS import as different types.
    getrusage(0, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss)
  }
}

/// The workbook of one school after the other: 60 pupils, another code and identifier each.
struct Maker: Sendable {
  let programme: Programme
  let texts: WorkbookTexts

  init(programme folder: String) throws {
    let folder = URL(filePath: folder)
    programme = try readProgramme(folder: folder)
    let strings = folder.deletingLastPathComponent().appending(path: stringTableName)
    guard let english = try workbookLanguages(readStringTable(strings)).first else {
      throw CocoaError(.fileReadCorruptFile)
    }
    texts = english
  }

  func plan(number: Int) -> WorkbookPlan {
    dataWorkbook(
      for: WorkbookRequest(
        programme: programme, texts: texts, school: "S-\(10_000 + number)", wave: "2026-1",
        design: programme.designs[0], pupils: IssuedPupil.rows(60), seed: 1, toolVersion: "0",
        created: ExcelDate(year: 2026, month: 1, day: 1)))
  }
}
