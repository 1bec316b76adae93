import Cells
import Statistics

/// Pupils of schools that are tiny, constant, unbalanced or full of gaps, one school after another.
struct AwkwardPupils {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func chosen<Element>(_ choices: [Element]) -> Element {
    choices[generator.next(below: choices.count)]
  }

  private mutating func happens(oneIn count: Int) -> Bool { generator.next(below: count) == 0 }

  mutating func next() -> [[String: CellValue]] {
    let count = generator.next(below: 14)
    let marks: [Double] = chosen([
      [10], [0], [40], [0, 40], [10, 10, 10, 11], [1, 2, 3, 4, 5, 6], [12.5, 13, 20, 31, 40, 40],
    ])
    let hasClasses = happens(oneIn: 2)
    let hasRoles = happens(oneIn: 4)
    return (0..<count).map { index in
      var pupil: [String: CellValue] = ["pupil": .text("P\(100 + index)")]
      pupil["group"] = .text(chosen(["Tutored", "Comparison"]))
      if !happens(oneIn: 6) { pupil["before"] = .number(chosen(marks)) }
      if !happens(oneIn: 6) { pupil["after"] = .number(chosen(marks)) }
      if hasClasses { pupil["class"] = .text("C\(generator.next(below: 4))") }
      if hasClasses { pupil["teaching-group"] = .text("G\(generator.next(below: 9))") }
      if hasRoles { pupil["role"] = .text(chosen(["Tutor", "Tutee"])) }
      pupil["pair"] = .text("M\(index / 2)")
      pupil["sex"] = .text(chosen(["F", "M"]))
      pupil["sessions"] = .number(Double(generator.next(below: 21)))
      return pupil
    }
  }
}
