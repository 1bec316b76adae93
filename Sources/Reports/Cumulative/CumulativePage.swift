/// What the page of a cumulative report holds, in the order in which it prints.
struct CumulativePage {
  var version: String
  var pageTitle: String
  var pageBoxes: String
  var title: String
  var facts: String
  /// Nil where there is but one programme.
  var overview: Overview?
  var parts: [CumulativePart]
  var methods: [String]
  var date: String
  var contact: String?
  var hash: String?

  /// Several programmes side by side.
  struct Overview {
    var lines: [String]
    var table: PageTable
  }
}

/// One programme, or one outcome of it, on the page.
struct CumulativePart {
  var anchor: String
  var label: String?
  /// The level of the headings inside: 2, or 3 under a label.
  var level: Int
  var headline: String
  var sentences: [String]
  var effect: PageFigure?
  var hasFlow: Bool
  /// Nil where nothing is known but what was pooled.
  var flow: PageFigure?
  var returns: [String]
  var returnTables: [PageTable]
  var missing: [PageTable]
  var forest: ForestTable?
  var hasDifferences: Bool
  var differences: [String]
  /// Everything that follows, in the order in which it prints.
  var sections: [PageSection]
  var numbers: PageTable?
  var hasCautions: Bool
  var cautions: [String]
}

/// The forest: a table that is its own figure.
struct ForestTable {
  var forestCaption: String
  /// Whether it begins a page; a short one may share one.
  var isLong: Bool
  /// Why studies do not have a row each; nil where they have.
  var note: String?
  var keys: [Key]
  var hasDates: Bool
  var hasPupils: Bool
  var axis: String
  var rows: [Row]

  /// What a mark means.
  struct Key {
    var mark: String
    var meaning: String
  }

  /// A study, or one of the rows under them.
  struct Row {
    var rowHead: String
    var date: String
    var pupils: String
    var plot: String
    var effect: String
    var range: String
    var weight: String
    var isStrong: Bool
  }
}
