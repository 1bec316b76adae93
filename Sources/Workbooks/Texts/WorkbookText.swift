/// The name of each text in a data workbook; `{1}` and `{2}` stand for what is filled in.
package enum WorkbookText: String, Hashable, Sendable, CaseIterable {
  // Sheets.
  case startSheet, aboutSheet, pupilsSheet, implementationSheet, checkSheet, wordsSheet
  // Start.
  case startTitle, startIdentity, startReturnBy, startContact, startQuestion, startStatusReady
  case startStatusOne, startStatusMany, startSteps, startStepAbout, startStepPupils
  case startStepCheck, startStepReturn, startPrivacy, startLink, startOffice
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
  // Words we use.
  case wordsTitle, wordsIntro, word, meaning
  // The pupil key.
  case keySheet, keyTitle, keyIdentity, keyWarning, keyFirstName, keyLastName, keyClass
  case keyCodeTwice, keyCodeMissing, keyNameTwice
}
