/// The name of each text in a data workbook; `{1}` and `{2}` stand for what is filled in.
package enum WorkbookText: String, Hashable, Sendable, CaseIterable {
  // Sheets.
  case startSheet, aboutSheet, pupilsSheet, implementationSheet, checkSheet, wordsSheet
  // Start.
  case startTitle, startIdentity, startReturnBy, startContact, startQuestion, startStatusReady
  case startStatusOne, startStatusMany, startSteps, startStepAbout, startStepPupils
  case startStepCheck, startStepReturn, startPrivacy, startLink, startOffice
  // Days: `{1}` the day, `{2}` the month, `{3}` the year.
  case day, month1, month2, month3, month4, month5, month6, month7, month8, month9, month10
  case month11, month12
  // Sheets of questions.
  case aboutTitle, implementationTitle, questionsIntro, questionsUnknown
  case question, answer, check, help
  case pleaseAnswer, chooseFromList, typeNumber, typeWholeNumber, mustBeBetween, typeDate
  case mustBeAfterFirstTest, atMostCharacters, cellShowsError, optional, allRight, fix, note
  case answerInputTitle
  // Pupils.
  case pupilsTitle, pupilsIntro, pupilsScores, pupilsScoresOfSeveral, pupilCode, group, groupHelp
  case groupHelpSingle, role, roleHelp, pair, pairHelp, scoreBefore, scoreAfter, scoreBeforeOf
  case scoreAfterOf, scoreHelp, missingReason, missingReasonHelp, explanation, explanationHelp
  case fieldMissing, fieldNotInList, fieldNotNumber, fieldNotWhole, fieldOutside, fieldNotDate
  case fieldTooLong, scoresOrReason, rowShowsError, wrongEntryTitle
  // Check.
  case checkTitle, checkIntro, checkMeaning, checkWhat, checkResult, checkCount
  case checkQuestions, checkPupilRows, checkEmptyGroups, checkGroup, checkAllScores
  case checkNoSecondScore, checkNoTeachingGroup, checkSmallGroups, checkTotal, forYouToCheck
  // Marks on each item.
  case itemsBeforeSheet, itemsAfterSheet, itemsBeforeSheetOf, itemsAfterSheetOf
  case itemHeading, itemsBeforeTitle, itemsAfterTitle, itemsIntro, itemsHelp, itemsNotMarks,
    itemsInputTitle
  case checkItemRows
  // Words we use.
  case wordsTitle, wordsIntro, word, meaning
  // The pupil key.
  case keySheet, keyTitle, keyIdentity, keyWarning, keyFirstName, keyLastName, keyClass
  case keyCodeTwice, keyCodeMissing, keyNameTwice
  // The email with which a school gets the workbook.
  case mailSubject, mailHello, mailIntro, mailKey, mailStart, mailReturn, mailPages
}

extension WorkbookText {
  /// What begins with ``fix``, which is how the workbook counts what is left to put right.
  static let faultTexts: [Self] = [
    .pleaseAnswer, .chooseFromList, .typeNumber, .typeWholeNumber, .mustBeBetween, .typeDate,
    .mustBeAfterFirstTest, .atMostCharacters, .cellShowsError, .fieldMissing, .fieldNotInList,
    .fieldNotNumber, .fieldNotWhole, .fieldOutside, .fieldNotDate, .fieldTooLong, .scoresOrReason,
    .rowShowsError, .keyCodeTwice, .keyCodeMissing, .itemsNotMarks,
  ]
}
