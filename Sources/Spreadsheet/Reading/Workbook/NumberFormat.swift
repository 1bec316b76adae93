/// What a number format makes of a number: a date, a percentage, or neither.
struct NumberFormat: Hashable, Sendable {
  var showsDate = false
  var showsPercentage = false

  static let general = NumberFormat()

  /// A format that every workbook has without saying so.
  ///
  /// Source: ECMA-376 Part 1 §18.8.30; 27 to 36 and 50 to 58 are dates of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: showsDate = true
    case 9, 10: showsPercentage = true
    default: break
    }
  }

  /// A format as its code says it, word by word: what is quoted, escaped, or a colour is not a date.
  init(code: String) {
    var characters = Substring(code)
    while let character = characters.popFirst() {
      switch character {
      case "\"": Self.skip(past: "\"", in: &characters)
      case "\\", "_", "*": characters = characters.dropFirst()
      case "[": showsDate = Self.isElapsedTime(&characters) || showsDate
      case "%": showsPercentage = true
      case "G", "g": if characters.lowercased().hasPrefix("eneral") { characters.removeFirst(6) }
      case "d", "D", "m", "M", "y", "Y", "h", "H", "s", "S": showsDate = true
      default: break
      }
    }
    if showsDate { showsPercentage = false }
  }

  private init() {}

  private static func skip(past end: Character, in characters: inout Substring) {
    characters = characters.drop { $0 != end }.dropFirst()
  }

  /// `[h]`, `[mm]`, `[ss]` count hours and minutes; other brackets are colours and conditions.
  private static func isElapsedTime(_ characters: inout Substring) -> Bool {
    let inside = characters.prefix { $0 != "]" }
    characters = characters.dropFirst(inside.count + 1)
    return !inside.isEmpty
      && ["h", "m", "s"].contains { unit in
        inside.lowercased().allSatisfy { $0 == unit }
      }
  }
}
