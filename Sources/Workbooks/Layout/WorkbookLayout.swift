package import Cells
package import StudyModel

/// Where each field of a programme sits in its data workbook; writer and reader both follow it.
package struct WorkbookLayout: Hashable, Sendable {
  package var about: QuestionsLayout
  package var implementation: QuestionsLayout
  package var pupils: PupilsLayout
  package var lists: ListsLayout
  /// The sheets for marks on items, which a workbook may have or not.
  package var itemSheets: [ItemsLayout]

  package static let stampSheetName = "_whatworked"
  package static let stampPropertyName = "whatworked"
  /// On the sheet Start: whether the workbook is ready to return.
  package static let status = CellReference(row: 4, column: 1)

  package init(programme: Programme, design: StudyDesign, pupilRows: Int, texts: WorkbookTexts) {
    about = QuestionsLayout(
      name: texts[.aboutSheet], title: texts[.aboutTitle], fields: programme.schoolQuestions)
    implementation = QuestionsLayout(
      name: texts[.implementationSheet], title: texts[.implementationTitle],
      fields: programme.implementationQuestions)
    pupils = PupilsLayout(
      name: texts[.pupilsSheet],
      columns: pupilColumns(of: programme, design: design, texts: texts), rowCount: pupilRows)
    itemSheets = Workbooks.itemSheets(of: programme, texts: texts)
    lists = Self.lists(of: programme, pupils: pupils, questions: [about, implementation])
  }

  /// The sheets of questions, in the order of their tabs.
  package var questionSheets: [QuestionsLayout] { [about, implementation] }

  private static func lists(
    of programme: Programme, pupils: PupilsLayout, questions: [QuestionsLayout]
  ) -> ListsLayout {
    var lists = ListsLayout()
    for field in pupils.inputs.map(\.field) + questions.flatMap(\.fields) {
      if case .choice(let choices) = field.kind {
        lists.add(choices, named: listName(of: field.id))
      }
    }
    for outcome in programme.outcomes {
      lists.limits += [
        Limit(
          kind: .lowestScore(outcome: outcome.id), name: "lowest score: \(outcome.id)",
          value: outcome.minimum),
        Limit(
          kind: .highestScore(outcome: outcome.id), name: "highest score: \(outcome.id)",
          value: outcome.maximum),
      ]
    }
    lists.limits.append(Limit(kind: .fewestPupils, name: "fewest pupils in a group", value: 10))
    return lists
  }

  /// An underscore keeps every name from looking like a cell, as `lst5` would.
  private static func listName(of field: String) -> String {
    switch field {
    case WellKnownField.group: "lstGroup"
    case WellKnownField.role: "lstRole"
    case WellKnownField.missingReason: "lstReason"
    default: "lst_" + field.replacing("-", with: "_")
    }
  }
}
