package import StudyModel

/// An allocation as a plain text file: what is needed to draw it again, and no pupil's name.
///
/// ```
/// whatworked-allocation/1
/// school: S-014
/// seed: 7
/// method: blocks-on-score-4
/// …
///
/// pupil,arm,block,before,class,role
/// P001,intervention,B1,31,5A,
/// ```
package struct AllocationFile: Hashable, Sendable {
  package var identity: StudyIdentity
  package var programmeVersion: String
  package var allocation: Allocation
  /// The pupils as they were when they were drawn, in the order of their codes.
  package var candidates: [Candidate]

  package static let format = "whatworked-allocation/1"
  private static let generator = "SplitMix64 and Durstenfeld's shuffle; see docs/allocation.md"
  private static let columns = "pupil,arm,block,before,class,role"

  package init(
    identity: StudyIdentity, programmeVersion: String, allocation: Allocation,
    candidates: [Candidate]
  ) {
    self.identity = identity
    self.programmeVersion = programmeVersion
    self.allocation = allocation
    self.candidates = candidates.sorted { $0.code < $1.code }
  }

  package var text: String {
    let head = [
      Self.format, "school: \(identity.school)", "programme: \(identity.programme)",
      "programme version: \(programmeVersion)", "wave: \(identity.wave)",
      "workbook: \(identity.workbook)", "generator: \(Self.generator)",
      "seed: \(allocation.seed)", "method: \(allocation.method.name)",
      "waitlist: \(allocation.isWaitlist ? "yes" : "no")", "pupils: \(allocation.places.count)",
      "hash: \(allocation.hash)", "", Self.columns,
    ]
    let known = Dictionary(candidates.map { ($0.code, $0) }) { first, _ in first }
    let rows = allocation.places.map { place in
      let pupil = known[place.code]
      return [
        place.code, place.arm.rawValue, place.block, pupil?.score.map(plain) ?? "",
        pupil?.className ?? "", pupil?.role?.rawValue ?? "",
      ].joined(separator: ",")
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// The hash that the file gives, which may no longer be that of its pupils.
  package private(set) var statedHash = ""
}

extension AllocationFile {
  /// Reads ``text``.
  ///
  /// - Throws: `faults`, each with its line.
  package init(text: String, file: String) throws(ProgrammeError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var reader = AllocationReader(file: file)
    guard lines.first.map(String.init)?.trimmingWhitespace == Self.format else {
      reader.fault("this is not a record of an allocation", line: 1)
      throw .faults(reader.faults)
    }
    let end = lines.firstIndex { $0.hasPrefix("pupil,") } ?? lines.endIndex
    for (place, line) in lines[..<end].enumerated().dropFirst() {
      reader.readHead(line, number: place + 1)
    }
    for (place, line) in lines.enumerated().dropFirst(end + 1) {
      reader.readPupil(line, number: place + 1)
    }
    guard let method = AllocationMethod(name: reader.head["method"] ?? ""),
      let seed = UInt64(reader.head["seed"] ?? "")
    else {
      reader.fault("the method or the seed is not one that was recorded", line: 1)
      throw .faults(reader.faults)
    }
    guard reader.faults.isEmpty else { throw .faults(reader.faults) }
    self.init(
      identity: StudyIdentity(
        school: reader.head["school"] ?? "", programme: reader.head["programme"] ?? "",
        wave: reader.head["wave"] ?? "", workbook: reader.head["workbook"] ?? "", country: nil),
      programmeVersion: reader.head["programme version"] ?? "",
      allocation: Allocation(
        method: method, seed: seed, isWaitlist: reader.head["waitlist"] == "yes",
        places: reader.places.sorted { $0.code < $1.code }),
      candidates: reader.candidates)
    statedHash = reader.head["hash"] ?? ""
  }
}

private struct AllocationReader {
  let file: String
  var faults: [ProgrammeFault] = []
  var head: [String: String] = [:]
  var places: [Allocation.Place] = []
  var candidates: [Candidate] = []

  init(file: String) { self.file = file }

  mutating func fault(_ message: String, line: Int) {
    faults.append(ProgrammeFault(file: file, line: line, column: 1, message: message))
  }

  mutating func readHead(_ line: Substring, number: Int) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    guard let colon = line.firstIndex(of: ":") else {
      fault("a line here has a name, a colon and a value", line: number)
      return
    }
    head[String(line[..<colon])] = String(line[line.index(after: colon)...]).trimmingWhitespace
  }

  mutating func readPupil(_ line: Substring, number: Int) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard values.count == 6, let arm = Arm(rawValue: values[1]) else {
      fault("this is not a pupil with an arm: six values with commas between", line: number)
      return
    }
    places.append(Allocation.Place(code: values[0], arm: arm, block: values[2]))
    candidates.append(
      Candidate(
        code: values[0], score: Double(values[3]),
        className: values[4].isEmpty ? nil : values[4], role: Role(rawValue: values[5]), arm: arm))
  }
}
