import Foundation
import Synchronization

/// Messages and progress, on standard error; data goes to standard output.
enum Console {
  /// Writes one message.
  static func write(_ message: String) {
    FileHandle.standardError.write(Data((printable(message) + "\n").utf8))
  }

  /// Writes why nothing can be done.
  static func complain(_ message: String) { write("whatworked: \(message)") }

  /// Writes data.
  static func output(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// The text without what could move a terminal's cursor or turn its writing around.
  ///
  /// File names and cells come from strangers.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
          let turnsAround = scalar.properties.generalCategory == .format
          return isControl || turnsAround ? "\u{FFFD}" : scalar
        }))
  }
}

/// One line that says how far a long run is, how fast and for how long still, where standard error
/// is a terminal.
final class Progress: Sendable {
  // Atomic, not behind a lock: the thread sanitizer does not see into the library's lock.
  private let done = Atomic(0)
  private let total: Atomic<Int>
  private let isTerminal: Bool
  private let start = ContinuousClock.now

  init(total: Int, isQuiet: Bool) {
    self.total = Atomic(total)
    isTerminal =
      !isQuiet && isatty(STDERR_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Says that there are so many more than was known.
  func add(_ more: Int) {
    total.add(more, ordering: .relaxed)
  }

  /// Says that one more is done, this one.
  func report(last name: String) {
    let done = done.add(1, ordering: .relaxed).newValue
    let total = total.load(ordering: .relaxed)
    guard isTerminal, total > 1 else { return }
    let seconds = Double((ContinuousClock.now - start).components.seconds)
    let line = Self.line(done, of: total, seconds: seconds, last: Console.printable(name))
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line.prefix(78))".utf8))
  }

  /// Takes the line away.
  func end() {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  /// `[=====>    ]  500/1000  25/s  20 s left  S-014`; no rate before the first full second.
  static func line(_ done: Int, of total: Int, seconds: Double, last name: String) -> String {
    let filled = total > 0 ? 16 * done / total : 16
    let bar =
      String(repeating: "=", count: filled) + (filled < 16 ? ">" : "")
      + String(repeating: " ", count: max(0, 15 - filled))
    guard seconds >= 1 else { return "[\(bar)]  \(done)/\(total)  \(name)" }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s" : "\((left + 59) / 60) min"
    let speed = rate >= 10 ? String(Int(rate)) : String((rate * 10).rounded() / 10)
    return "[\(bar)]  \(done)/\(total)  \(speed)/s  \(time) left  \(name)"
  }
}
