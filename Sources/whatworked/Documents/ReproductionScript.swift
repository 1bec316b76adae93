import Evidence
import Statistics

/// `reproduce.R`: computes every pooled number again with metafor, and prints the differences.
enum ReproductionScript {
  static func text(_ analyses: [CumulativeAnalysis]) -> String {
    """
    # Computes the pooled numbers again with the R package metafor, from effects.csv beside this
    # script, and prints how far each is from the report's. Run: Rscript reproduce.R
    suppressMessages(library(metafor))
    arguments <- commandArgs(FALSE)
    script <- sub("^--file=", "", arguments[grep("^--file=", arguments)])
    folder <- if (length(script)) dirname(script[1]) else "."
    effects <- read.csv(file.path(folder, "effects.csv"), stringsAsFactors = FALSE)
    worst <- 0
    compare <- function(what, ours, theirs) {
      difference <- abs(ours - theirs) / max(1, abs(theirs))
      worst <<- max(worst, difference)
      cat(sprintf("%-44s %15.10f %15.10f %9.1e\\n", what, ours, theirs, difference))
    }
    cat(sprintf("%-44s %15s %15s %9s\\n", "", "report", "metafor", "differ by"))

    """ + analyses.enumerated().map { part($1, number: $0 + 1) }.joined() + """

      cat(sprintf("largest difference: %.1e\\n", worst))
      if (worst > 1e-6) quit(status = 1)

      """
  }

  private static func part(_ analysis: CumulativeAnalysis, number: Int) -> String {
    guard let pooled = analysis.pooled else { return "" }
    let model = analysis.model
    var lines = [
      "", "# \(oneLine(analysis.title))", "rows <- effects[effects$analysis == \(number), ]",
      fit(model),
      "cat(\(quoted(analysis.title)), \"\\n\")",
      compare("average", pooled.estimate, "fit$beta[1]"),
      compare("standard error", pooled.standardError, "fit$se"),
      compare("interval, low", pooled.interval.low, "fit$ci.lb"),
      compare("interval, high", pooled.interval.high, "fit$ci.ub"),
      compare("tau squared", pooled.tau2, "fit$tau2"),
      compare("Q", pooled.q, "fit$QE"),
    ]
    if let prediction = pooled.predictionInterval {
      lines += [
        "prediction <- predict(fit, level = \(100 * model.level))",
        compare("prediction, low", prediction.low, "prediction$pi.lb"),
        compare("prediction, high", prediction.high, "prediction$pi.ub"),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// metafor stops its search at a change of 1e-5; the report's figures go to the last digit.
  private static func fit(_ model: ModelChoice) -> String {
    """
    fit <- rma(estimate, variance, data = rows, method = "\(model.estimator)", \
    test = "\(model.test)",
      level = \(100 * model.level), control = list(threshold = 1e-14, tol = 1e-14, maxiter = 10000))
    """
  }

  private static func compare(_ what: String, _ ours: Double, _ theirs: String) -> String {
    "compare(\"  \(what)\", \(ours), \(theirs))"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
