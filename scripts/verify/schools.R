# schools.R ANALYSIS.json PUPILS [MERGE.json]: every effect of the document again, by lm(), from the
# pupils; and from these the estimates and variances that merge pooled.
#
# PUPILS holds one CSV for each effect, as pupils.py writes them.

arguments <- commandArgs(TRUE)
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))),
  "agreement.R"))
document <- jsonlite::read_json(arguments[1])

# The small-sample correction, exact.
J <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2) - log(m / 2) / 2)

# The pooled standard deviation within the arms.
pooled <- function(x, arm) sqrt(sum(tapply(x, arm, function(v) sum((v - mean(v))^2))) /
  (length(x) - 2))

compare_effect <- function(effect, pupils, where) {
  pupils$arm <- as.numeric(pupils$group == "intervention")
  everyone <- pupils[!is.na(pupils$before) & !is.na(pupils$after), ]
  # A pupil whose partner is missing says nothing about the difference within pairs, but stays in
  # the balance and in the other ways to look at the data.
  analysed <- if (effect$design != "pairs") everyone else
    everyone[everyone$pair %in% names(which(table(everyone$pair) == 2)), ]
  model <- if (effect$design == "pairs") lm(after ~ arm + before + factor(pair), analysed)
    else lm(after ~ arm + before, analysed)
  row <- summary(model)$coefficients["arm", ]
  N <- nrow(analysed)
  S <- pooled(analysed$after, analysed$arm)
  d <- row[["Estimate"]] / S
  compare("adjusted differences", where, effect$b, row[["Estimate"]])
  compare("standard deviations", where, effect$sd, S)
  w <- 1 - 3 / (4 * N - 9)
  expected <- list(g = J(N - 2) * d, df = df.residual(model), wider = row[["Std. Error"]],
    se = w * sqrt((row[["Std. Error"]] / S)^2 + (w * d)^2 / (2 * N)), scale = J(N - 2) / S)
  if (effect$design == "partially-nested") expected <- nested(analysed, row, S, expected)
  compare("effect sizes", where, effect$g, expected$g)
  compare("standard errors", where, effect$se, expected$se)
  compare("degrees of freedom", where, effect$df, expected$df)
  compare("p values", where, effect$p,
    2 * pt(-abs(row[["Estimate"]] / expected$wider), expected$df))
  margin <- qt((1 + effect$level) / 2, expected$df) * expected$wider
  compare("intervals", where, effect$ci,
    expected$scale * (row[["Estimate"]] + c(-1, 1) * margin))
  compare("numbers of pupils", where, effect$n[c("intervention", "comparison")],
    c(sum(everyone$arm == 1), sum(everyone$arm == 0)))
  compare_balance(effect, pupils, everyone, where)
  compare_robustness(effect, everyone, where)
  size <- prod(table(analysed$arm)) / N
  list(g = expected$g, n = N, size = size, ratio = (row[["Std. Error"]] / S)^2 * size,
    eta = (expected$wider / row[["Std. Error"]])^2, h = if (is.null(expected$h)) N - 2 else expected$h,
    own = expected$se^2, compared = sort(everyone$pupil[everyone$arm == 0]),
    treated = sum(analysed$arm == 1))
}

# Pupils taught in small groups, compared with pupils who are in none: Hedges & Citkowicz (2015),
# with an assumed likeness of 0.1 within groups; one degree of freedom goes to the before-marks.
nested <- function(analysed, row, S, plain) {
  rho <- 0.1
  treated <- analysed[analysed$arm == 1, ]
  sizes <- table(treated$teaching_group[!is.na(treated$teaching_group)])
  n <- if (length(sizes) > 0) mean(sizes) else 4
  h <- nested_degrees(nrow(treated), nrow(analysed), n, rho)
  gamma <- 1 - (sum(analysed$arm == 0) + n - 2) * rho / (nrow(analysed) - 2)
  eta <- 1 + (n * sum(analysed$arm == 0) / nrow(analysed) - 1) * rho
  g <- plain$g * sqrt(gamma)
  wider <- plain$wider * sqrt(eta)
  list(g = g, h = h, df = min(plain$df, h), wider = wider, scale = plain$scale * sqrt(gamma),
    se = sqrt((wider / S)^2 + g^2 / (2 * (h - 1))))
}

nested_degrees <- function(treated, N, n, rho) {
  ((N - 2) * (1 - rho) + (treated - n) * rho)^2 /
    ((N - 2) * (1 - rho)^2 + (treated - n) * n * rho^2 + 2 * (treated - n) * (1 - rho) * rho)
}

