package import Foundation
package import StudyModel

/// Everything from which the packs of a programme are made, whether it was defined in a folder or
/// in a workbook.
package struct ProgrammeSource: Hashable, Sendable {
  package var programme: Programme
  /// The texts that it names, in Markdown, by the name of their file.
  package var texts: [String: String]
  /// The test whose numbers are drawn, where it has one.
  package var assessment: Assessment?

  package init(programme: Programme, texts: [String: String], assessment: Assessment? = nil) {
    self.programme = programme
    self.texts = texts
    self.assessment = assessment
  }

  /// Reads the folder of a programme.
  ///
  /// - Throws: `faults` with everything that is wrong in its definition and in that of its test.
  package init(folder: URL) throws(ProgrammeError) {
    var faults: [ProgrammeFault] = []
    let programme = try collecting(&faults) { () throws(ProgrammeError) in
      try readProgramme(folder: folder)
    }
    let assessment = try collecting(&faults) { () throws(ProgrammeError) in
      try readAssessment(folder: folder)
    }
    guard let programme, let assessment, faults.isEmpty else { throw .faults(faults) }
    var texts: [String: String] = [:]
    for text in programme.texts {
      texts[text.file] = try readText(folder.appending(path: text.file))
    }
    self.init(programme: programme, texts: texts, assessment: assessment)
  }
}

/// What a reading gives, or nil and its faults among the others.
private func collecting<Value>(
  _ faults: inout [ProgrammeFault], _ read: () throws(ProgrammeError) -> Value
) throws(ProgrammeError) -> Value? {
  do {
    return try read()
  } catch {
    guard case .faults(let found) = error else { throw error }
    faults += found
    return nil
  }
}
