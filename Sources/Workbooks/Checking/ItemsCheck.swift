import Cells

/// What the column Check says of a row of marks on items.
struct ItemsCheck {
  let layout: ItemsLayout
  let texts: WorkbookTexts

  /// Nothing for an empty row; right where every entry is the number 0 or 1.
  func formula(row: Int) -> String {
    let range = layout.marks(row: row)
    let cells = "\(range.first):\(range.last)"
    let isWrong =
      "OR(COUNT(\(cells))<COUNTA(\(cells)),"
      + "COUNTIF(\(cells),0)+COUNTIF(\(cells),1)<COUNT(\(cells)))"
    return "=IF(COUNTA(\(cells))=0,\"\","
      + "IF(\(isWrong),\(quoted(texts[.itemsNotMarks])),\(quoted(texts[.allRight]))))"
  }

  /// What the formula comes to.
  func result(_ marks: [Double?]) -> String {
    let given = marks.compactMap { $0 }
    if given.isEmpty { return "" }
    return texts[given.allSatisfy { $0 == 0 || $0 == 1 } ? .allRight : .itemsNotMarks]
  }
}