compare_balance <- function(effect, pupils, complete, where) {
  if (!is.null(effect$baseline)) {
    difference <- diff(tapply(complete$before, complete$arm, mean))
    compare("baseline differences", where, effect$baseline$g,
      J(nrow(complete) - 2) * difference / pooled(complete$before, complete$arm))
  }
  if (!is.null(effect$attrition)) {
    lost <- is.na(pupils$after) | is.na(pupils$before)
    compare("attrition", where, effect$attrition[c("overall", "differential")],
      c(mean(lost), abs(diff(tapply(lost, pupils$arm, mean)))))
  }
}

compare_robustness <- function(effect, complete, where) {
  for (line in effect$robustness) {
    theirs <- switch(line$name,
      "post-test only" = {
        t <- t.test(after ~ factor(arm, c(1, 0)), complete, var.equal = TRUE)
        J(nrow(complete) - 2) * -diff(t$estimate)[[1]] / pooled(complete$after, complete$arm)
      },
      "mann-whitney" = {
        groups <- split(complete$after, complete$arm)
        mean(outer(groups[["1"]], groups[["0"]], function(a, b) (a > b) + (a == b) / 2))
      },
      "gain" = {
        t <- t.test(after - before ~ factor(arm, c(1, 0)), complete, var.equal = TRUE)
        J(nrow(complete) - 2) * -diff(t$estimate)[[1]] / pooled(complete$after, complete$arm)
      },
      "glass" = {
        groups <- split(complete$after, complete$arm)
        J(length(groups[["0"]]) - 1) * (mean(groups[["1"]]) - mean(groups[["0"]])) /
          sd(groups[["0"]])
      })
    if (!is.null(theirs)) compare(paste("robustness:", line$name), where, line$estimate, theirs)
  }
}

# What the schools of one programme and test say together about the variance of their effects:
# each school's own goes together with its effect when schools are small.
compare_variances <- function(studies, merge) {
  pools <- split(unlist(studies, recursive = FALSE), unlist(lapply(studies, function(effects)
    sapply(effects, function(e) paste(e$programme, e$outcome)))))
  shared <- lapply(pools, function(effects) {
    of <- function(name) sapply(effects, function(e) e[[name]])
    list(ratio = weighted.mean(of("ratio"), of("n") - 3), g = weighted.mean(of("g"), of("size")))
  })
  for (line in merge$studies) {
    effects <- studies[[line$id]]
    variances <- sapply(effects, function(e) {
      pool <- shared[[paste(e$programme, e$outcome)]]
      if (merge$model$variance == "own") return(e$own)
      pool$ratio / e$size * e$eta + pool$g^2 / (2 * e$h)
    })
    # Tutors and tutees against the same comparison pupils are not two studies.
    together <- if (length(effects) == 2 &&
        identical(effects[[1]]$compared, effects[[2]]$compared)) 2 * covariance(effects) else 0
    compare("pooled studies' estimates", line$id, line$estimate,
      mean(sapply(effects, function(e) e$g)))
    compare("pooled studies' variances", line$id, line$variance,
      (sum(variances) + together) / length(effects)^2)
  }
}

# Gleser & Olkin (2009), shrunk by what the before-marks explain.
covariance <- function(effects) {
  one <- effects[[1]]
  other <- effects[[2]]
  compared <- length(one$compared)
  sqrt(one$ratio * other$ratio) / compared +
    one$g * other$g / (2 * (one$treated + other$treated + compared))
}

studies <- list()
for (number in seq_along(document$files)) {
  file <- document$files[[number]]
  found <- list()
  for (effect in file$effects) {
    if (is.null(effect$g)) next
    where <- paste(c(file$study, effect$outcome, effect$role), collapse = " ")
    name <- paste(c(sprintf("%04d", number), effect$outcome, effect$role), collapse = "-")
    # Codes such as 007 and F are texts.
    pupils <- read.csv(file.path(arguments[2], paste0(name, ".csv")), na.strings = "",
      colClasses = c(pupil = "character", role = "character", class = "character",
        teaching_group = "character", pair = "character"))
    found[[length(found) + 1]] <- c(compare_effect(effect, pupils, where),
      list(programme = strsplit(file$study, "/")[[1]][2], outcome = effect$outcome))
  }
  # Of two returns of one study the later counts.
  if (length(found) > 0) studies[[file$study]] <- found
}
kinds <- c("effect sizes", "standard errors", "intervals", "p values")
if (length(arguments) > 2) {
  compare_variances(studies, jsonlite::read_json(arguments[3]))
  kinds <- c(kinds, "pooled studies' estimates", "pooled studies' variances")
}
finish("schools", kinds)
