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

/// The one of several names that was probably meant, if one is near enough.
///
/// Near enough is two edits, or a third of the name for longer ones.
package func nearMiss(of text: String, among names: [String]) -> String? {
  let ranked = names.map { (name: $0, distance: editDistance(text.lowercased(), $0)) }
    .min { $0.distance < $1.distance }
  guard let ranked, ranked.distance <= max(2, ranked.name.count / 3) else { return nil }
  return ranked.name
}
