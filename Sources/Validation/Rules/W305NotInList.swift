import StudyModel

extension Rule {
  static let notInList = Rule(
    code: "W305",
    severity: .error,
    title: "Not one of the answers in the list",
    why: "An answer that is not in the list cannot be put with the same answer of other schools.",
    fix: "Choose one of the answers in the list.",
    examples: [
      """
      | pupil | group      | before | after | sex   |
      | P01   | tutored    | 12     | 14    | Girl  |
      | P02   | Comparsion | 14     | 15    | ↓Fish |
      | P03   | ↓Both      | 14     | 15    | f     |
      | P04   | "control " | 14     | 15    | boy   |

      | question   | answer       |
      | assignment | ↓Drew straws |
      """
    ]
  ) { record in
    record.entries.filter { $0.difficulty == .notInList }.map { entry in
      guard case .choice(let choices) = entry.field.kind, !choices.isEmpty
      else { return Remark(entry, "\(record.quoted(entry)) is not an answer that is known here") }
      let labels = choices.map { "‘\($0.label)’" }.joined(separator: ", ")
      return Remark(entry, "\(record.quoted(entry)) is not one of \(labels)")
    }
  }
}
