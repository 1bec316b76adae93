import Cells
import Spreadsheet
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the workbooks it is given, keeps each until the next is there, and says what that took.
///
/// `Measure CORES FILE…`: wall and processor seconds, the most memory used, and how many cells
/// came of it.
@main
struct Measure {
  static func main() async {
    keepUniversalTime()
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let cores = Int(arguments[1]), cores > 0 else {
      print("usage: Measure CORES FILE…")
      exit(2)
    }
    let paths = arguments.dropFirst(2).map { FilePath($0) }
    // What it costs to load a program is not what it costs to read.
    let before = usage()
    let start = ContinuousClock.now
    let last = await read(paths, cores: cores)
    let wall = ContinuousClock.now - start
    let after = usage()
    let seconds = after.seconds - before.seconds
    let cells = last.reduce(0) { $0 + $1.cells }
    print(
      "wall=\(Self.seconds(wall)) cpu=\(seconds) rssKB=\(after.kilobytes) cells=\(cells)")
  }

  /// What one core has read: how many cells, and the last workbook itself.
  private struct Share {
    var cells = 0
    var workbook = WorkbookCells()
  }

  /// Which file is to be read next.
  private final class Queue: Sendable {
    let next = Atomic(0)
  }

  /// Each core takes the next file, as the product does.
  private static func read(_ paths: [FilePath], cores: Int) async -> [Share] {
    let queue = Queue()
    return await withTaskGroup(of: Share.self) { group in
      for _ in 0..<cores {
        group.addTask {
          var share = Share()
          while case let place = queue.next.add(1, ordering: .relaxed).oldValue, place < paths.count
          {
            share.workbook = workbook(at: paths[place])
            share.cells += share.workbook.sheets.reduce(0) { $0 + $1.cells.count }
          }
          return share
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static func workbook(at path: FilePath) -> WorkbookCells {
    do throws(SpreadsheetError) {
      return try readWorkbook(readFile(at: path))
    } catch {
      print("\(path.printable): \(error.code) \(error.message)")
      exit(1)
    }
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
