import ArgumentParser
import Spreadsheet
import StudyModel
import Validation

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a code: what was found, why it matters, what to do.")

  @Argument(help: "A code such as W302; without one, all codes are listed.")
  var code: String?

  mutating func run() throws {
    guard let code = code?.uppercased() else {
      Console.output(CodeReference.all.map { "\($0.code)  \($0.title)" }.joined(separator: "\n"))
      return
    }
    guard let page = CodeReference.all.first(where: { $0.code == code }) else {
      throw UsageFailure(message: "there is no code \(code); `whatworked explain` lists them all")
    }
    Console.output(page.text)
  }
}

/// Every code that the product gives, whichever part gives it.
enum CodeReference {
  struct Page {
    let code: String
    let title: String
    let text: String
  }

  static var all: [Page] {
    let files = ReadingRule.all.map { rule in
      Page(
        code: rule.code, title: rule.title,
        text: "\(rule.code): \(rule.title)\n\nWhat to do: \(rule.help)")
    }
    let rules = Rule.all.map { rule in
      Page(
        code: rule.code, title: rule.title,
        text: """
          \(rule.code) (\(rule.severity.rawValue)): \(rule.title)

          Why it matters: \(rule.why)

          What to do: \(rule.fix)
          """)
    }
    return (files + rules).sorted { $0.code < $1.code }
  }
}
