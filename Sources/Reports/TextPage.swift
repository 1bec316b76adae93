package import StudyModel

/// A text of a programme as a page that prints: its guidance, a session plan, an assessment.
///
/// The body is HTML; a heading of the first level at its beginning becomes the page's own.
package func textPage(
  body: String, title: String, programme: Programme, isForPupils: Bool = false,
  toolVersion: String
) -> String {
  let (heading, rest) = splitHeading(accessible(body))
  return PageLibrary.render(
    .text,
    with: TextPageContent(
      version: toolVersion, title: "\(title), \(programme.title)", programme: programme.title,
      programmeVersion: programme.version, kind: isForPupils ? "pupils" : "staff",
      heading: heading ?? title, body: rest,
      pageBoxes: pageBoxes(
        head: programme.title, headRight: title, foot: "Made by whatworked \(toolVersion)")))
}

/// The page as its template sees it.
private struct TextPageContent {
  var version: String
  var title: String
  var programme: String
  var programmeVersion: String
  /// `pupils` or `staff`: pupils get larger letters, and room to write.
  var kind: String
  var heading: String
  var body: String
  var pageBoxes: String
}

/// Wide tables scroll by themselves, and a corner of a table without words is no heading.
private func accessible(_ body: String) -> String {
  body.replacing("<th></th>", with: "<td></td>")
    .replacing(
      "<table>",
      with: "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>"
    )
    .replacing("</table>", with: "</table></div>")
}

/// The text of the first heading, where the body begins with one of plain text, and what follows.
private func splitHeading(_ body: String) -> (heading: String?, rest: String) {
  let start = "<h1>"
  let end = "</h1>"
  guard body.hasPrefix(start), let close = body.firstRange(of: end) else { return (nil, body) }
  let heading = String(body[body.index(body.startIndex, offsetBy: start.count)..<close.lowerBound])
  guard !heading.contains("<"), !heading.contains("&") else { return (nil, body) }
  return (heading, String(body[close.upperBound...]))
}
