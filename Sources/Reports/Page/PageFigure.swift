/// A figure of a page, with its number, its caption and the same as a table.
struct PageFigure {
  var number: Int
  var caption: String
  /// The drawing, ready to be placed in the page.
  var drawing: String
  /// A line under the drawing: how to read it.
  var remark: String?
  var data: PageTable?
}

/// Gives the figures of one page their numbers, in the order in which they are made.
struct FigureNumbers {
  private var last = 0

  /// A figure with the next number.
  ///
  /// The id is unique on the page and names the parts that are read aloud; the finding says what
  /// the figure shows, in a sentence with its numbers.
  mutating func figure(
    _ caption: String, id: String, drawing: SVG, finding: String, remark: String? = nil,
    data: PageTable? = nil
  ) -> PageFigure {
    last += 1
    return PageFigure(
      number: last, caption: caption,
      drawing: drawing.markup(id: id, title: caption, description: finding), remark: remark,
      data: data)
  }
}
