/// A test in two parallel forms: the same kinds of question, with other numbers.
package struct Assessment: Hashable, Sendable {
  package var title: String
  /// How long pupils have, in minutes.
  package var minutes: Int
  /// What the adult reads aloud before the start.
  package var instructions: String
  /// The seed from which the numbers were drawn, so that the forms can be made again.
  package var seed: UInt64
  /// What the items ask, and between which bounds their numbers are drawn.
  package var plans: [ItemPlan]
  /// The form for before and the form for after, of the same length.
  package var forms: [Form]

  /// One form of the test; each item is worth one mark.
  package struct Form: Hashable, Sendable {
    /// `A` or `B`.
    package var name: String
    package var items: [AssessmentItem]
  }

  /// The highest mark.
  package var maximum: Int { forms.first?.items.count ?? 0 }
}

/// One question of a test, with its answer.
package struct AssessmentItem: Hashable, Sendable {
  package var topic: String
  package var prompt: String
  package var answer: String
}

/// What one group of items asks, and between which bounds its numbers are drawn.
package struct ItemPlan: Hashable, Sendable {
  package var topic: String
  var kind: ItemKind
  /// How many items of it are in each form.
  var count: Int
  var first: ClosedRange<Int>
  /// Of one number only where the kind has no use for it.
  var second: ClosedRange<Int>
  /// Whether the plan gives bounds for a second number.
  var hasSecond: Bool { second != 0...0 }
  /// Whether a sum or a difference goes over a ten; nil where it does not matter.
  var crossesTen: Bool?
  /// A story with `{a}` and `{b}` in it, in place of the bare sum.
  var story: String?
}
