import Analysis
import Statistics
import StudyModel

/// The sentences of the closer look at one result.
struct CloserWords {
  let outcome: OutcomeAnalysis
  let words: ProgrammeWords
  let design: StudyDesign
  let country: String?
  let months: MonthsTable

  private var details: OutcomeDetails { outcome.details }
  private var subjects: SentenceSubjects { SentenceSubjects(of: outcome, words: words) }

  /// How the pupils came to be in their groups, as far as the estimate takes account of it.
  var allocation: [String] {
    var sentences: [String] = []
    if let classes = details.classes {
      let treated = NumberStyle.count(classes.classes[.intervention] ?? 0, "class", "classes")
      sentences.append(
        "Whole classes were put into the groups: \(treated) of \(subjects.pupils.midSentence) and "
          + "\(classes.classes[.comparison] ?? 0) of \(subjects.comparison.midSentence)."
          + (outcome.shownEffect == nil
            ? ""
            : " Pupils of a class have much in common, so the range is wider than for as many pupils "
              + "chosen one by one."))
    }
    if details.strata > 0 {
      sentences.append(
        design == .pairs
          ? "Pupils are compared within their \(details.strata) matched pairs."
          : "Pupils are compared within the \(details.strata) blocks in which chance decided.")
    }
    if let groups = details.teachingGroups, outcome.shownEffect != nil {
      let taught =
        groups.groups > 0
        ? "in \(NumberStyle.count(groups.groups, "group", "groups"))" : "in groups"
      sentences.append(
        "\(subjects.pupils) were taught \(taught). What happens in a group happens to all of it, "
          + "and the range allows for that.")
    }
    if details.isWaitlist {
      sentences.append(
        "\(subjects.comparison) have the programme next. Only the time before that is compared.")
    }
    return sentences
  }

  /// Whether other ways to look at the same marks give another answer.
  var otherWays: [String] {
    guard outcome.shownEffect != nil else { return [] }
    // Three names for one thing: the marks after, whatever the marks before.
    let withoutStart: Set = ["post-test only", "welch", "glass"]
    if !details.disagreeing.isEmpty, withoutStart.isSuperset(of: details.disagreeing) {
      return [
        "From the marks after alone the figure would be clearly different. The groups did not start "
          + "alike, and this result allows for that."
      ]
    }
    let names = details.disagreeing.map(RobustnessName.short)
    guard let last = names.last else {
      return ["Other ways to look at the same marks give much the same answer."]
    }
    let list =
      names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    return [
      "Some other ways to look at the same marks give a clearly different figure: \(list). The "
        + "table at the end shows them. Read this result with care."
    ]
  }

  var dose: [String] {
    guard let dose = details.dose, let all = dose.pupils[.intervention], all > 0 else { return [] }
    var sentences: [String] = []
    if let mean = dose.meanSessions {
      let planned = dose.planned > 0 ? " of \(dose.planned) planned" : ""
      sentences.append(
        "\(subjects.pupils) had \(NumberStyle.decimal(mean, digits: 0))\(planned) sessions on "
          + "average; \(dose.tookPart[.intervention] ?? 0) of \(all) had at least "
          + "\(dose.threshold).")
    }
    if case .estimated(let compliers) = dose.result, outcome.shownEffect != nil,
      compliers.firstStage < 0.95
    {
      let range = compliers.effect.interval
      let words = MonthsWords(
        months: months.months(for: compliers.effect.g, low: range.low, high: range.high),
        estimate: compliers.effect.g, interval: range)
      sentences.append(
        "For pupils who had so many because they were chosen, the best estimate is "
          + "\(words.estimate); plausibly \(words.range).")
    }
    return [sentences.joined(separator: " ")].filter { !$0.isEmpty }
  }

