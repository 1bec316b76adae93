import CustomDump
import StudyModel
import TestSupport
import Testing
import Validation

/// Every rule finds the cells that its own examples mark, and no other.
@Suite struct RuleExamplesTests {
  @Test(arguments: Rule.all) func findsExactlyTheMarkedCells(rule: Rule) {
    for example in rule.examples.map(ExampleWorkbook.init) {
      let found = validate(example.record).findings.filter { $0.code == rule.code }
        .map(MarkedPlace.init).sorted()
      #expect(found == example.marked, "\(diff(found, example.marked) ?? "")")
    }
  }

  @Test(arguments: Rule.all) func someExampleMarksACell(rule: Rule) {
    #expect(rule.examples.contains { !ExampleWorkbook($0).marked.isEmpty })
  }

  @Test(arguments: Rule.all) func saysWhatIsWrongAndWhatToDo(rule: Rule) {
    for example in rule.examples.map(ExampleWorkbook.init) {
      for finding in validate(example.record).findings where finding.code == rule.code {
        #expect(finding.message.count > 10)
        #expect(!finding.message.hasSuffix("."), "a message is a clause")
        #expect(finding.help.hasSuffix("."), "help is a sentence")
      }
    }
  }
}

extension MarkedPlace {
  /// Where a finding is.
  init(_ finding: Finding) {
    self = finding.address.map { .cell($0) } ?? finding.sheet.map { .sheet($0) } ?? .workbook
  }
}

extension Rule: CustomTestStringConvertible {
  /// The code and the title.
  public var testDescription: String { "\(code) \(title)" }
}
