import Programmes
import StudyModel
import Workbooks

/// A language that nobody speaks: English with other letters, in brackets, and 40 % longer.
///
/// Where plain letters are left in a workbook, a word stands in the code instead of in a table.
enum PseudoLocale {
  static let language = Language(code: "qps", name: "Pseudo")

  static func texts(_ english: WorkbookTexts) -> WorkbookTexts {
    let fix = english[.fix]
    var texts: [WorkbookText: String] = [:]
    for text in WorkbookText.allCases {
      let original = english[text]
      // What is counted by its first word keeps that word at the beginning.
      texts[text] =
        original.hasPrefix(fix + ":")
        ? pseudo(fix) + ":" + pseudo(String(original.dropFirst(fix.count + 1))) : pseudo(original)
    }
    return WorkbookTexts(language: language, texts: texts)
  }

  static func programme(_ programme: Programme) -> Programme {
    var pseudonymous = programme
    pseudonymous.translations[language.code] = Dictionary(
      uniqueKeysWithValues: programme.workbookTexts.map { ($0, pseudo($0)) })
    return pseudonymous
  }

  static func pseudo(_ text: String) -> String {
    let padding = (0..<max(1, (text.count * 2 + 4) / 5)).map { $0 % 6 == 0 ? " " : "ó" }.joined()
    return "⟦" + String(text.map { letters[$0] ?? $0 }) + padding + "⟧"
  }

  private static let letters: [Character: Character] = {
    let small = zip("abcdefghijklmnopqrstuvwxyz", "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýź")
    let capital = zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ")
    return Dictionary(uniqueKeysWithValues: Array(small) + Array(capital))
  }()
}
