extension CataloguedEstimator {
  /// The estimates from many schools.
  package static let ofManySchools: [CataloguedEstimator] = [
    CataloguedEstimator(
      "Random-effects mean", documentNames: ["pooled", "heterogeneity"],
      estimand: "The mean of the true effects of schools like these, and how far they spread (τ²).",
      formula:
        "Weights 1/(v + τ²), τ² by REML (or DL, HE, HS, SJ, ML, EB, PM), Knapp and Hartung’s "
        + "standard error with t on k − 1 (or z); I², H², Q; τ² by Q-profile.",
      wrongWhen: "There are few schools, or the ones that came back are not like the others.",
      source: "Viechtbauer (2005); Knapp and Hartung (2003).",
      check: "`estimators.*`, `qprofile_ci` of the reference numbers (metafor)."),
    CataloguedEstimator(
      "Variance of an effect for pooling", documentNames: ["model.variance"],
      estimand: "The sampling variance of each school’s effect, not read from its own few pupils.",
      formula: "φ̄·(1/n₁ + 1/n₂)·η + ḡ²/(2h), φ̄ and ḡ over schools of one programme and test.",
      wrongWhen: "The before-marks explain much more in some schools than in others.",
      source: "Pustejovsky and Rodgers (2019); the field study’s simulation.",
      check: "`compare_variances` in `scripts/verify/schools.R`."),
    CataloguedEstimator(
      "Prediction interval", documentNames: ["pooled.pi"],
      estimand: "Where the true effect of the next school lies.",
      formula: "μ ± t(k − 1)·√(τ² + SE²).", wrongWhen: "k is small: τ² is then hardly known.",
      source: "Higgins, Thompson and Spiegelhalter (2009).",
      check: "`.pi` of the reference numbers."),
    CataloguedEstimator(
      "Subgroups and moderators", documentNames: ["subgroups", "moderators"],
      estimand: "Whether effects differ between kinds of schools, or with a dose.",
      formula: "Weighted least squares with τ²; Q between; Knapp and Hartung’s F.",
      wrongWhen: "Fewer than ten schools for each moderator; schools were not allocated to kinds.",
      source: "Thompson and Higgins (2002).", check: "`meta_regression`, `subgroups` (metafor)."),
    CataloguedEstimator(
      "Effects within studies", documentNames: ["multilevel"],
      estimand: "The mean effect where studies give several, such as tutors and tutees.",
      formula: "Three levels by REML with the covariance within studies; CR2 by study.",
      wrongWhen: "There are few studies with several effects.",
      source: "Konstantopoulos (2011); Pustejovsky and Tipton (2018).",
      check: "`three_level` (metafor)."),
    CataloguedEstimator(
      "Small studies", documentNames: ["smallStudies"],
      estimand: "Whether small studies find larger effects than large ones.",
      formula: "Regression on √(1/n₁ + 1/n₂), which does not hold the effect itself; beside it "
        + "Egger’s, rank test, trim-and-fill, PET–PEESE, fail-safe N.",
      wrongWhen: "Fewer than ten studies. Egger’s own test errs with standardised differences.",
      source: "Pustejovsky and Rodgers (2019).", check: "`bias.*` of the reference numbers."),
    CataloguedEstimator(
      "Looking after every school", documentNames: ["cumulative.anytime"],
      estimand: "The mean after each school, with a band that may be looked at every time.",
      formula: "Normal mixture: ±√((V + 1/ρ²)·ln((1 + ρ²V)/α²))/V, ρ = 0.2; beside it O’Brien and "
        + "Fleming’s spending.",
      wrongWhen: "Schools are added or left out because of what they found.",
      source: "Robbins (1970); ter Schure and Grünwald (2022); Lan and DeMets (1983).",
      check: "`sequential` of the reference numbers; the field study’s simulation."),
    CataloguedEstimator(
      "One stage from sums", documentNames: ["oneStage"],
      estimand: "The mean effect in marks from all schools at once, each with its own intercepts "
        + "and slope.",
      formula: "after = α_j + β_j·before + (θ + u_j)·arm + e by REML, from sums by school.",
      wrongWhen: "Schools used different tests.", source: "Riley and others (2023).",
      check: "`MetaFixtureTests`."),
  ]
}
