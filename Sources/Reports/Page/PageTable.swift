/// A table of a page: a caption, columns with names, rows with a head.
struct PageTable {
  var tableCaption: String
  var columns: [Column]
  var rows: [Row]

  /// A column: its name, and whether it holds numbers, which line up on the right.
  struct Column {
    var name: String
    var isNumber: Bool
  }

  /// A row: what it is about, and its other cells.
  struct Row {
    var rowHead: String
    var cells: [Cell]
    var isStrong: Bool
  }

  /// One cell.
  struct Cell {
    var text: String
    var isNumber: Bool
  }

  init(_ caption: String, columns: [Column], rows: [[String]], strong: Set<Int> = []) {
    tableCaption = caption
    self.columns = columns
    self.rows = rows.enumerated().map { index, texts in
      let cells = zip(texts, columns).dropFirst().map {
        Cell(text: $0.0, isNumber: $0.1.isNumber)
      }
      return Row(
        rowHead: texts.first ?? "", cells: Array(cells), isStrong: strong.contains(index))
    }
  }
}

extension PageTable.Column {
  static func text(_ name: String) -> Self { Self(name: name, isNumber: false) }
  static func number(_ name: String) -> Self { Self(name: name, isNumber: true) }
}
