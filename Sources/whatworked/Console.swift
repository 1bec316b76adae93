import Foundation

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

/// One line that says how far a long run is, where standard error is a terminal.
struct Progress {
  private let total: Int
  private let isShown: Bool

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown =
      !isQuiet && total > 1 && isatty(STDERR_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Says that so many are done, the last of them this one.
  func report(_ done: Int, last name: String) {
    guard isShown else { return }
    let line = "\(done)/\(total)  \(Console.printable(name))".prefix(78)
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    if done == total { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
