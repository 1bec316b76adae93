/// What the page of a school report holds, in the order in which it prints.
struct SchoolPage {
  var version: String
  var pageTitle: String
  var pageBoxes: String
  var school: String
  var title: String
  var facts: [String]
  var results: [SchoolResult]
  /// Whether the flows of several results stand together, after them.
  var hasSeveralResults: Bool
  /// What qualifies the results; empty where there is nothing to add.
  var closer: [CloserLook]
  var hasCloser: Bool
  var among: AmongSection?
  var steps: [String]
  var tables: [PageTable]
  var noteSentences: [String]
  var hasNotes: Bool
  var notes: [String]
  var repairTable: PageTable?
  var method: String
  var date: String
  var workbook: String
  var study: String
  var contact: String?
  var hash: String
}

/// One outcome of one role on the page.
struct SchoolResult {
  /// Unique on the page: `reading-tutee`.
  var anchor: String
  /// What it is about; nil where there is but one result.
  var label: String?
  /// The level of the headings inside: 2, or 3 under a label.
  var level: Int
  var headline: String
  var sentences: [String]
  var who: String
  var effect: PageFigure?
  var canSay: [String]
  var cannotSay: [String]
  var whyNot: String
  var rungs: [Rung]
  var sureness: String
  var reasons: [ReasonLine]
  var figures: [PageFigure]
  var people: People?
  var flow: PageFigure?
  var lost: String?

  /// A step of the ladder of certainty.
  struct Rung {
    var title: String
    var isHere: Bool
  }

  /// Something that was looked at, with its drawn tick or arrow.
  struct ReasonLine {
    var mark: String
    var text: String
  }

  /// The row of people with its sentence.
  struct People {
    var sentence: String
    var drawing: String
  }
}

/// The school's place among all schools of its programme.
struct AmongSection {
  var sentences: [String]
  var strip: PageFigure
}
