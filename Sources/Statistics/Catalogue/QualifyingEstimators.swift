extension CataloguedEstimator {
  /// What qualifies the result of one school.
  package static let qualifyingOneSchool: [CataloguedEstimator] = [
    CataloguedEstimator(
      "Effect on those who took part", documentNames: ["dose.cace"],
      estimand: "The effect on pupils who reached the number of sessions set before the data "
        + "because they were allocated to the programme.",
      formula: "Two-stage least squares: arm as instrument for having reached it; t on the "
        + "residual degrees of freedom.",
      wrongWhen: "Fewer sessions than the threshold help as well; few reached it (F below 10).",
      source: "Angrist, Imbens and Rubin (1996).", check: "`cace` of the reference numbers (AER)."),
    CataloguedEstimator(
      "Kinds of pupil", documentNames: ["subgroups"],
      estimand: "The effect for each kind of pupil with ten pupils or more in each arm, and "
        + "whether it differs between kinds.",
      formula: "The analysis of covariance within each kind; F of arm × kind.",
      wrongWhen: "Several questions are asked and the one that differs is picked out.",
      source: "EEF statistical analysis guidance (2022).",
      check: "`subgroups.*` of the reference numbers; R’s `anova` in `generated.R`."),
    CataloguedEstimator(
      "Missing marks filled in", documentNames: ["missing.imputed"],
      estimand: "The primary difference over everyone who was allocated, were missing marks like "
        + "those of pupils with the same other mark in the same arm or class.",
      formula: "Where more than 5 % lack a mark: 50 draws of each missing mark from the Bayesian "
        + "regression on the other mark and the arm (or class), in turns of ten; Rubin’s rules with "
        + "the degrees of freedom of Barnard and Rubin; the seed is recorded. A class with none of "
        + "the marks of a test gives a reason instead.",
      wrongWhen:
        "Who is missing depends on the missing mark itself. The tipping point says how far "
        + "the missing marks of one arm would have to lie for the difference to vanish.",
      source: "Rubin (1987); Barnard and Rubin (1999).",
      check: "R’s `mice` in `Reference/imputation.json`: the pooling to nine digits, the mean and "
        + "spread of many draws; `imputed.R` in `scripts/verify`; `ImputationTests`: what was lost "
        + "by chance is found again, the tipping point undoes the difference."),
    CataloguedEstimator(
      "Tutors and tutees against the same pupils", documentNames: ["covarianceWithPrevious"],
      estimand: "How the errors of two effects go together that share their comparison pupils.",
      formula: "φ/n₂ + g₁g₂/(2N), φ the geometric mean of the residual-variance ratios.",
      wrongWhen: "The before-marks explain much less in one role than in the other.",
      source: "Gleser and Olkin (2009).",
      check: "`ImputationTests`; pooled variances in `schools.R`."),
    CataloguedEstimator(
      "Baseline and attrition", documentNames: ["baseline", "attrition"],
      estimand: "How alike the arms began, and how many pupils were lost and how unevenly.",
      formula: "Hedges’ g of before-marks against 0.05 and 0.25; overall and differential loss "
        + "against the published boundary.",
      wrongWhen: "A school is small: one pupil moves both by a category.",
      source: "What Works Clearinghouse 5.0.",
      check: "`baseline`, `attrition` of the reference numbers; the boundary’s table."),
    CataloguedEstimator(
      "How sure", documentNames: ["certainty"],
      estimand: "On four rungs, how far the difference can be put down to the programme.",
      formula: "Drawn by chance: high; chosen to be alike: moderate; chosen by teachers or pupils: "
        + "low; nobody to compare with, or no estimate: very low. One rung down for each: over 20 % "
        + "without a pair of marks or 10 points between the arms; fewer than 20 pupils with both "
        + "marks in an arm; fewer than five classes in an arm where classes were allocated; "
        + "before-marks apart by g over 0.25, or all the same; full marks for over 25 %; fewer than "
        + "half of the sessions planned. Before that, pupils with one mark x both times cancel "
        + "against pupils of the other arm with the same x both times, as many as match, best attended "
        + "first: they say nothing about the difference, so that more of them cannot make surer. "
        + "Pairs with full marks stay in for the check of full marks. A class of such pupils alone "
        + "is not counted.",
      wrongWhen: "Two weaknesses are one, or a weakness was not asked about: it is a rule of thumb "
        + "that is the same for everybody.",
      source: "GRADE; the EEF’s security rating; What Works Clearinghouse 5.0.",
      check: "`BalancedConstantsTests`, `PropertyTests`."),
    CataloguedEstimator(
      "How the test measured", documentNames: ["items", "ceiling", "floor"],
      estimand: "The reliability of the marks, and the items that hardly tell pupils apart.",
      formula:
        "Cronbach’s α (KR-20 for right or wrong) with Feldt’s interval; facility; facility of "
        + "the best less that of the weakest 27 %.",
      wrongWhen: "Pupils ran out of time: the last items then look hard.",
      source: "Cronbach (1951); Feldt (1965); Kelley (1939).",
      check: "`items` of the reference numbers."),
    CataloguedEstimator(
      "Detectable effect and schools needed", documentNames: ["mdes", "schoolsNeeded"],
      estimand: "The true effect that a study of this size finds four times in five; how many "
        + "schools as precise find 0.2 together.",
      formula: "(t₀.₉₇₅ + t₀.₈)·SE_b/S; (z₀.₉₇₅ + z₀.₈)²·(SE² + τ²)/0.2² with τ = 0.15.",
      wrongWhen: "Schools differ more than τ.", source: "Bloom (1995).",
      check: "`StandardsTests`, against the figures of the field study."),
    CataloguedEstimator(
      "Cost of a month", documentNames: ["cost"],
      estimand: "Money for each pupil, and for each month of progress at the estimate and at both "
        + "ends of its interval.",
      formula: "Money ÷ pupils of the programme ÷ months of the table that the report names.",
      wrongWhen: "Staff time is what it costs: that is not counted. Where the interval reaches no "
        + "progress there is no upper end.",
      source: "EEF cost rating, April 2026.", check: "`DetailsTests`."),
  ]
}
