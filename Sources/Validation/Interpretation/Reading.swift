import Cells
import StudyModel

/// What one cell was taken for, and how far that is from what was typed.
struct Reading {
  /// Nil where the cell says nothing.
  var value: EntryValue?
  /// What to tell the school, where the value is not the one that was typed.
  var repair: (after: RepairedValue, rule: String)?

  static let nothing = Reading(value: nil)

  static func asTyped(_ value: EntryValue) -> Reading { Reading(value: value) }

  static func unreadable(_ difficulty: Difficulty) -> Reading {
    Reading(value: .unreadable(difficulty))
  }

  static func repaired(_ value: EntryValue?, as after: RepairedValue, _ rule: String) -> Reading {
    Reading(value: value, repair: (after, rule))
  }

  static func repaired(_ number: Double, _ rule: String) -> Reading {
    repaired(.number(number), as: .number(number), rule)
  }

  static func repaired(_ date: ExcelDate, _ rule: String) -> Reading {
    repaired(.date(date), as: .date(date), rule)
  }
}
