/// What a trainer defined: an intervention, whom it is for, and what its workbook asks.
package struct Programme: Hashable, Sendable {
  /// The name of its folder: `peer-tutoring-reading`.
  package var id: String
  package var version: String
  /// The title of its pages: `Peer tutoring in reading`.
  package var title: String
  /// The kind of intervention: `peer-tutoring`, `ta-small-groups`.
  package var strategy: String
  /// `primary` or `secondary`.
  package var phase: String
  package var area: Area
  /// How sentences speak of the arms.
  package var words: ProgrammeWords
  /// The designs on offer; the first is the one used when nothing is said.
  package var designs: [StudyDesign]
  /// Empty where every pupil does the same.
  package var roles: [Choice]
  package var outcomes: [Outcome]
  /// What is asked of each pupil beside code, group, role and scores.
  package var pupilFields: [Field]
  /// Why a pupil may have no score.
  package var missingReasons: [Choice]
  /// What is asked about the school and the tests.
  package var schoolQuestions: [Field]
  /// What is asked about how the programme went.
  package var implementationQuestions: [Field]
  package var dose: Dose
  /// The table that turns effects into months: `eef-2026`.
  package var monthsTable: String
  /// Words and their meanings, for the sheet that explains them.
  package var glossary: [GlossaryEntry]
  /// The texts of the pack: a title, and the file in the programme's folder.
  package var texts: [ProgrammeText]
  /// The words of the workbook in other languages: by the code of the language, then by the words
  /// in English.
  package var translations: [String: [String: String]] = [:]

  package init(
    id: String, version: String, title: String, strategy: String, phase: String, area: Area,
    words: ProgrammeWords, designs: [StudyDesign], roles: [Choice] = [], outcomes: [Outcome],
    pupilFields: [Field] = [], missingReasons: [Choice] = [], schoolQuestions: [Field] = [],
    implementationQuestions: [Field] = [], dose: Dose, monthsTable: String,
    glossary: [GlossaryEntry] = [], texts: [ProgrammeText] = []
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.strategy = strategy
    self.phase = phase
    self.area = area
    self.words = words
    self.designs = designs
    self.roles = roles
    self.outcomes = outcomes
    self.pupilFields = pupilFields
    self.missingReasons = missingReasons
    self.schoolQuestions = schoolQuestions
    self.implementationQuestions = implementationQuestions
    self.dose = dose
    self.monthsTable = monthsTable
    self.glossary = glossary
    self.texts = texts
  }
}

extension Programme {
  /// The programme with only those columns on request that are asked for.
  package func asking(_ fields: Set<String>) -> Programme {
    var programme = self
    programme.pupilFields.removeAll { $0.isOnRequest && !fields.contains($0.id) }
    return programme
  }
}

/// The words for the two arms and for what is done, as sentences need them.
package struct ProgrammeWords: Hashable, Sendable {
  /// The label of the intervention arm in the list: `Tutored`.
  package var intervention: String
  /// The label of the comparison arm in the list: `Comparison`.
  package var comparison: String
  /// Begins a sentence about the intervention arm: `Tutored pupils`.
  package var interventionPupils: String
  /// Begins a sentence about the comparison arm: `Comparison pupils`.
  package var comparisonPupils: String
  /// What is done, to begin a sentence: `Tutoring`.
  package var activity: String

  package init(
    intervention: String, comparison: String, interventionPupils: String,
    comparisonPupils: String, activity: String
  ) {
    self.intervention = intervention
    self.comparison = comparison
    self.interventionPupils = interventionPupils
    self.comparisonPupils = comparisonPupils
    self.activity = activity
  }
}

/// How much of the programme a pupil should get.
package struct Dose: Hashable, Sendable {
  package var sessionsPlanned: Int
  /// The length of one session, in minutes.
  package var minutes: Int
  package var weeks: Int
  /// The fewest sessions that count as having taken part, set before any data.
  package var complianceThreshold: Int

  package init(sessionsPlanned: Int, minutes: Int, weeks: Int, complianceThreshold: Int) {
    self.sessionsPlanned = sessionsPlanned
    self.minutes = minutes
    self.weeks = weeks
    self.complianceThreshold = complianceThreshold
  }
}

/// A word, and what it means here.
package struct GlossaryEntry: Hashable, Sendable {
  package var word: String
  package var meaning: String

  package init(word: String, meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}

/// A text that a school is handed.
package struct ProgrammeText: Hashable, Sendable {
  package var title: String
  /// The name of the file in the programme's folder: `guidance.md`.
  package var file: String
  /// Whether pupils read it, and write on it.
  package var isForPupils: Bool

  package init(title: String, file: String, isForPupils: Bool = false) {
    self.title = title
    self.file = file
    self.isForPupils = isForPupils
  }
}
