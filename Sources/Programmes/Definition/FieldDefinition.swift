import StudyModel
extension DefinitionReader {
  /// The questions of one list, in its order.
  func fields(
    _ top: Table, _ key: String, of kind: DefinitionTable = .question
  ) -> [Field] {
    list(top, key).map { node in
      let table = table(node, kind)
      let label = text(table, "label")
      if label.count > 90 {
        fault(
          "the label has \(label.count) characters; at most 90 fit", at: table.mapping["label"],
          suggestion: "move some of it to \"help\"")
      }
      let help = text(table, "help")
      // A message beside a cell holds no more.
      if help.utf16.count > 250 {
        fault("the help has \(help.count) characters; at most 250 fit", at: table.mapping["help"])
      }
      let asked = name(table.mapping["asked"], of: Asked.self, "a time to ask")
      return Field(
        id: identifier(table, "id"), label: label, help: help, unit: text(table, "unit"),
        kind: self.kind(table), isRequired: truth(table, "required"),
        isOnRequest: asked == .onRequest)
    }
  }

  /// The answers of a closed list.
  func choices(_ table: Table, _ key: String) -> [Choice] {
    let nodes = list(table, key)
    if table.mapping[key]?.list?.isEmpty == true {
      fault("\"\(key)\" must have at least one entry", at: table.mapping[key])
    }
    var codes: [(String, DefinitionNode)] = []
    var labels: [(String, DefinitionNode)] = []
    let choices = nodes.map { node in
      let entry = self.table(node, .choice, name: "an entry of \"\(key)\"")
      let choice = Choice(code: identifier(entry, "code"), label: text(entry, "label"))
      codes.append((choice.code, entry.mapping["code"] ?? node))
      labels.append((choice.label.lowercased(), entry.mapping["label"] ?? node))
      return choice
    }
    reportRepeats(codes, "code")
    reportRepeats(labels, "label")
    return choices
  }

  private enum Asked: String, CaseIterable {
    case always
    case onRequest = "on-request"
  }

  private enum Kind: String, CaseIterable {
    case text, date, decimal, choice
    case wholeNumber = "whole-number"

    /// The keys that say more about it.
    var keys: [String] {
      switch self {
      case .text: ["maximum-length"]
      case .date: []
      case .decimal, .wholeNumber: ["minimum", "maximum"]
      case .choice: ["choices"]
      }
    }
  }

  private func kind(_ table: Table) -> FieldKind {
    guard let kind = name(table.mapping["kind"], of: Kind.self, "a kind of question") else {
      return .text(maximumLength: 1)
    }
    for key in kind.keys where table.mapping[key] == nil && kind != .text {
      fault("a question of the kind \(kind.rawValue) lacks \"\(key)\"", at: table.node)
    }
    for key in ["minimum", "maximum", "maximum-length", "choices"]
    where table.mapping[key] != nil && !kind.keys.contains(key) {
      fault(
        "a question of the kind \(kind.rawValue) takes no \"\(key)\"", at: table.mapping[key])
    }
    switch kind {
    case .date: return .date
    case .choice: return .choice(choices(table, "choices"))
    case .text: return .text(maximumLength: maximumLength(table))
    case .wholeNumber:
      let low = whole(table, "minimum") ?? 0
      let high = whole(table, "maximum") ?? .max
      return .wholeNumber(low...max(low, checkedMaximum(low, high, table)))
    case .decimal:
      let low = number(table, "minimum") ?? 0
      let high = number(table, "maximum") ?? .infinity
      return .decimal(low...max(low, checkedMaximum(low, high, table)))
    }
  }

  private func maximumLength(_ table: Table) -> Int {
    guard let length = whole(table, "maximum-length") else { return 250 }
    if !(1...2000).contains(length) {
      fault("\"maximum-length\" must be from 1 to 2000", at: table.mapping["maximum-length"])
    }
    return length
  }

  private func checkedMaximum<Number: Comparable>(
    _ low: Number, _ high: Number, _ table: Table
  ) -> Number {
    if high < low { fault("the maximum is below the minimum", at: table.mapping["maximum"]) }
    return high
  }
}
