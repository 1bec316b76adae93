/// How often schools with a small, a middling and a large effect gave each answer to one question.
///
/// It describes; schools that did well differ in more than one answer.
package struct PracticeByEffect: Sendable, Hashable {
  /// The id of the question: `leader-support`.
  package var question: String
  package var answers: [Answer]

  package struct Answer: Sendable, Hashable {
    package var code: String
    /// Schools in the lowest, the middle and the highest third of effects.
    package var lowest: Int
    package var middle: Int
    package var highest: Int
  }
}

/// Questions with two to six different answers, each given by nine studies or more together.
///
/// Effects are those drawn towards the average, so that small schools do not make up both ends.
func practicesByEffect(_ studies: [StudyContribution]) -> [PracticeByEffect] {
  let ranked = studies.enumerated().sorted { one, other in
    let first = one.element.shrunken ?? one.element.study.estimate
    let second = other.element.shrunken ?? other.element.study.estimate
    return first == second ? one.offset < other.offset : first < second
  }.map(\.element.study)
  guard ranked.count >= 9 else { return [] }
  var counts: [String: [String: [Int]]] = [:]
  for (place, study) in ranked.enumerated() {
    let third = min(2, place * 3 / ranked.count)
    for (question, answer) in study.moderators {
      counts[question, default: [:]][answer, default: [0, 0, 0]][third] += 1
    }
  }
  return counts.sorted { $0.key < $1.key }.compactMap { question, answers in
    let total = answers.values.reduce(0) { $0 + $1.reduce(0, +) }
    // Numbers of weeks or hours are no closed answers.
    guard (2...6).contains(answers.count), total >= 9,
      !answers.keys.contains(where: { Double($0) != nil })
    else { return nil }
    return PracticeByEffect(
      question: question,
      answers: answers.sorted { $0.key < $1.key }.map { code, thirds in
        PracticeByEffect.Answer(
          code: code, lowest: thirds[0], middle: thirds[1], highest: thirds[2])
      })
  }
}
