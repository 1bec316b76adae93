extension CataloguedEstimator {
  /// The estimates of the effect in one school, the primary one of each design first.
  package static let ofOneSchool: [CataloguedEstimator] = [
    CataloguedEstimator(
      "Analysis of covariance", documentNames: ["ancova"],
      estimand: "The mean difference in after-marks between pupils allocated to the programme and "
        + "pupils allocated to the comparison, at the same before-mark, over both marks present; "
        + "in marks (b) and in standard deviations (g). Pairs and blocks are adjusted for.",
      formula: "after = β₀ + β₁·before + blocks + b·arm, least squares by QR; g = J(N − 2)·b/S, S "
        + "the pooled standard deviation of after-marks within arms, unadjusted; SE(g) = "
        + "ω·√((SE_b/S)² + (ω·b/S)²/(2N)), ω = 1 − 3/(4N − 9); interval J·(t interval of b)/S.",
      wrongWhen: "The slope differs much between arms (see Lin); most pupils reach the highest "
        + "mark; the groups were chosen and differ in something that before-marks do not show.",
      source:
        "Hedges (1981); What Works Clearinghouse 5.0; EEF statistical analysis guidance (2022).",
      check: "`ancova.*`, `ancova_g.*` of the reference numbers; R’s `lm` in `scripts/verify`."),
    CataloguedEstimator(
      "Mixed model of whole classes", documentNames: ["mixed"],
      estimand: "The same difference where whole classes were allocated; g in total standard "
        + "deviations, within and between classes, of the model without arm and before-mark.",
      formula:
        "after = β₀ + β₁·before + b·arm + u_class + e by REML; t with Satterthwaite’s degrees "
        + "of freedom, classes − 2 where the classes’ variance is 0; SE(g) = √((SE_b/S)² + "
        + "g²/(2(h − 1))), h of two-level designs. There is no small-sample factor: at h = 40 it "
        + "would be 0.98.",
      wrongWhen: "There are few classes: below five in an arm the interval is wide and rests on "
        + "normal class levels. With one class in an arm there is no estimate.",
      source: "Hedges (2007); What Works Clearinghouse 5.0, E.21; Fai and Cornelius (1996).",
      check: "`mixed.*` of the reference numbers (lme4, lmerTest); REML by hand in `ways.R`."),
    CataloguedEstimator(
      "Teaching groups in one arm", documentNames: ["ancova"],
      estimand: "The difference of the analysis of covariance where pupils of the programme were "
        + "taught in groups and comparison pupils in none.",
      formula: "g·√γ, (SE_b)²·η, degrees of freedom h, with the likeness ρ within groups of the "
        + "after-marks at the same before-mark; ρ by analysis of variance from eight groups on, "
        + "else 0.1. Beside it ρ = 0, 0.1 and 0.2.",
      wrongWhen: "There are few groups, so that ρ is a guess; groups differ much in size.",
      source: "Hedges and Citkowicz (2015); What Works Clearinghouse 5.0, appendix E.",
      check: "Formulas of the field study; `nested` in `scripts/verify/estimates.R`."),
    CataloguedEstimator(
      "Gain of one group", documentNames: ["gain"],
      estimand:
        "The mean change from before to after of the pupils of the programme. Not an effect.",
      formula: "Mean of after − before, t interval on n − 1.",
      wrongWhen: "It is read as what the programme did: marks rise with time and practice.",
      source: "Lakens (2013).", check: "`prepost.*` of the reference numbers."),
    CataloguedEstimator(
      "After-marks only", documentNames: ["post-test only"],
      estimand: "The mean difference in after-marks, whatever the before-marks.",
      formula: "Hedges’ g with N − 2 degrees of freedom; noncentral t behind its interval.",
      wrongWhen: "The groups did not start alike; it is also far less precise.",
      source: "Hedges (1981).", check: "`posttest.*` of the reference numbers; R’s `t.test`."),
    CataloguedEstimator(
      "Difference of gains", documentNames: ["gain"],
      estimand: "The mean difference in change between the arms.",
      formula: "t test of after − before; J·difference/S.",
      wrongWhen: "The groups did not start alike and marks draw towards the mean: who starts low "
        + "gains more by itself.",
      source: "Morris (2008).", check: "`gain.*` of the reference numbers."),
    CataloguedEstimator(
      "Interacted regression", documentNames: ["lin"],
      estimand: "The average effect over all pupils, whatever the slope in each arm.",
      formula: "after on arm, centred before and their product, HC2, t on N − 4.",
      wrongWhen: "There are few pupils: HC2 is then too small.",
      source: "Lin (2013).", check: "`lin` of the reference numbers (estimatr)."),
    CataloguedEstimator(
      "Analysis of covariance without the pairs", documentNames: ["unpaired"],
      estimand: "The difference where pupils were allocated within matched pairs, the pairs set "
        + "aside, so that pupils who lost their partner count.",
      formula: "The analysis of covariance without blocks.",
      wrongWhen: "It is read as the primary estimate: without the pairs it is less precise.",
      source: "What Works Clearinghouse 5.0.", check: "`ancova_g.simple` of `pairs40`."),
    CataloguedEstimator(
      "Robust standard errors", documentNames: ["hc2", "cr2"],
      estimand: "The difference of the analysis of covariance, with errors that need no equal "
        + "spread (HC2), or none between classes (CR2).",
      formula: "HC2 with t on the residual degrees of freedom; CR2 with Satterthwaite’s.",
      wrongWhen: "One pupil or class decides a coefficient alone; then a reason is given.",
      source:
        "MacKinnon and White (1985); Bell and McCaffrey (2002); Pustejovsky and Tipton (2018).",
      check: "`robust`, `cluster_robust` of the reference numbers (clubSandwich)."),
    CataloguedEstimator(
      "Unequal spreads and the comparison group’s spread", documentNames: ["welch", "glass"],
      estimand: "The difference in after-marks where the arms spread differently (Welch), or in "
        + "standard deviations of the comparison arm (Glass’s Δ).",
      formula: "Welch’s t; Δ = J(n₂ − 1)·(x̄₁ − x̄₂)/s₂, variance 1/n₁ + 1/n₂ + Δ²/(2n₂).",
      wrongWhen: "The groups did not start alike: neither looks at before-marks.",
      source: "Welch (1947); Glass (1976).",
      check: "`t_tests.welch`, `glass` of the reference numbers."),
    CataloguedEstimator(
      "Order alone", documentNames: ["mann-whitney"],
      estimand: "The chance that a pupil of the programme is ahead of a comparison pupil.",
      formula:
        "U/(n₁n₂), ties a half; exact over all ways to deal the mid-ranks; Cliff’s interval.",
      wrongWhen: "It is read as a difference in means; it ignores before-marks.",
      source: "Mann and Whitney (1947); Cliff (1996).",
      check: "`mann_whitney` of the reference numbers."),
    CataloguedEstimator(
      "Classes as one", documentNames: ["class means", "class gains"],
      estimand: "The difference of class means, a class counting once.",
      formula: "t test of the means (or mean changes) of classes, over S of pupils.",
      wrongWhen: "Classes differ much in size.", source: "Hedges (2007).",
      check: "`cluster_means` of the reference numbers."),
    CataloguedEstimator(
      "Randomisation test", documentNames: ["randomisation"],
      estimand: "How often the draw alone would give an adjusted difference as large, were the "
        + "programme to change no pupil’s mark.",
      formula: "All allocations of the recorded kind (simple, within blocks, within pairs, of "
        + "classes) up to 200,000, or three million with `--exact`; else 9,999 draws from a "
        + "recorded seed, p = (1 + count)/(1 + 9,999).",
      wrongWhen: "The recorded kind of draw is not the real one. It is not given where chance did "
        + "not decide.",
      source: "Fisher (1935); Young (2019).", check: "`randomisation` of the reference numbers."),
  ]
}
