import Evidence
import Foundation
import Statistics
import StudyModel

/// The studies that a merge was given, from wherever they came.
struct Gathering {
  /// One for each study.
  private(set) var entries: [EvidenceEntry] = []
  private(set) var effects: [PooledStudy] = []
  private(set) var warnings: [String] = []
  /// How many files could not be processed.
  private(set) var stopped = 0
  private var returned = 0
  private var readable = 0

  /// Adds what was read from workbooks.
  mutating func add(_ files: [ProcessedReturn]) {
    let workbooks = files.filter { $0.status != .skipped }
    returned += workbooks.count
    readable += workbooks.filter { $0.identity != nil }.count
    stopped += workbooks.filter { $0.status == .stopped }.count
    for file in workbooks where file.entry == nil {
      warnings.append("\(file.path): left out (\(file.status.rawValue))")
    }
    add(files.compactMap(\.entry))
  }

  /// Adds studies; of two returns of one study the later in the order given counts.
  mutating func add(_ more: [EvidenceEntry]) {
    for entry in more {
      guard let place = entries.firstIndex(where: { $0.identity.study == entry.identity.study })
      else {
        entries.append(entry)
        continue
      }
      if entries[place].dataHash != entry.dataHash {
        warnings.append(
          "\(entry.identity.study): came more than once with different data; the last one counts")
      }
      entries[place] = entry
    }
  }

  /// Adds the studies of a file that analyse wrote.
  mutating func addEvidence(_ path: String) throws {
    do {
      add(try EvidenceFile.entries(in: text(path)))
    } catch let error as EvidenceFileError {
      throw UsageFailure(message: "\(path), line \(error.line): this is not a study")
    }
  }

  /// Adds the effects of a table.
  mutating func addEffects(_ path: String) throws {
    do {
      effects += try readEffects(text(path), name: path)
    } catch let error as EffectsTableError {
      throw UsageFailure(message: error.faults.joined(separator: "\n"))
    }
  }

  /// How many workbooks there were at each step; unknown where studies came without theirs.
  func flow(pooled: Int) -> SchoolFlow {
    let isKnown = returned > 0
    return SchoolFlow(
      issued: nil, returned: isKnown ? returned : nil, readable: isKnown ? readable : nil,
      complete: isKnown ? entries.count : nil, pooled: pooled)
  }

  private func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageFailure(message: "there is no file \(path)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// One analysis for each programme and outcome, and before them, where there are several, one of
/// all together.
func mergeStudies(
  _ gathering: Gathering, settings: PoolingSettings
) throws -> [CumulativeAnalysis] {
  let groups = groups(of: gathering, settings)
  let analyses = try groups.map { group in
    try pool(
      group.studies, title: group.title, programme: group.programme,
      flow: groups.count == 1 ? gathering.flow(pooled: group.studies.count) : nil,
      settings: group.settings)
  }
  guard groups.count != 1 else { return analyses }
  let all = groups.flatMap(\.studies)
  var whole = try pool(
    all, title: "All programmes together", programme: nil,
    flow: gathering.flow(pooled: all.count), settings: settings)
  whole.cautions.append(
    "Programmes and their tests differ: read the part of each before the average of all.")
  return [whole] + analyses
}

private struct Group {
  var title: String
  var programme: String?
  var studies: [PooledStudy]
  var settings: PoolingSettings
}

private func groups(of gathering: Gathering, _ settings: PoolingSettings) -> [Group] {
  let byProgramme = Dictionary(grouping: gathering.entries, by: \.identity.programme)
  var groups = byProgramme.keys.sorted().flatMap { programme -> [Group] in
    let entries = byProgramme[programme] ?? []
    let outcomes = Set(entries.flatMap { $0.effects.map(\.outcome) }).sorted()
    let title = entries.first?.programmeTitle ?? programme
    return outcomes.map { outcome in
      Group(
        title: outcomes.count > 1 ? "\(title): \(outcome)" : title, programme: programme,
        studies: studiesToPool(from: entries, outcome: outcome, variance: settings.variance),
        settings: settings)
    }
  }
  if !gathering.effects.isEmpty {
    // Effects from elsewhere keep the variance they came with.
    var own = settings
    own.variance = .own
    groups.append(
      Group(
        title: "Effects from elsewhere", programme: nil, studies: gathering.effects,
        settings: own))
  }
  return groups
}
