import TestSupport

@testable import Statistics

/// Attrition, clusters, pairs, subgroups and compliers.
extension Answers {
  mutating func attrition(_ pupils: PupilTable) {
    let (first, second) = (pupils.arm(true), pupils.arm(false))
    for (name, count) in [
      ("post_test", { (table: PupilTable) in table.afterMarks.count }),
      ("complete", { $0.complete.count }),
    ] {
      let path = "attrition.\(name)"
      attempt(path) { answers throws(EstimationError) in
        let rates = try AttritionRates(
          allocated: (first.count, second.count), analysed: (count(first), count(second)))
        answers.set("\(path).overall", rates.overall)
        answers.set("\(path).intervention", rates.intervention)
        answers.set("\(path).control", rates.comparison)
        answers.set("\(path).differential", rates.differential)
        answers.set("\(path).differential_signed", rates.signedDifferential)
      }
    }
    attempt("attrition") { answers throws(EstimationError) in
      let missing = (
        first.count - first.afterMarks.count, second.count - second.afterMarks.count
      )
      answers.set(
        "attrition.fisher_p_missing_post",
        try fisherExactP(found: missing, total: (first.count, second.count)))
    }
  }

  mutating func pairs(_ complete: PupilTable) {
    guard let names = complete.levels("pair") else { return }
    analysisOfCovariance("pair_fe", complete, strata: names)
    let order = complete.isIntervention.indices.sorted { names[$0] < names[$1] }
    let treated = order.filter { complete.isIntervention[$0] }
    let controls = order.filter { !complete.isIntervention[$0] }
    set("matched_pairs.n_pairs_complete", Double(treated.count))
    for (name, values) in [
      ("post", complete.afterMarks), ("pre", complete.beforeMarks), ("gain", complete.gains),
    ] {
      paired("matched_pairs.\(name)", controls.map { values[$0] }, treated.map { values[$0] })
    }
  }

  mutating func subgroups(_ complete: PupilTable) {
    for name in ["fsm", "sex", "send", "role"] {
      let column = complete.texts[name] ?? []
      let known = complete.filter { column[$0] != nil }
      guard let kinds = known.levels(name), Set(kinds).count == 2 else { continue }
      let names = Set((known.texts[name] ?? []).compactMap { $0 }).sorted()
      let path = "subgroups.\(name)"
      for (level, text) in names.enumerated() {
        subgroup("\(path).by_level.\(text)", known.filter { kinds[$0] == level })
      }
      for (part, before) in [
        ("interaction", Optional(known.beforeMarks)), ("interaction_unadjusted", nil),
      ] {
        attempt("\(path).\(part)") { answers throws(EstimationError) in
          let row = try subgroupInteraction(
            after: known.afterMarks, before: before, isIntervention: known.isIntervention,
            isSecondKind: kinds.map { $0 == 1 })
          let statistic = row.interaction.statistic
          answers.setCoefficient("\(path).\(part)", row.interaction)
          answers.set("\(path).\(part).F", statistic * statistic)
          answers.set("\(path).\(part).main_T", row.effectInFirstKind)
          answers.set("\(path).\(part).main_S", row.differenceBetweenKinds)
        }
      }
    }
  }

  private mutating func subgroup(_ path: String, _ pupils: PupilTable) {
    var inner = Answers()
    inner.analysisOfCovariance("x", pupils)
    inner.difference("smd", pupils.arm(true).afterMarks, pupils.arm(false).afterMarks)
    set("\(path).n_intervention", Double(pupils.arm(true).count))
    set("\(path).n_control", Double(pupils.arm(false).count))
    set("\(path).post_diff", inner.numbers["smd.diff"])
    for name in ["g", "se_g_LS", "ci_g_normal_LS[0]", "ci_g_normal_LS[1]"] {
      set("\(path).\(name)", inner.numbers["smd.\(name)"])
    }
    for (key, value) in inner.numbers {
      for block in ["ancova", "ancova_g"] where key.hasPrefix("\(block).x.") {
        set("\(path).\(block).\(key.dropFirst(block.count + 3))", value)
      }
    }
    for block in ["ancova", "ancova_g"] { reasons["\(path).\(block)"] = inner.reasons["ancova.x"] }
  }

  mutating func compliers(_ complete: PupilTable, threshold: Double?) {
    let sessions = complete.texts["sessions"] ?? []
    guard let threshold, sessions.contains(where: { $0 != nil }) else { return }
    let tookPart = sessions.map { ($0.flatMap(Double.init) ?? 0) >= threshold }
    attempt("cace") { answers throws(EstimationError) in
      let effect = try compliersEffect(
        after: complete.afterMarks, before: complete.beforeMarks,
        isIntervention: complete.isIntervention, tookPart: tookPart)
      answers.set("cace.threshold", threshold)
      answers.set("cace.n", Double(complete.count))
      answers.set("cace.compliance_intervention", effect.compliance.intervention)
      answers.set("cace.compliance_control", effect.compliance.comparison)
      answers.setCoefficient("cace.cace", effect.difference)
      answers.set("cace.HC0_se", effect.hc0)
      answers.set("cace.HC1_se", effect.hc1)
      answers.set("cace.first_stage_b", effect.firstStage)
      answers.set("cace.first_stage_se", effect.firstStageStandardError)
      answers.set("cace.first_stage_F", effect.firstStageF)
      answers.set("cace.itt_b", effect.intentionToTreat)
      answers.set("cace.ratio_check", effect.intentionToTreat / effect.firstStage)
      answers.set("cace.g", effect.effect.g)
      answers.set("cace.ci_g_transformed", effect.effect.interval)
      let plain = try compliersEffect(
        after: complete.afterMarks, before: nil, isIntervention: complete.isIntervention,
        tookPart: tookPart)
      answers.setCoefficient("cace.wald_unadjusted", plain.difference)
    }
  }

  mutating func missingBefore(_ pupils: PupilTable) {
    let tested = pupils.filter { pupils.after[$0] != nil }
    attempt("ancova_missing_indicator") { answers throws(EstimationError) in
      let fill = mean(pupils.beforeMarks)
      let estimate = try missingIndicatorEstimate(
        after: tested.afterMarks, before: tested.before, meanBefore: fill,
        isIntervention: tested.isIntervention)
      answers.set("ancova_missing_indicator.n", Double(tested.count))
      answers.set("ancova_missing_indicator.pre_fill", fill)
      answers.setCoefficient("ancova_missing_indicator", estimate.difference)
    }
  }
}
