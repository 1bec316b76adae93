# pooled.R MERGE.json…: every cumulative analysis again, by metafor, from its own studies.

suppressMessages(library(metafor))
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))),
  "agreement.R"))

# As metafor has it, but carried on until nothing changes; its own default stops at 1e-5.
fit <- function(yi, vi, model) {
  control <- if (model$tau2Estimator %in% c("REML", "ML", "EB"))
    list(threshold = 1e-14, maxiter = 100000) else list(tol = 1e-14, maxiter = 100000)
  if (model$tau2Estimator == "FE") return(rma(yi, vi, method = "FE", level = level))
  suppressWarnings(rma(yi, vi, method = model$tau2Estimator, test = model$test, level = level,
    control = control))
}

level <- 95

compare_pooled <- function(ours, r, where) {
  compare("pooled estimates", where, ours$pooled$estimate, r$beta, 1e-8)
  compare("standard errors", where, ours$pooled$se, r$se, 1e-7)
  compare("test statistics", where, ours$pooled$statistic, r$zval, 1e-6)
  compare("p values", where, ours$pooled$p, r$pval, 1e-7)
  compare("intervals", where, ours$pooled$ci, c(r$ci.lb, r$ci.ub), 1e-7)
  if (ours$model$test == "knha") compare("degrees of freedom", where, ours$pooled$df, r$k - 1)
  if (!is.null(ours$pooled$pi)) {
    predicted <- predict(r)
    compare("prediction intervals", where, ours$pooled$pi, c(predicted$pi.lb, predicted$pi.ub),
      1e-6)
  }
}

compare_heterogeneity <- function(ours, r, where) {
  h <- ours$heterogeneity
  compare("between-study variances", where, h$tau2, r$tau2, 1e-8)
  compare("Q, its df and its p", where, h[c("q", "qDf", "qP")], c(r$QE, r$k - 1, r$QEp), 1e-8)
  # As a percentage or as a share.
  shares <- r$I2 / c(1, 100)
  compare("I2", where, h$i2, shares[which.min(abs(shares - h$i2))], 1e-6)
  compare("H2", where, h$h2, r$H2, 1e-6)
  if (!is.null(h$seTau2)) compare("standard errors of tau2", where, h$seTau2, r$se.tau2, 1e-6)
  if (!is.null(h$tau2CI) && r$method != "FE") {
    limits <- confint(r, control = list(tol = 1e-12, maxiter = 10000))$random
    compare("Q-profile intervals", where, h$tau2CI, limits["tau^2", c("ci.lb", "ci.ub")], 1e-5)
  }
}

compare_studies <- function(ours, r, yi, vi, where) {
  of <- function(name) sapply(ours$studies, function(s) if (is.null(s[[name]])) NA else s[[name]])
  weights <- of("weight")
  compare("weights", where, weights / sum(weights), weights(r) / 100, 1e-7)
  if (!all(is.na(of("blup"))) && r$method != "FE") {
    compare("shrunken estimates", where, of("blup"), blup(r)$pred, 1e-6)
  }
  if (is.null(ours$studies[[1]]$influence)) return()
  theirs <- influence(r)
  columns <- c(rstudent = "rstudent", dffits = "dffits", cookD = "cook.d", covRatio = "cov.r",
    tau2Deleted = "tau2.del", hat = "hat")
  for (name in names(columns)) {
    found <- sapply(ours$studies, function(s)
      if (is.null(s$influence[[name]])) NA else s$influence[[name]])
    compare(paste("influence:", name), where, found, theirs$inf[[columns[[name]]]], 1e-6)
  }
}

compare_sequences <- function(ours, yi, vi, where) {
  ids <- sapply(ours$studies, function(s) s$id)
  # Studies are in the order of their dates, and those of one day come together.
  for (line in ours$cumulative) {
    seen <- seq_len(line$k)
    compare("cumulative orders", where, match(line$id, ids), line$k)
    r <- fit(yi[seen], vi[seen], if (line$k == 1) list(tau2Estimator = "FE", test = "z")
      else ours$model)
    compare("cumulative estimates", where, line$estimate, r$beta, 1e-7)
    if (line$k > 1) {
      compare("cumulative tau2", where, line$tau2, r$tau2, 1e-7)
      compare("cumulative intervals", where, line$ci, c(r$ci.lb, r$ci.ub), 1e-6)
    }
  }
  for (line in ours$leaveOneOut) {
    keep <- ids != line$without
    if (sum(keep) < 2) next
    r <- fit(yi[keep], vi[keep], ours$model)
    compare("leave-one-out", where, list(line$estimate, line$ci, line$tau2),
      c(r$beta, r$ci.lb, r$ci.ub, r$tau2), 1e-6)
  }
}

compare_analysis <- function(ours, where) {
  level <<- 100 * (if (is.null(ours$model$level)) 0.95 else ours$model$level)
  yi <- sapply(ours$studies, function(s) s$estimate)
  vi <- sapply(ours$studies, function(s) s$variance)
  compare("numbers of studies", where, ours$k, length(yi))
  if (length(yi) < 2) return()
  r <- fit(yi, vi, ours$model)
  compare_pooled(ours, r, where)
  compare_heterogeneity(ours, r, where)
  compare_studies(ours, r, yi, vi, where)
  compare_sequences(ours, yi, vi, where)
}

for (path in commandArgs(TRUE)) {
  document <- jsonlite::read_json(path)
  # Several programmes: the first analysis is of all together, each of them follows.
  for (ours in c(list(document), document$analyses)) {
    compare_analysis(ours, paste(basename(path), ours$title))
  }
}
finish("pooled", c("pooled estimates", "intervals", "prediction intervals",
  "between-study variances", "cumulative estimates"))