  var missing: [String] {
    guard let missing = details.missing, missing.share > 0 else { return [] }
    func lost(_ arm: Arm, _ pupils: String) -> String {
      "\(missing.missing[arm] ?? 0) of \(missing.started[arm] ?? 0) \(pupils.midSentence)"
    }
    let treated = lost(.intervention, subjects.pupils)
    var sentences = [
      missing.started[.comparison] ?? 0 > 0
        ? "\(treated) and \(lost(.comparison, subjects.comparison)) have no pair of marks."
        : "\(treated) have no pair of marks."
    ]
    guard case .estimated(let imputed, let g, _, let interval)? = missing.sensitivity,
      outcome.shownEffect != nil
    else { return sentences }
    let words = MonthsWords(
      months: months.months(for: g, low: interval.low, high: interval.high), estimate: g,
      interval: interval)
    sentences.append(
      "Had they done as well as similar pupils, the best estimate would be \(words.estimate); "
        + "plausibly \(words.range).")
    if let tipping = imputed.tippingPoint, imputed.difference.estimate != 0 {
      sentences.append(tippingSentence(tipping))
    }
    return [sentences.joined(separator: " ")]
  }

  private func tippingSentence(_ tipping: ImputedEstimate.TippingPoint) -> String {
    let who = tipping.movesIntervention ? subjects.pupils : subjects.comparison
    let marks = NumberStyle.shortest((abs(tipping.shift) * 10).rounded() / 10)
    let maximum = outcome.outcome.maximum - outcome.outcome.minimum
    guard abs(tipping.shift) < maximum else {
      return "No marks that the test can give to \(who.midSentence) without one would undo the "
        + "difference."
    }
    return "The difference would vanish if \(who.midSentence) without a mark had scored about "
      + "\(marks) marks \(tipping.shift < 0 ? "lower" : "higher") than similar pupils."
  }

  /// Kinds of pupil: where the difference was not the same, where it was, where none can tell.
  var kinds: [String] {
    let all = details.subgroups
    func labels(_ chosen: (SubgroupFindings) -> Bool) -> String? {
      let labels = all.filter(chosen).map(\.label.midSentence)
      return labels.isEmpty ? nil : labels.joined(separator: ", ")
    }
    return [
      labels { ($0.interaction?.p ?? 1) < 0.05 }.map {
        "The difference was not the same for all kinds of pupil (\($0)). Take it as a hint: with "
          + "several questions, one such difference often comes by chance."
      },
      labels { $0.interaction.map { $0.p >= 0.05 } ?? false }.map {
        "We cannot tell that the difference was larger for one kind of pupil than for another "
          + "(\($0))."
      },
      labels { $0.interaction == nil }.map {
        "There are fewer than 10 pupils of one kind in a group, so kinds are not shown apart (\($0))."
      },
    ].compactMap(\.self)
  }

  /// Whether the test was too hard.
  var floor: [String] {
    guard details.shareAtMinimum > 0.15 else { return [] }
    return [
      "\(NumberStyle.percentage(details.shareAtMinimum)) of the pupils got the lowest mark the test "
        + "can give, so it was too hard to tell them apart."
    ]
  }

  /// How the test measured.
  var test: [String] {
    guard let items = details.items, let reliability = items.reliability else { return [] }
    var sentences: [String] = []
    sentences.append(
      "Reliability of the test: \(NumberStyle.decimal(reliability, digits: 2)), where 1 would be "
        + "perfect" + (reliability < 0.7 ? "; below 0.70 much of a mark is chance." : "."))
    let numbers = items.itemsToLookAt.map { "\($0)" }
    if !numbers.isEmpty {
      sentences.append(
        "Questions to look at, because they hardly tell pupils apart: "
          + "\(numbers.joined(separator: ", ")).")
    }
    return sentences
  }

  var schoolsNeeded: [String] {
    guard let needed = details.schoolsNeeded, outcome.shownEffect != nil else { return [] }
    let effect = months.months(for: needed.effect)
    return [
      "It takes about \(NumberStyle.count(needed.schools, "school", "schools")) like yours together "
        + "to find a true difference of \(NumberStyle.count(effect, "month", "months")) four times "
        + "in five. Each school that takes part helps."
    ]
  }
}
