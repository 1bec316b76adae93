import Evidence
import Statistics

/// `reproduce.R`: computes every pooled number again with metafor, and prints the differences.
enum ReproductionScript {
  static func text(_ analyses: [CumulativeAnalysis]) -> String {
    preamble + analyses.enumerated().map { part($1, number: $0 + 1) }.joined() + """

      cat(sprintf("%d numbers compared, largest difference: %.1e\\n", compared, worst))
      if (compared == 0 && skipped == 0 && nrow(effects) > 0) quit(status = 1)
      if (worst > 1e-6) quit(status = 1)

      """
  }

  private static let preamble = #"""
    # Computes the pooled numbers again with the R package metafor, from effects.csv beside this
    # script, and prints how far each is from the report's. Run: Rscript reproduce.R
    # Not here, because metafor has no such thing: the one model over all pupils, the boundaries of
    # the spending view, and permutations, which depend on the order of random numbers.
    suppressMessages(library(metafor))
    arguments <- commandArgs(FALSE)
    script <- sub("^--file=", "", arguments[grep("^--file=", arguments)])
    folder <- if (length(script)) dirname(script[1]) else "."
    effects <- read.csv(file.path(folder, "effects.csv"), stringsAsFactors = FALSE,
      check.names = FALSE, na.strings = "", encoding = "UTF-8")
    worst <- 0
    compared <- 0
    skipped <- 0
    compare <- function(what, ours, theirs) {
      ours <- as.numeric(ours)
      theirs <- as.numeric(theirs)
      known <- !is.na(ours)
      if (!any(known)) return(invisible())
      difference <- abs(ours - theirs)[known] / pmax(1, abs(theirs[known]))
      # What is not a number here must not pass for agreement.
      difference[is.na(difference)] <- Inf
      at <- which.max(difference)
      worst <<- max(worst, difference)
      compared <<- compared + sum(known)
      cat(sprintf("%-46s %15.10f %15.10f %9.1e%s\n", what, ours[known][at], theirs[known][at],
        difference[at], if (sum(known) > 1) sprintf("  worst of %d", sum(known)) else ""))
    }
    cat(sprintf("%-46s %15s %15s %9s\n", "", "report", "metafor", "differ by"))
    # metafor stops its search at a change of 1e-5; the report's figures go to the last digit.
    pool <- function(yi, vi, mods = NULL, test = model$test) {
      method <- model$method
      if (length(yi) == 1) { method <- "FE"; test <- "z" }
      arguments <- list(yi = yi, vi = vi, method = method, test = test, level = model$level,
        control = list(threshold = 1e-14, tol = 1e-14, maxiter = 100000))
      if (!is.null(mods)) arguments$mods <- mods
      suppressWarnings(do.call(rma, arguments))
    }
    # metafor holds matrices of studies by studies, and fits each step anew: of many, some are
    # compared, evenly.
    some <- function(k, most) if (k <= most) seq_len(k) else unique(round(seq(1, k, length.out = most)))

    """#

  private static func part(_ analysis: CumulativeAnalysis, number: Int) -> String {
    guard let pooled = analysis.pooled else { return "" }
    let model = analysis.model
    let script = ScriptText()
    guard analysis.studies.count <= mostStudies else {
      return """

        cat(\(script.quoted(analysis.title)), "\\n")
        cat("  \(analysis.studies.count) studies, too many for metafor's matrices: not compared\\n")
        skipped <- skipped + 1

        """
    }
    return """

      # \(script.oneLine(analysis.title))
      cat(\(script.quoted(analysis.title)), "\\n")
      model <- list(method = "\(model.estimator)", test = "\(model.test)", \
      level = \(100 * model.level))
      rows <- effects[effects$analysis == \(number), ]
      yi <- rows$estimate
      vi <- rows$variance
      k <- length(yi)
      fit <- pool(yi, vi)

