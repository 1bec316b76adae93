/// Draws both forms of a test, item by item in turn, so that they are equally hard.
///
/// No question comes twice, in one form or in both. Nil where the bounds leave too few different
/// questions.
func drawForms(_ plans: [ItemPlan], seed: UInt64) -> [Assessment.Form]? {
  var generator = SeededGenerator(seed: seed)
  var used: Set<String> = []
  var forms: [[AssessmentItem]] = [[], []]
  for plan in plans {
    for _ in 0..<plan.count {
      for form in forms.indices {
        guard let item = drawItem(plan, &generator, unlike: used) else { return nil }
        used.insert(item.prompt)
        forms[form].append(item)
      }
    }
  }
  return zip(["A", "B"], forms).map { Assessment.Form(name: $0, items: $1) }
}

private func drawItem(
  _ plan: ItemPlan, _ generator: inout SeededGenerator, unlike used: Set<String>
) -> AssessmentItem? {
  for _ in 0..<500 {
    let a = plan.first.lowerBound + generator.next(below: plan.first.count)
    let b = plan.second.lowerBound + generator.next(below: plan.second.count)
    guard let (sum, answer) = plan.kind.item(a, b, crossesTen: plan.crossesTen) else { continue }
    let product = plan.kind == .divide ? a * b : a
    let prompt =
      plan.story?.replacing("{a}", with: String(product)).replacing("{b}", with: String(b)) ?? sum
    if !used.contains(prompt) {
      return AssessmentItem(topic: plan.topic, prompt: prompt, answer: answer)
    }
  }
  return nil
}
