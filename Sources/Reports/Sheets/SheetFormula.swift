/// A formula of a sheet that is made from results, and what it comes to.
///
/// Plain functions of 2007 and references to cells only, so that every program understands it.
package struct SheetFormula: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case text(String)
    /// A cell of the same sheet: its row by the key of the row, its column from 1.
    case cell(row: String, column: Int)
  }

  package enum Result: Sendable, Hashable {
    case number(Double)
    case text(String)
  }

  /// Without the `=` in front.
  package var parts: [Part]
  /// What a program that does not calculate shows.
  package var result: Result

  package init(_ parts: [Part], result: Result) {
    self.parts = parts
    self.result = result
  }
}

extension SheetFormula.Part: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension SheetFormula {
  /// The formula as a spreadsheet writes it.
  ///
  /// Nil where a key names no row.
  package func written(rows: [String: Int], reference: (_ row: Int, _ column: Int) -> String)
    -> String?
  {
    var text = "="
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .cell(let key, let column):
        guard let row = rows[key] else { return nil }
        text += reference(row, column)
      }
    }
    return text
  }
}
