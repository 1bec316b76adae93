/// One question of a workbook: about a pupil, about the school, or about how it went.
package struct Field: Hashable, Sendable {
  /// The name that data and programs use; never shown: `sessions`.
  package var id: String
  /// The words over the column or in front of the answer: `Sessions attended`.
  package var label: String
  /// What to type, in one sentence.
  package var help: String
  /// In what a number is counted, where its label does not say: `hours`.
  package var unit: String
  package var kind: FieldKind
  package var isRequired: Bool
  /// Whether only workbooks for which it is asked have it: a column with details of pupils.
  package var isOnRequest: Bool

  package init(
    id: String, label: String, help: String = "", unit: String = "", kind: FieldKind,
    isRequired: Bool = false, isOnRequest: Bool = false
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.unit = unit
    self.kind = kind
    self.isRequired = isRequired
    self.isOnRequest = isOnRequest
  }
}

extension Field {
  /// What to type, with the unit: `Add up all adults. (hours)`.
  package var guidance: String {
    unit.isEmpty ? help : [help, "(\(unit))"].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// What may be typed in answer to a field.
package enum FieldKind: Hashable, Sendable {
  case text(maximumLength: Int)
  case wholeNumber(ClosedRange<Int>)
  case decimal(ClosedRange<Double>)
  case date
  case choice([Choice])
}

/// One answer of a closed list.
package struct Choice: Hashable, Sendable {
  /// The name that data and programs use; never shown: `teacher-choice`.
  package var code: String
  /// The words in the list: `By the teacher`.
  package var label: String
  /// The words for it in other languages.
  package var otherLabels: [String] = []

  package init(code: String, label: String) {
    self.code = code
    self.label = label
  }
}
