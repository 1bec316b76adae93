/// A part of a page: a heading, then what there is to say, to see and to look up.
struct PageSection {
  var heading: String
  var sentences: [String] = []
  var figures: [PageFigure] = []
  var tables: [PageTable] = []
  /// Opened by those who want them, and not printed.
  var folded: [Folded] = []

  /// A table behind its name.
  struct Folded {
    var summary: String
    var table: PageTable
  }

  var isEmpty: Bool { sentences.isEmpty && figures.isEmpty && tables.isEmpty }
}
