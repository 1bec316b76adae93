/// The running heads and feet of printed pages, as style rules.
///
/// They hold their text themselves: browsers do not yet carry text from the page into its margin.
func pageBoxes(head: String, headRight: String, foot: String) -> String {
  let look = "font:8.5pt Arial,\"Liberation Sans\",sans-serif;color:\(Palette.muted)"
  func box(_ place: String, _ content: String) -> String {
    "@\(place){content:\(content);\(look)}"
  }
  return """
    @page{size:A4;margin:17mm 16mm 16mm;
    \(box("top-left", quoted(head)))
    \(box("top-right", quoted(headRight)))
    \(box("bottom-left", quoted(foot)))
    \(box("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)"))}
    @page :first{@top-left{content:\"\"}@top-right{content:\"\"}}
    """
}

/// A text as a string of a style sheet; nothing in it can end the string or the sheet.
private func quoted(_ text: String) -> String {
  let safe = text.unicodeScalars.map { scalar in
    let isPlain =
      scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar)
      || ",.:;()-".unicodeScalars.contains(scalar)
    return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
  }
  return "\"" + safe.joined() + "\""
}
