extension Rule {
  /// Every rule, in the order of the codes.
  package static let all: [Rule] = [
    // 2xx structure
    sheetMissing, sheetRenamed, columnMissing, otherColumnMissing, columnRenamed, questionMissing,
    stampMissing, formulaInInput, programmeVersion, answerOnDeliveryMissing,
    requiredAnswerMissing, noPupils,
    // 3xx values
    notANumber, scoreOutsideBounds, numberOutsideBounds, notWhole, notInList, textTooLong,
    notADate, impossibleDate, ambiguousDate, ambiguousSeparator, dateInstead, errorValue,
    percentage, fractionOfAnotherTotal, truthValue, severalNumbers,
    // 4xx agreement between cells
    duplicatePupil, pupilCodeMissing, groupMissing, scoreMissingWithoutReason,
    reasonGivenThoughScored, datesOutOfOrder, moreSessionsThanPlanned, zeroTwice, sameColumnTwice,
    shiftedByOneRow, lowerAfter, taughtComparisonPupil, roleMissing, sessionsOfComparisonPupil,
    teachingGroupMissing, pairNotOfTwo, classMissing, classInBothGroups, dateOutsideRound,
    neededEntryMissing, someComparisonRoles,
    // 5xx design and statistics
    fewPupils, emptyArm, manyScoresMissing, manyAtMaximum, unlikeGroups, oddCorrelation, noSpread,
    comparisonPupilsUnexpected, manyAtMinimum, notByChance, spreadChanged, scoreFarFromOthers,
    allocationChanged, drawRecordChanged,
    // 6xx privacy
    pupilName, dateOfBirth, emailAddress, phoneNumber, uniquePupilNumber, uniqueLearnerNumber,
    aadhaarNumber,
  ]
}

/// The rule of a code, capitals or not; nil where no rule of this catalogue has it.
package func rule(_ code: String) -> Rule? {
  Rule.all.first { $0.code == code.uppercased() }
}
