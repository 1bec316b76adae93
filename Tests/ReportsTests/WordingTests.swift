import Analysis
import Statistics
import StudyModel
import Testing

@testable import Reports

@Suite struct WordingTests {
  /// Every verdict at every certainty, with and without roles.
  static let cases: [OutcomeAnalysis] = Verdict.allCases.flatMap { verdict in
    Certainty.allCases.flatMap { certainty in
      [nil, Role.tutee].map { Fixtures.outcome(verdict, role: $0, certainty: certainty) }
    }
  }

  /// Everything said in sentences outside the section on numbers.
  static func sentences(_ outcome: OutcomeAnalysis) -> [String] {
    let words = ResultWords(of: outcome, words: Fixtures.words)
    let subjects = SentenceSubjects(of: outcome, words: Fixtures.words)
    return [words.headline] + [words.months, words.marks, words.reason].compactMap(\.self)
      + words.canSay + words.cannotSay + [whyItCannotBeSaid(outcome)]
      + [Frequency(of: outcome)?.sentence(subjects: subjects)].compactMap(\.self)
      + nextSteps(for: Fixtures.study([outcome])) + [outcome.certainty.level.meaning]
  }

  private static let banned = [
    "significant", "p-value", "null", "hedges", "sd", "standard deviation", "only", "just",
    "promising", "failed", "trend", "confidence interval",
  ]

  @Test(arguments: cases.indices) func noBannedWordAndNoMinusSign(index: Int) {
    for sentence in Self.sentences(Self.cases[index]) {
      let words = sentence.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      let text = " " + words.joined(separator: " ") + " "
      for word in Self.banned { #expect(!text.contains(" \(word) "), "\(word): \(sentence)") }
      #expect(!sentence.contains(NumberStyle.minus), "\(sentence)")
      #expect(!sentence.contains("  ") && !sentence.contains(".."), "\(sentence)")
    }
  }

  @Test func everyCaseReadsAsReviewed() throws {
    var gallery = ""
    for outcome in Self.cases {
      let role = outcome.role.map { ", \($0.rawValue)" } ?? ""
      gallery += "## \(outcome.verdict.rawValue), \(outcome.certainty.level.rawValue)\(role)\n"
      for sentence in Self.sentences(outcome) { gallery += "- \(sentence)\n" }
    }
    try expectSnapshot(gallery, named: "wording.md")
  }

  /// Flipping the sign of a result swaps the words of direction, and nothing else.
  @Test(
    arguments: [
      (Verdict.clearPlus, Verdict.clearMinus), (.plusSizeUnsure, .minusSizeUnsure),
      (.leansPlus, .leansMinus),
    ], Certainty.allCases)
  func flippedSignMirrorsTheText(pair: (Verdict, Verdict), certainty: Certainty) {
    let plus = ResultWords(
      of: Fixtures.outcome(pair.0, certainty: certainty), words: Fixtures.words)
    let minus = ResultWords(
      of: Fixtures.outcome(pair.1, certainty: certainty), words: Fixtures.words)
    let comfort = " This does not mean they went backwards."
    #expect(mirror(plus.headline) == minus.headline.replacing(comfort, with: ""))
    #expect(plus.months.map(mirror) == minus.months)
    #expect(plus.marks.map(mirror) == minus.marks)
    #expect(plus.canSay.map(mirror) == minus.canSay)
    #expect(minus.headline.contains(comfort) == (pair.0 != .leansPlus))
  }

  private func mirror(_ text: String) -> String {
    let swaps = [
      "more": "less", "less": "more", "raised": "lowered", "lowered": "raised",
    ]
    let swapped = text.replacing(/less well|better|more|less|raised|lowered/) { match in
      match.output == "better"
        ? "less well" : match.output == "less well" ? "better" : swaps[String(match.output)] ?? ""
    }
    return swapped
  }

  /// How firmly a headline speaks of a reason: the wider the interval, the less firmly.
  @Test(arguments: Certainty.allCases) func widerIntervalIsNeverSurer(certainty: Certainty) {
    let subjects = SentenceSubjects(words: Fixtures.words, role: nil)
    for g in stride(from: -0.8, through: 0.8, by: 0.1) {
      let firmnesses = stride(from: 0.02, through: 1.2, by: 0.02).map { half -> Int in
        let found = verdict(
          estimate: g, interval: Interval(low: g - half, high: g + half), band: 0.05,
          smallestArm: 30)
        return firmness(
          of: headline(
            claim: Claim(found), certainty: certainty, estimate: g, subjects: subjects))
      }
      #expect(firmnesses == firmnesses.sorted(by: >), "g \(g): \(firmnesses)")
    }
  }

  private func firmness(of headline: String) -> Int {
    if headline.contains("cannot estimate") { return 0 }
    if headline.contains("cannot tell") || headline.contains("too small to tell") { return 1 }
    return headline.contains("may be very small") ? 2 : 3
  }

  /// A surer verb for each step up the ladder; the words differ at every step.
  @Test func eachRungHasItsOwnVerb() {
    let sentences = Certainty.allCases.map {
      $0.verbSentence(activity: "Tutoring", direction: .more)
    }
    #expect(
      sentences == [
        "We are very unsure whether tutoring raised their progress.",
        "Tutoring may have raised their progress.",
        "Tutoring probably raised their progress.", "Tutoring raised their progress.",
      ])
  }

  @Test func withoutComparisonNothingIsCalledAnEffect() {
    let outcome = Fixtures.outcomeWithGain(3.2)
    for sentence in Self.sentences(outcome) { #expect(!sentence.contains("effect")) }
    #expect(
      headline(for: outcome, words: Fixtures.words)
        == "The marks of tutored pupils went up by 3.2 marks on average. Without a comparison "
        + "group we cannot tell if tutoring was the reason.")
  }

  @Test func tooLittleDataPrintsNoFigure() {
    let words = ResultWords(of: Fixtures.outcome(.tooLittleData), words: Fixtures.words)
    #expect(words.months == nil)
    #expect(words.marks == nil)
    #expect(words.reason != nil)
  }

  /// The reason under the box speaks of the months that stand in the sentence.
  @Test func theRangeIsTheSameInBothSentences() throws {
    let outcome = Fixtures.outcome(.leansPlus, g: 0.4, half: 0.42)
    let months = try #require(ResultWords(of: outcome, words: Fixtures.words).months)
    #expect(months.contains("anywhere from no difference to"), "\(months)")
    #expect(
      whyItCannotBeSaid(outcome) == "The range goes from no difference to more progress.")
    #expect(
      whyItCannotBeSaid(Fixtures.outcome(.leansMinus, g: -0.4, half: 0.42))
        == "The range goes from no difference to less progress.")
  }

  @Test func onePupilIsOne() {
    #expect("tutored pupils".counted(1) == "1 tutored pupil")
    #expect("pupils in the programme".counted(1) == "1 pupil in the programme")
    #expect("tutees".counted(1) == "1 tutee")
    #expect("tutees".counted(2) == "2 tutees")
  }
}
