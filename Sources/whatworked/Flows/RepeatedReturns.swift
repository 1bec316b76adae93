import Evidence
import StudyModel

/// The studies that came back more than once, with different data, and where from.
struct RepeatedReturns {
  private struct Return {
    var place: String
    var dataHash: String
  }

  /// By study, in the order given.
  private var returns: [String: [Return]] = [:]

  /// Notes a study; the place is a file's path, or a path and a line.
  mutating func note(_ entry: EvidenceEntry, from place: String) {
    returns[entry.identity.study, default: []].append(
      Return(place: place, dataHash: entry.dataHash))
  }

  /// One sentence for each study, in the order of their names: of a school and a round the return
  /// that was given last counts.
  var words: [String] {
    returns.filter { Set($0.value.map(\.dataHash)).count > 1 }.sorted { $0.key < $1.key }
      .compactMap { study, returns in
        returns.last.map { last in
          "\(study): came \(returns.count) times with different data; \(last.place) counts, not "
            + Self.list(returns.dropLast().map(\.place))
        }
      }
  }

  private static let shownPlaces = 3

  private static func list(_ places: [String]) -> String {
    let more = places.count - shownPlaces
    return places.prefix(shownPlaces).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }
}

extension RepeatedReturns {
  /// Of files that were read.
  init(_ files: [ProcessedReturn]) {
    for file in files {
      if let entry = file.entry { note(entry, from: file.path) }
    }
  }
}
