import Cells
import StudyModel

/// A study record with every entry taken for what it means, as far as that can be told.
///
/// This is what rules look at. Entries that cannot be understood are still here, and say why.
struct InterpretedRecord: Sendable {
  let record: StudyRecord
  /// The answers about the school and about how it went, by field.
  let answers: [String: InterpretedEntry]
  /// In the order of their rows.
  let pupils: [InterpretedPupil]
  /// Every value that was read differently from how it was typed.
  let repairs: [Repair]
  /// The cell of each explanation, by the row it explains.
  let explanations: [SheetRow: CellAddress]

  init(
    record: StudyRecord, answers: [String: InterpretedEntry], pupils: [InterpretedPupil],
    repairs: [Repair]
  ) {
    self.record = record
    self.answers = answers
    self.pupils = pupils
    self.repairs = repairs
    let cells = pupils.compactMap { $0.entries[WellKnownField.explanation]?.address }
    explanations = Dictionary(
      cells.map { (SheetRow($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var programme: Programme { record.programme }

  /// The entries of all pupils and all answers, in the order of their cells.
  var entries: [InterpretedEntry] {
    (Array(answers.values) + pupils.flatMap { $0.entries.values }).sorted {
      $0.address < $1.address
    }
  }

  /// The pupils allocated to an arm.
  func pupils(in arm: Arm) -> [InterpretedPupil] {
    pupils.filter { self.arm(of: $0) == arm }
  }

  /// The arm of a pupil; without a comparison group, everyone is in the programme.
  func arm(of pupil: InterpretedPupil) -> Arm? {
    pupil.arm
      ?? (record.pupilColumns[WellKnownField.group] == nil && design == .single
        ? .intervention : nil)
  }

  /// How the pupils came to be in their arms, from the workbook and the school's answer together.
  var design: StudyDesign { studyDesign(issued: record.design, assignment: assignmentAnswer) }

  /// The school's answer, or what the workbook was made for where it gave none.
  var assignment: AssignmentMethod {
    assignmentAnswer
      ?? (record.design == .single
        ? .noComparison
        : record.design == .matched
          ? .matched : .random)
  }

  var assignmentAnswer: AssignmentMethod? {
    answers[WellKnownField.assignment]?.choice.flatMap(AssignmentMethod.init(rawValue:))
  }

  /// Where a remark about a whole column belongs: the cell of its heading.
  func heading(of field: String) -> Place {
    record.pupilColumns[field].map { .cell($0) } ?? .sheet(pupilSheet)
  }

  /// The name of the sheet that the pupils were found on.
  var pupilSheet: String {
    record.pupilColumns.values.min()?.sheet ?? pupils.first?.anyAddress?.sheet ?? "Pupils"
  }
}

/// One row of one sheet.
struct SheetRow: Hashable, Sendable {
  let sheet: String
  let row: Int

  init(_ address: CellAddress) {
    sheet = address.sheet
    row = address.reference.row
  }
}

/// The design that the data can carry: chance only where the school says it was chance.
func studyDesign(issued: StudyDesign, assignment: AssignmentMethod?) -> StudyDesign {
  switch assignment {
  case .random: issued == .single || issued == .matched ? .randomised : issued
  case .matched, .teacherChoice, .volunteers:
    issued == .partiallyNested ? .partiallyNested : .matched
  case .noComparison: .single
  case nil: issued
  }
}
