import Evidence
import Statistics
import StudyModel

/// The parts of `reproduce.R` beyond the average: kinds, moderators, small studies, effects within
/// studies, areas.
enum ReproductionParts {
  private static let script = ScriptText()

  static func lines(of analysis: CumulativeAnalysis) -> [String] {
    analysis.subgroups.flatMap(kinds) + analysis.moderators.flatMap(moderator)
      + smallStudies(analysis.smallStudies) + multilevel(analysis) + areas(analysis)
      + baseline(analysis)
  }

  private static func kinds(_ analysis: SubgroupAnalysis) -> [String] {
    let by = script.quoted("by: \(analysis.by)")
    var lines = [
      "known <- !is.na(rows[[\(by)]])", "kind <- as.character(rows[[\(by)]][known])",
      "levels <- sort(unique(kind), method = \"radix\")",
      "columns <- sapply(levels, function(level) as.numeric(kind == level))",
      "means <- suppressWarnings(rma(yi[known], vi[known], mods = columns, intercept = FALSE, "
        + "method = model$method, test = model$test, level = model$level, "
        + "control = list(threshold = 1e-14, tol = 1e-14, maxiter = 100000)))",
      "between <- pool(yi[known], vi[known], mods = columns[, -1])",
      script.compare(
        "by \(analysis.by): Q between", analysis.comparison.qBetween, "between$QM"),
      script.compare("by \(analysis.by): p", analysis.comparison.p, "between$QMp"),
    ]
    for group in analysis.comparison.groups {
      let level = script.quoted(analysis.names[group.level])
      let name = "by \(analysis.by), \(analysis.names[group.level])"
      lines += [
        "at <- match(\(level), levels)",
        script.compare(name, group.estimate, "means$beta[at]"),
        script.compare("\(name), low", group.interval.low, "means$ci.lb[at]"),
        script.compare("\(name), high", group.interval.high, "means$ci.ub[at]"),
        script.compare("\(name), tau squared", group.tau2, "means$tau2"),
      ]
    }
    for group in analysis.separate?.groups ?? [] {
      let level = script.quoted(analysis.names[group.level])
      let name = "by \(analysis.by), \(analysis.names[group.level]) apart"
      lines += [
        "own <- pool(yi[known][kind == \(level)], vi[known][kind == \(level)])",
        script.compare(name, group.estimate, "own$beta[1]"),
        script.compare("\(name), tau squared", group.tau2, "own$tau2"),
      ]
    }
    return lines
  }

  private static func moderator(_ analysis: ModeratorAnalysis) -> [String] {
    let columns = analysis.names.map { "rows[[\(script.quoted("x: \($0)"))]]" }
    let fit = analysis.fit
    var lines = [
      "x <- cbind(\(columns.joined(separator: ", ")))", "known <- complete.cases(x)",
      // A moderator far from zero costs digits: it is centred, and the intercept moved back.
      "centre <- colMeans(x[known, , drop = FALSE])",
      "regression <- pool(yi[known], vi[known], mods = sweep(x[known, , drop = FALSE], 2, centre))",
      script.compare("~ \(analysis.name): QM", fit.qm, "regression$QM"),
      script.compare("~ \(analysis.name): p", fit.qmP, "regression$QMp"),
      script.compare("~ \(analysis.name): QE", fit.qe, "regression$QE"),
      script.compare("~ \(analysis.name): tau squared", fit.tau2, "regression$tau2"),
      script.compare(
        "~ \(analysis.name): intercept", fit.coefficients[0].estimate,
        "regression$beta[1] - sum(centre * regression$beta[-1])"),
    ]
    for (index, name) in analysis.names.enumerated() {
      let value = fit.coefficients[index + 1]
      lines += [
        script.compare(
          "~ \(analysis.name): \(name)", value.estimate, "regression$beta[\(index + 2)]"),
        script.compare(
          "~ \(analysis.name): \(name), standard error", value.standardError,
          "regression$se[\(index + 2)]"),
        script.compare("~ \(analysis.name): \(name), p", value.p, "regression$pval[\(index + 2)]"),
      ]
    }
    if let share = fit.rSquared {
      lines.append(
        script.compare(
          "~ \(analysis.name): R squared", share,
          "{ plain <- pool(yi[known], vi[known])$tau2; max(0, 100 * (plain - regression$tau2) / plain) }"
        ))
    }
    return lines
  }

