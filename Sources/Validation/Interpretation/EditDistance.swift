/// The fewest letters to add, leave out, change or swap with their neighbour to make one text of
/// the other.
///
/// - Source: Damerau (1964), in the form of optimal string alignment.
func editDistance(_ one: String, _ other: String) -> Int {
  let first = Array(one)
  let second = Array(other)
  var twoAbove: [Int] = []
  var above = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let isSame = first[row] == second[column]
      var best = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        best = min(best, twoAbove[column - 1] + 1)
      }
      current.append(best)
    }
    twoAbove = above
    above = current
  }
  return above[second.count]
}
