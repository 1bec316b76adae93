import Cells
import Foundation
import Spreadsheet

/// What it costs to add a sheet of results, with its styles and its picture, to a workbook.
///
/// `Graft FROM TO TIMES`: wall and processor seconds for one, from file to file.
@main
struct Graft {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let times = Int(arguments[3]), times > 0 else {
      print("usage: Graft FROM TO TIMES")
      exit(2)
    }
    let sheet = resultsSheet()
    let start = ContinuousClock.now
    let before = processorSeconds()
    for _ in 0..<times {
      let bytes = try readFile(at: FilePath(arguments[1]))
      let grafted = try graft(sheet, into: bytes, stamp: .results)
      write(grafted.contents, to: arguments[2])
    }
    let wall = ContinuousClock.now - start
    let seconds =
      Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
    print(
      "wall=\(seconds / Double(times)) cpu=\((processorSeconds() - before) / Double(times))")
  }

  /// As libzip writes its copy: not waiting for the disk.
  private static func write(_ bytes: SplicedBytes, to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    for piece in bytes.pieces {
      let written = piece.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard written == piece.count else { exit(1) }
    }
    close(descriptor)
  }

  /// As large as the one that a school gets: 120 rows of texts, numbers and formulas, and a chart.
  private static func resultsSheet() -> SheetPlan {
    let heading = CellStyle().with { $0.isBold = true }
    let number = CellStyle().with { $0.numberFormat = "0.00" }
    var sheet = SheetPlan(name: "Results")
    func cell(_ row: Int, _ column: Int, _ value: WrittenValue, _ style: CellStyle) {
      sheet.cells.append(WrittenCell(CellReference(row: row, column: column), value, style))
    }
    cell(1, 1, .text("Your results: \(GraftStamp.results.text)"), heading)
    for row in 2...120 {
      cell(row, 1, .text("a measure in words, number \(row)"), CellStyle())
      cell(row, 2, .number(Double(row) / 7), number)
      cell(row, 3, .number(Double(row) / 9), number)
      cell(row, 4, .number(Double(row) / 5), number)
      cell(row, 5, .formula("=B\(row)*2", cached: .number(Double(row) / 7 * 2)), number)
    }
    let low = CellReference(row: 2, column: 3)
    let high = CellReference(row: 2, column: 4)
    let interval = IntervalChartPlan.Interval(
      name: "Effect", ends: CellRange(low, high), estimate: CellReference(row: 2, column: 2),
      heights: CellRange(low, high))
    sheet.charts = [
      IntervalChartPlan(
        [interval], anchor: CellReference(row: 3, column: 7), title: "The effect",
        axisTitle: "Effect size", alternativeText: "An effect.", axis: -1...1, step: 0.2)
    ]
    return sheet
  }

  private static func processorSeconds() -> Double {
    var usage = rusage()
    // RUSAGE_SELF, which Linux and macOS import as different types.
    getrusage(0, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
