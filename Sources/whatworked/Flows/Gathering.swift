import Evidence
import Foundation
import StudyModel

/// The studies that a merge was given, from wherever they came.
struct Gathering {
  /// One for each study.
  private(set) var entries: [EvidenceEntry] = []
  private(set) var effects: [PooledStudy] = []
  private(set) var records = PolicyRecords()
  /// The workbooks that were sent out; nil without a register.
  private(set) var issued: [IssuedWorkbook]?
  private var leftOut: [String] = []
  private var repeated = RepeatedReturns()
  /// How many files could not be processed.
  private(set) var stopped = 0
  private(set) var returnedStudies: Set<String> = []
  /// The columns of tables of effects that may explain a difference.
  private var columns: Set<String> = []
  private var places: [String: Int] = [:]
  private var returned = 0
  private var readable = 0

  /// Adds what was read from workbooks.
  mutating func add(_ files: [ProcessedReturn]) {
    let workbooks = files.filter { $0.status != .skipped }
    returned += workbooks.count
    readable += workbooks.filter { $0.identity != nil }.count
    stopped += workbooks.filter { $0.status == .stopped }.count
    returnedStudies.formUnion(workbooks.compactMap { $0.identity?.study })
    for file in workbooks where file.entry == nil {
      leftOut.append("\(file.path): left out (\(file.status.rawValue))")
    }
    for file in files {
      if let entry = file.entry { add(entry, from: file.path) }
    }
  }

  /// Adds a study; of two returns of one study the later in the order given counts.
  mutating func add(_ entry: EvidenceEntry, from place: String) {
    let study = entry.identity.study
    returnedStudies.insert(study)
    repeated.note(entry, from: place)
    guard let index = places[study] else {
      places[study] = entries.count
      entries.append(entry)
      return
    }
    entries[index] = entry
  }

  /// What whoever merges must know: what was left out, and what came more than once.
  var warnings: [String] { leftOut + repeated.words }

  /// Adds records of policy and of ways; of two with one id the last counts.
  mutating func add(_ more: PolicyRecords) {
    for policy in more.policies {
      records.policies.removeAll { $0.id == policy.id }
      records.policies.append(policy)
    }
    for way in more.pathways {
      records.pathways.removeAll { $0.id == way.id }
      records.pathways.append(way)
    }
  }

  /// Adds the studies and records of a file that analyse or evidence export wrote, line by line:
  /// the file itself is never held whole.
  mutating func addEvidence(_ path: String) throws {
    do {
      try forEachLine(of: path) { number, bytes in
        switch try EvidenceFile.line(bytes, number: number) {
        case .entry(let entry): add(entry, from: "line \(number) of \(path)")
        case .policy(let policy): add(PolicyRecords(policies: [policy]))
        case .pathway(let way): add(PolicyRecords(pathways: [way]))
        }
      }
    } catch let error as EvidenceFileError {
      throw UsageFailure(message: "\(path), line \(error.line): this is not a study")
    }
  }

  /// Adds the effects of a table.
  mutating func addEffects(_ path: String) throws {
    do {
      let table = try readEffects(readTable(at: path), name: path)
      effects += table.studies
      columns.formUnion(table.moderators)
    } catch let error as EffectsTableError {
      throw UsageFailure(message: error.faults.joined(separator: "\n"))
    }
  }

  /// What the studies say of themselves, by name.
  var answers: Set<String> { entries.reduce(into: columns) { $0.formUnion($1.moderators.keys) } }

  /// Adds the register of what was sent out.
  mutating func addRegister(_ path: String) throws {
    do {
      issued = (issued ?? []) + (try readIssuedRegister(readTable(at: path), name: path))
    } catch let error as IssuedRegisterError {
      throw UsageFailure(message: error.faults.joined(separator: "\n"))
    }
  }

  /// How many workbooks there were at each step; unknown where studies came without theirs.
  func flow(pooled: Int, _ returns: ReturnFlow?) -> SchoolFlow {
    if let returns {
      return SchoolFlow(
        issued: returns.count(.issued), returned: returns.count(.returned),
        readable: returns.count(.returned), complete: returns.count(.usable),
        pooled: returns.count(.pooled))
    }
    let isKnown = returned > 0
    return SchoolFlow(
      issued: nil, returned: isKnown ? returned : nil, readable: isKnown ? readable : nil,
      complete: isKnown ? entries.count : nil, pooled: pooled)
  }

  /// What became of every workbook of the register, of one programme or of all.
  func returns(pooled: some Sequence<PooledStudy>, programme: String?) -> ReturnFlow? {
    issued.map { issued in
      func concerned(_ studies: some Sequence<String>) -> Set<String> {
        Set(
          studies.filter { study in
            programme.map { study.split(separator: "/").dropFirst().first == Substring($0) } ?? true
          })
      }
      return returnFlow(
        issued: issued.filter { programme == nil || $0.programme == programme },
        returned: concerned(returnedStudies),
        usable: concerned(entries.map(\.identity.study)),
        pooled: concerned(pooled.filter { !$0.isFromElsewhere }.map(\.id)))
    }
  }

}

/// Calls `body` with every line that is not empty, and its number; holds a megabyte at a time.
private func forEachLine(
  of path: String, _ body: (Int, ArraySlice<UInt8>) throws -> Void
) throws {
  guard let file = FileHandle(forReadingAtPath: path) else {
    throw UsageFailure(message: "there is no file \(path)")
  }
  defer { try? file.close() }
  var rest: [UInt8] = []
  var number = 0
  func take(_ line: ArraySlice<UInt8>) throws {
    number += 1
    if !line.isEmpty { try body(number, line) }
  }
  while let more = try file.read(upToCount: 1 << 20), !more.isEmpty {
    rest += more
    var start = 0
    while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try take(rest[start..<end])
      start = end + 1
    }
    rest.removeFirst(start)
  }
  if !rest.isEmpty { try take(rest[...]) }
}
