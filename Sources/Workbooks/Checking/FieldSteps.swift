import Cells
import Programmes
import StudyModel

/// The bounds of a number as formulas write them: as numbers, or as cells that hold them.
struct WrittenBounds {
  var low: String
  var high: String
}

/// What can be wrong with the entry of one field, in the order in which it is looked at.
///
/// The entry is in `cell`, written `E5`; `bounds` are cells that hold the bounds, where there are
/// such.
func steps(
  for field: Field, in cell: String, lists: ListsLayout, bounds: WrittenBounds? = nil,
  words: (EntryFault) -> String
) -> [CheckStep] {
  let id = field.id
  func step(
    _ fault: EntryFault, _ condition: String,
    _ isWrong: @escaping @Sendable (CheckedValues) -> Bool
  ) -> CheckStep {
    CheckStep(fields: [id], condition: condition, message: words(fault), isWrong: isWrong)
  }
  var steps: [CheckStep] = []
  if field.isRequired {
    steps.append(step(.missing, "TRIM(\(cell))=\"\"") { $0.trimmed(id).isEmpty })
  }
  switch field.kind {
  case .choice(let choices):
    guard let labels = lists.list(of: choices)?.labels else { return steps }
    let known = Set(choices.map { $0.label.lowercased() })
    let notListed = "SUMPRODUCT(--(\(labels)=TRIM(\(cell))))=0"
    steps.append(
      step(
        .notInList,
        field.isRequired ? notListed : "AND(TRIM(\(cell))<>\"\",\(notListed))"
      ) { !$0.trimmed(id).isEmpty && !known.contains($0.trimmed(id).lowercased()) })
  case .text(let maximumLength):
    steps.append(
      step(.tooLong(maximumLength), "LEN(\(cell))>\(maximumLength)") {
        length(of: $0[id]) > maximumLength
      })
  case .date:
    steps.append(
      step(.notDate, "AND(TRIM(\(cell))<>\"\",NOT(ISNUMBER(\(cell))))") {
        !$0.trimmed(id).isEmpty && $0.number(id) == nil
      })
    steps.append(
      step(
        .notDate, "AND(ISNUMBER(\(cell)),OR(\(cell)<\(plain(firstDay)),\(cell)>\(plain(lastDay))))"
      ) {
        $0.number(id).map { $0 < firstDay || $0 > lastDay } ?? false
      })
  case .wholeNumber(let range):
    steps += numberSteps(
      Double(range.lowerBound)...Double(range.upperBound), bounds, step: step, cell: cell, id: id)
    steps.append(
      step(.notWhole, "AND(ISNUMBER(\(cell)),\(cell)<>INT(\(cell)))") {
        $0.number(id).map { $0 != $0.rounded(.down) } ?? false
      })
  case .decimal(let range):
    steps += numberSteps(range, bounds, step: step, cell: cell, id: id)
  }
  return steps
}

private func numberSteps(
  _ range: ClosedRange<Double>, _ bounds: WrittenBounds?,
  step: (EntryFault, String, @escaping @Sendable (CheckedValues) -> Bool) -> CheckStep,
  cell: String, id: String
) -> [CheckStep] {
  let low = bounds?.low ?? plain(range.lowerBound)
  let high = bounds?.high ?? plain(range.upperBound)
  return [
    step(.notNumber, "AND(TRIM(\(cell))<>\"\",NOT(ISNUMBER(\(cell))))") {
      !$0.trimmed(id).isEmpty && $0.number(id) == nil
    },
    step(
      .outside(plain(range.lowerBound), plain(range.upperBound)),
      "AND(ISNUMBER(\(cell)),OR(\(cell)<\(low),\(cell)>\(high)))"
    ) { $0.number(id).map { !range.contains($0) } ?? false },
  ]
}

/// The days that a study can be on, 2000 to 2099, as serial numbers.
private let firstDay = ExcelDate(year: 2000, month: 1, day: 1).serial
private let lastDay = ExcelDate(year: 2099, month: 12, day: 31).serial

private func length(of value: CellValue) -> Int {
  switch value {
  case .text(let text): text.utf16.count
  case .number(let number): plain(number).count
  case .boolean(let truth): truth ? 4 : 5
  case .empty, .error: 0
  }
}
