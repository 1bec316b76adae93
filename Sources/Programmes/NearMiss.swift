/// The number of characters to insert, delete or replace to turn one text into the other.
///
/// - Source: Levenshtein (1966), by rows.
package func editDistance(_ one: String, _ other: String) -> Int {
  let first = Array(one)
  let second = Array(other)
  var distances = Array(0...second.count)
  for (row, character) in first.enumerated() {
    var diagonal = distances[0]
    distances[0] = row + 1
    for (column, candidate) in second.enumerated() {
      let replaced = diagonal + (character == candidate ? 0 : 1)
      diagonal = distances[column + 1]
      distances[column + 1] = min(replaced, diagonal + 1, distances[column] + 1)
    }
  }
  return distances[second.count]
}

/// A text by its characters, to be compared with many others.
struct ComparedText {
  private let characters: [Character]

  init(_ text: String) { characters = Array(text) }

  var isEmpty: Bool { characters.isEmpty }

  /// Whether ``editDistance(_:_:)`` to the other is at most `limit`; what is farther is mostly told
  /// by the lengths, or by the first few rows.
  func isWithin(_ limit: Int, of other: ComparedText) -> Bool {
    let first = characters
    let second = other.characters
    guard abs(first.count - second.count) <= limit else { return false }
    var above = Array(0...second.count)
    for (row, character) in first.enumerated() {
      var current = [row + 1]
      var least = row + 1
      for column in second.indices {
        let replaced = above[column] + (character == second[column] ? 0 : 1)
        let best = Swift.min(replaced, Swift.min(above[column + 1], current[column]) + 1)
        current.append(best)
        least = Swift.min(least, best)
      }
      // No row can be better than the best of the row above it.
      guard least <= limit else { return false }
      above = current
    }
    return above[second.count] <= limit
  }
}

/// The one of several names that was probably meant, if one is near enough.
///
/// Near enough is two edits, or a third of the name for longer ones.
package func nearMiss(of text: String, among names: [String]) -> String? {
  let ranked = names.map { (name: $0, distance: editDistance(text.lowercased(), $0)) }
    .min { $0.distance < $1.distance }
  guard let ranked, ranked.distance <= max(2, ranked.name.count / 3) else { return nil }
  return ranked.name
}
