import ArgumentParser

/// How a run ended, for scripts.
enum Ending {
  /// Done, and some workbooks need the school to put something right.
  static let needsSchool = ExitCode(1)
  /// Wrong usage or configuration; nothing was done.
  static let usage = ExitCode(2)
  /// At least one file could not be processed.
  static let partial = ExitCode(3)
  /// Interrupted; safe to run again.
  static let interrupted = ExitCode(130)
}