  private static func smallStudies(_ findings: SmallStudyFindings) -> [String] {
    guard case .found(let tests) = findings else { return [] }
    var lines = regression("Egger", tests.egger, on: "sqrt(vi)", weights: "1 / vi")
    lines += regression("PEESE", tests.precisionEffect?.peese, on: "vi", weights: "1 / vi")
    lines += regression(
      "size of the arms", tests.precision, on: "rows$arm_size", weights: "1 / rows$arm_size^2")
    if let rank = tests.rankTest {
      lines += [
        "rank <- suppressWarnings(ranktest(yi, vi))",
        script.compare("rank test, tau", rank.tau, "rank$tau"),
        script.compare("rank test, p", rank.p, "rank$pval"),
      ]
    }
    if let fill = tests.trimAndFill {
      lines += [
        "filled <- suppressWarnings(trimfill(fit, estimator = \"L0\"))",
        script.compare("trim and fill, filled in", Double(fill.missing), "filled$k0"),
        // metafor fits the filled studies by the normal distribution, and stops earlier.
        "again <- pool(c(filled$yi), c(filled$vi))",
        script.compare("trim and fill, average", fill.fit.estimate, "again$beta[1]"),
        script.compare("trim and fill, low", fill.fit.interval.low, "again$ci.lb"),
        script.compare("trim and fill, high", fill.fit.interval.high, "again$ci.ub"),
      ]
    }
    if let safe = tests.failSafe {
      lines += [
        script.compare(
          "fail-safe, Rosenthal", safe.rosenthal, "fsn(yi, vi, type = \"Rosenthal\")$fsnum"),
        script.compare(
          "fail-safe, Rosenberg", safe.rosenberg, "fsn(yi, vi, type = \"Rosenberg\")$fsnum"),
        script.compare("fail-safe, Orwin", safe.orwin, "fsn(yi, vi, type = \"Orwin\")$fsnum"),
      ]
    }
    return lines
  }

  private static func regression(
    _ name: String, _ test: SmallStudyRegression?, on predictor: String, weights: String
  ) -> [String] {
    guard let test else { return [] }
    return [
      "line <- summary(lm(yi ~ size, data.frame(yi, size = \(predictor)), weights = \(weights)))$coefficients",
      script.compare("\(name): slope", test.slope.estimate, "line[2, 1]"),
      script.compare("\(name): standard error", test.slope.standardError, "line[2, 2]"),
      script.compare("\(name): p", test.slope.p, "line[2, 4]"),
      script.compare("\(name): effect left", test.limit.estimate, "line[1, 1]"),
      script.compare("\(name): its p", test.limit.p, "line[1, 4]"),
    ]
  }

  /// The effects of studies that give several stand in the script itself.
  private static func multilevel(_ analysis: CumulativeAnalysis) -> [String] {
    guard let fit = analysis.multilevel?.fit else { return [] }
    let parts = analysis.studies.enumerated().flatMap { number, contribution in
      contribution.study.parts.map { (study: number + 1, part: $0) }
    }
    func list(_ values: [String]) -> String { "c(\(values.joined(separator: ", ")))" }
    var lines = [
      "study <- \(list(parts.map { "\($0.study)" }))",
      "y <- \(list(parts.map { "\($0.part.estimate)" }))",
      "V <- diag(\(list(parts.map { "\($0.part.variance)" })), length(y))",
    ]
    for (index, part) in parts.enumerated() where part.part.covarianceWithPrevious != 0 {
      lines.append(
        "V[\(index), \(index + 1)] <- V[\(index + 1), \(index)] <- "
          + "\(part.part.covarianceWithPrevious)")
    }
    lines += [
      "effect <- seq_along(y)",
      "levels3 <- suppressWarnings(rma.mv(y, V, random = ~ 1 | study/effect, "
        + "level = model$level, control = list(optimizer = \"optim\", optmethod = \"Nelder-Mead\", "
        + "reltol = 1e-15, maxit = 100000)))",
      script.compare("effects within studies, average", fit.summary.estimate, "levels3$beta[1]"),
      script.compare(
        "effects within studies, standard error", fit.summary.standardError, "levels3$se"),
      script.compare("variance between studies", fit.studyVariance, "levels3$sigma2[1]"),
      script.compare("variance within studies", fit.effectVariance, "levels3$sigma2[2]"),
    ]
    if let robust = fit.robust.first?.cr2 {
      lines += [
        "if (requireNamespace(\"clubSandwich\", quietly = TRUE)) {",
        "robust3 <- as.data.frame(clubSandwich::coef_test(levels3, vcov = \"CR2\", cluster = study))",
        script.compare("robust standard error (CR2)", robust.standardError, "robust3$SE"),
        script.compare(
          "its degrees of freedom", robust.degreesOfFreedom,
          "robust3[[grep(\"^df\", names(robust3))[1]]]"
        ),
        "} else cat(\"  CR2: not compared, the package clubSandwich is missing\\n\")",
      ]
    }
    return lines
  }

  private static func areas(_ analysis: CumulativeAnalysis) -> [String] {
    (analysis.map?.areas ?? []).flatMap { area -> [String] in
      guard let estimate = area.estimate, let interval = area.interval else { return [] }
      let name = "area \(area.area.rawValue)"
      return [
        "own <- pool(yi[which(rows$area == \"\(area.area.rawValue)\")], "
          + "vi[which(rows$area == \"\(area.area.rawValue)\")])",
        script.compare(name, estimate, "own$beta[1]"),
        script.compare("\(name), low", interval.low, "own$ci.lb"),
        script.compare("\(name), high", interval.high, "own$ci.ub"),
      ]
    }
  }

  /// The differences before are in the evidence, not among the effects: they stand here.
  private static func baseline(_ analysis: CumulativeAnalysis) -> [String] {
    guard let audit = analysis.baseline else { return [] }
    func list(_ values: [Double]) -> String {
      "c(\(values.map { "\($0)" }.joined(separator: ", ")))"
    }
    return [
      "before <- pool(\(list(audit.estimates)), \(list(audit.variances)))",
      script.compare("difference before", audit.estimate, "before$beta[1]"),
      script.compare("difference before, p", audit.p, "before$pval"),
      script.compare("difference before, Q", audit.q, "before$QE"),
    ]
  }
}
