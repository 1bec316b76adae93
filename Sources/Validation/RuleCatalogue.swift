extension Rule {
  /// Every rule, in the order of the codes.
  package static let all: [Rule] = [
    // 2xx structure
    sheetMissing, columnMissing, formulaInInput, requiredAnswerMissing, noPupils,
    // 3xx values
    notANumber, scoreOutsideBounds, numberOutsideBounds, notWhole, notInList, dateInstead,
    errorValue, percentage,
    // 4xx agreement between cells
    duplicatePupil, pupilCodeMissing, groupMissing, scoreMissingWithoutReason,
    reasonGivenThoughScored, datesOutOfOrder,
    // 5xx design and statistics
    // 6xx privacy
  ]
}

/// The rule of a code, capitals or not; nil where no rule of this catalogue has it.
package func rule(_ code: String) -> Rule? {
  Rule.all.first { $0.code == code.uppercased() }
}
