import Analysis
import Cells
import StudyModel

/// The cells that the marks of some pupils are in, as the arguments of a formula.
///
/// Exactly these rows and no others. A mark that was read differently from how it was typed keeps
/// its reading until the school types another.
struct MarkCells {
  /// One argument, and the marks that it stands for.
  struct Argument {
    /// `Pupils!F5:F9`, or for a repaired mark `IF(ISNUMBER(Pupils!F12),Pupils!F12,17)`.
    let text: String
    let marks: [Double]
  }

  /// As many as one formula can take together: 255 in number, 8,192 characters in all.
  let portions: [[Argument]]

  /// Nil where the place of a mark is not known.
  init?(_ marks: [(row: Int?, mark: Double)], of field: String, in pupils: [Int: PupilRow]) {
    var run = Run()
    for (row, mark) in marks.sorted(by: { ($0.row ?? 0) < ($1.row ?? 0) }) {
      guard let pupil = row.flatMap({ pupils[$0] }), let entry = pupil.entries[field] else {
        return nil
      }
      run.add(entry, mark)
    }
    run.end()
    portions = Self.portions(of: run.arguments)
  }

  private static func portions(of arguments: [Argument]) -> [[Argument]] {
    var portions: [[Argument]] = []
    var length = 0
    for argument in arguments {
      if portions.isEmpty || portions[portions.count - 1].count == 200
        || length + argument.text.count > 7000
      {
        portions.append([])
        length = 0
      }
      portions[portions.count - 1].append(argument)
      length += argument.text.count + 1
    }
    return portions
  }

  /// Gathers cells; those one below the other become one range.
  private struct Run {
    private(set) var arguments: [Argument] = []
    private var cells: [CellAddress] = []
    private var marks: [Double] = []

    mutating func add(_ entry: Entry, _ mark: Double) {
      let cell = entry.address
      if let text = Self.repaired(entry, mark) {
        end()
        arguments.append(Argument(text: text, marks: [mark]))
        return
      }
      if let last = cells.last, !last.isAbove(cell) { end() }
      cells.append(cell)
      marks.append(mark)
    }

    mutating func end() {
      guard let first = cells.first, let last = cells.last else { return }
      let text = first == last ? "\(first)" : "\(first):\(last.reference)"
      arguments.append(Argument(text: text, marks: marks))
      cells = []
      marks = []
    }

    /// How a mark must be written where its cell alone would not do.
    private static func repaired(_ entry: Entry, _ mark: Double) -> String? {
      let cell = "\(entry.address)"
      switch entry.cell.value {
      case .number(mark): return nil
      case .number(let typed):
        return "IF(\(cell)=\(inFormula(typed)),\(inFormula(mark)),\(cell))"
      default: return "IF(ISNUMBER(\(cell)),\(cell),\(inFormula(mark)))"
      }
    }
  }
}

/// A number as formulas have it: with a point, whatever the language of the program.
private func inFormula(_ number: Double) -> String {
  Int(exactly: number).map { String($0) } ?? String(number)
}

extension CellAddress {
  fileprivate func isAbove(_ other: CellAddress) -> Bool {
    sheet == other.sheet && reference.column == other.reference.column
      && reference.row + 1 == other.reference.row
  }
}
