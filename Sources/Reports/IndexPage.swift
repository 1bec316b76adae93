/// What the page that links every report of a batch shows.
package struct IndexContent: Sendable, Hashable {
  package var title: String
  /// Reports on all schools together.
  package var shared: [Link]
  /// One for each file, in the order in which they are to stand.
  package var rows: [Row]

  /// A file, where it came to, and what can be opened.
  package struct Row: Sendable, Hashable {
    /// As given, without the folder.
    package var file: String
    /// The school's code; nil where it is not known.
    package var school: String?
    package var status: Status
    /// The headline, or why there is none.
    package var summary: String
    package var links: [Link]

    package init(
      file: String, school: String?, status: Status, summary: String, links: [Link]
    ) {
      self.file = file
      self.school = school
      self.status = status
      self.summary = summary
      self.links = links
    }
  }

  /// The words of a link, and the path it leads to, relative to the page.
  package struct Link: Sendable, Hashable {
    package var name: String
    package var target: String

    package init(name: String, target: String) {
      self.name = name
      self.target = target
    }
  }

  /// Where a file came to.
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case ready, fix, stopped, skipped

    /// As the page says it.
    package var title: String {
      switch self {
      case .ready: "Done"
      case .fix: "To put right"
      case .stopped: "Could not be read"
      case .skipped: "Left out"
      }
    }
  }

  package init(title: String, shared: [Link], rows: [Row]) {
    self.title = title
    self.shared = shared
    self.rows = rows
  }
}

/// The page that links every report of a batch.
package func indexPage(_ content: IndexContent, stamp: ReportStamp) -> String {
  let counts = IndexContent.Status.allCases.compactMap { status -> String? in
    let count = content.rows.filter { $0.status == status }.count
    return count == 0 ? nil : "\(NumberStyle.count(count)) \(status.title.midSentence)"
  }
  let page = IndexPageContent(
    version: stamp.toolVersion, date: stamp.onDate, title: content.title,
    pageBoxes: pageBoxes(
      head: content.title, headRight: stamp.date, foot: "Made by whatworked \(stamp.toolVersion)"),
    summary: "\(NumberStyle.count(content.rows.count, "file", "files")): "
      + counts.joined(separator: ", ") + ".",
    hasShared: !content.shared.isEmpty, shared: content.shared,
    rows: content.rows.map { row in
      IndexPageContent.Row(
        file: row.file, school: row.school ?? "", status: row.status.title,
        summary: row.summary, links: row.links)
    },
    closing: "Every page works without a network.")
  return PageLibrary.render(.index, with: page)
}

/// The page as its template sees it.
private struct IndexPageContent {
  var version: String
  var date: String
  var title: String
  var pageBoxes: String
  var summary: String
  var hasShared: Bool
  var shared: [IndexContent.Link]
  var rows: [Row]
  var closing: String

  struct Row {
    var file: String
    var school: String
    var status: String
    var summary: String
    var links: [IndexContent.Link]
  }
}