      """
        + (average(pooled) + sequences(analysis) + progress(analysis)
        + ReproductionParts.lines(of: analysis)).joined(separator: "\n") + "\n"
  }

  /// metafor holds matrices of studies by studies.
  private static let mostStudies = 2000

  private static func average(_ pooled: PooledEffect) -> [String] {
    let script = ScriptText()
    var lines = [
      script.compare("average", pooled.estimate, "fit$beta[1]"),
      script.compare("standard error", pooled.standardError, "fit$se"),
      script.compare("p", pooled.standardError > 0 ? pooled.p : nil, "fit$pval"),
      script.compare("interval, low", pooled.interval.low, "fit$ci.lb"),
      script.compare("interval, high", pooled.interval.high, "fit$ci.ub"),
      script.compare("tau squared", pooled.tau2, "fit$tau2"),
      script.compare("Q", pooled.q, "fit$QE"),
    ]
    guard pooled.qDegreesOfFreedom > 0 else { return lines }
    lines += [
      script.compare("p of Q", pooled.qP, "fit$QEp"),
      script.compare("I squared", pooled.i2, "fit$I2"),
      script.compare("H squared", pooled.h2, "fit$H2"),
      script.compare("weights", nil, "weights(fit)", ours: "rows$weight"),
    ]
    if let prediction = pooled.predictionInterval {
      lines += [
        "prediction <- predict(fit, level = model$level)",
        script.compare("next school, low", prediction.low, "prediction$pi.lb"),
        script.compare("next school, high", prediction.high, "prediction$pi.ub"),
      ]
    }
    if let profile = pooled.tau2Interval {
      lines += [
        "profile <- confint(fit, level = model$level, control = list(tol = 1e-13, "
          + "maxiter = 100000, tau2.max = 1e4))$random",
        script.compare("tau squared, low", profile.low, "profile[\"tau^2\", \"ci.lb\"]"),
        script.compare("tau squared, high", profile.high, "profile[\"tau^2\", \"ci.ub\"]"),
      ]
    }
    return lines
  }

  private static func sequences(_ analysis: CumulativeAnalysis) -> [String] {
    guard analysis.studies.count > 1 else { return [] }
    let mixing = #"""
      if (model$method != "FE") compare("  shrunken effects", rows$reported_blup, blup(fit)$pred)
      steps <- which(!is.na(rows$reported_step))
      steps <- steps[some(length(steps), 150)]
      stepped <- t(sapply(steps, function(n) {
        f <- pool(yi[1:n], vi[1:n])
        z <- pool(yi[1:n], vi[1:n], test = "z")
        V <- 1 / z$se^2
        half <- sqrt((V + 25) * log((1 + 0.04 * V) / (1 - model$level / 100)^2)) / V
        c(f$beta[1], f$ci.lb, f$ci.ub, f$tau2, z$beta[1] - half, z$beta[1] + half)
      }))
      for (column in 1:6) {
        name <- c("estimate", "low", "high", "tau2", "anytime_low", "anytime_high")[column]
        compare(paste("  study after study,", name), rows[[paste0("reported_step_", name)]][steps],
          stepped[, column])
      }
      """#
    guard analysis.studies.count > 2 else { return [mixing] }
    let without = #"""
      left <- some(k, 150)
      rest <- t(sapply(left, function(i) {
        f <- pool(yi[-i], vi[-i])
        c(f$beta[1], f$ci.lb, f$ci.ub, f$tau2)
      }))
      for (column in 1:4) {
        name <- c("", "_low", "_high", "_tau2")[column]
        compare(paste0("  without each study", sub("_", ", ", name)),
          rows[[paste0("reported_without", name)]][left], rest[, column])
      }
      if (k <= 150 && any(!is.na(rows$reported_rstudent))) {
        moved <- influence(fit)$inf
        compare("  influence, residual", rows$reported_rstudent, moved$rstudent)
        compare("  influence, DFFITS", rows$reported_dffits, moved$dffits)
        compare("  influence, Cook's distance", rows$reported_cook_d, moved$cook.d)
        compare("  influence, covariance ratio", rows$reported_cov_r, moved$cov.r)
        compare("  influence, tau squared deleted", rows$reported_tau2_deleted, moved$tau2.del)
        compare("  influence, hat", rows$reported_hat, moved$hat)
      }
      """#
    return [mixing, without]
  }

  private static func progress(_ analysis: CumulativeAnalysis) -> [String] {
    let script = ScriptText()
    var lines: [String] = []
    if let view = analysis.sequential {
      lines += [
        "needed <- (qnorm(0.5 + model$level / 200) + qnorm(\(view.power)))^2 / \(view.target)^2",
        script.compare("evidence needed", view.requiredInformation, "needed"),
        script.compare("share of it", view.fraction, "sum(1 / (vi + fit$tau2)) / needed"),
      ]
      if !view.looks.isEmpty {
        let counts = view.looks.map { "\($0.count)" }.joined(separator: ", ")
        let zs = view.looks.map { "\($0.z)" }.joined(separator: ", ")
        lines += [
          "w <- 1 / (vi + fit$tau2)", "at <- c(\(counts))",
          "compare(\"  z at the looks\", c(\(zs)), (cumsum(w * yi) / sqrt(cumsum(w)))[at])",
        ]
      }
    }
    if let next = analysis.next {
      lines += [
        "spread <- sqrt(fit$tau2 + fit$se^2)",
        script.compare(
          "chance that the next effect is above zero", next.chanceAboveZero,
          "pt(-fit$beta[1] / spread, k - 1, lower.tail = FALSE)"),
        script.compare(
          "chance that it is above the target", next.chanceAboveTarget,
          "pt((\(next.target) - fit$beta[1]) / spread, k - 1, lower.tail = FALSE)"),
      ]
    }
    return lines
  }
}

/// Text of R that holds what others wrote, safely.
struct ScriptText {
  func compare(_ what: String, _ ours: Double?, _ theirs: String) -> String {
    ours.map { "compare(\(quoted("  " + what)), \($0), \(theirs))" } ?? ""
  }

  func compare(_ what: String, _: Double?, _ theirs: String, ours: String) -> String {
    "compare(\(quoted("  " + what)), \(ours), \(theirs))"
  }

  func quoted(_ text: String) -> String {
    "\"" + oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
