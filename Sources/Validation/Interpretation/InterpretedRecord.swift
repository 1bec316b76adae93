import Cells
import StudyModel

/// A study record with every entry taken for what it means, as far as that can be told.
///
/// This is what rules look at. Entries that cannot be understood are still here, and say why.
struct InterpretedRecord: Sendable {
  let record: StudyRecord
  let asked: AskedFields
  /// The answers about the school and about how it went, by field.
  let answers: [String: InterpretedEntry]
  /// In the order of their rows.
  let pupils: [InterpretedPupil]
  /// Every value that was read differently from how it was typed.
  let repairs: [Repair]
  /// The entries of all pupils and all answers, in the order of their cells.
  let entries: [InterpretedEntry]
  /// How the pupils came to be in their arms, from the workbook and the school's answer together.
  let design: StudyDesign
  /// What cells say about persons.
  let personalDetails: [CellAddress: [PersonalDetail]]
  let privacyScreen: PrivacyScreen
  /// The cell of each explanation, by the row it explains.
  let explanations: [SheetRow: CellAddress]

  init(
    record: StudyRecord, asked: AskedFields, answers: [String: InterpretedEntry],
    pupils: [InterpretedPupil],
    repairs: [Repair]
  ) {
    self.record = record
    self.asked = asked
    self.answers = answers
    self.pupils = pupils
    self.repairs = repairs
    entries = (Array(answers.values) + pupils.flatMap { $0.entries.values }).sorted {
      $0.address < $1.address
    }
    design = studyDesign(issued: record.design, assignment: answers.assignment)
    let year = answers[WellKnownField.dateBefore]?.date?.year
    privacyScreen = PrivacyScreen(studyYear: Int(record.identity.wave.prefix(4)) ?? year)
    personalDetails = Validation.personalDetails(
      in: record, understood: entries, privacyScreen)
    let cells = pupils.compactMap { $0.entries[WellKnownField.explanation]?.address }
    explanations = Dictionary(
      cells.map { (SheetRow($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var programme: Programme { record.programme }

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

  /// The school's answer, or what the workbook was made for where it gave none.
  var assignment: AssignmentMethod {
    assignmentAnswer
      ?? (record.design == .single
        ? .noComparison
        : record.design == .matched
          ? .matched : .random)
  }

  var assignmentAnswer: AssignmentMethod? {
    answers.assignment
  }

  /// Where a remark about a whole column belongs: the cell of its heading.
  func heading(of field: String) -> Place {
    record.pupilColumns[field].map { .cell($0) } ?? .sheet(pupilSheet)
  }

  /// The cells that hold something of a kind about a person.
  func cells(with detail: PersonalDetail) -> [CellAddress] {
    personalDetails.filter { $0.value.contains(detail) }.map(\.key)
  }

  /// The name of the sheet that the pupils were found on.
  var pupilSheet: String {
    record.pupilColumns.values.min()?.sheet ?? pupils.first?.anyAddress?.sheet ?? "Pupils"
  }
}

extension [String: InterpretedEntry] {
  fileprivate var assignment: AssignmentMethod? {
    self[WellKnownField.assignment]?.choice.flatMap(AssignmentMethod.init(rawValue:))
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
