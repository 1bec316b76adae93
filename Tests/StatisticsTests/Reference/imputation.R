# What mice (method "norm", Bayesian regression) and its pooling by Rubin's rules give for sixty
# invented pupils in two arms and six classes, some of whose marks are missing.
# Run: Rscript imputation.R > imputation.json (mice 3.15 of Debian's r-cran-mice; three minutes)
suppressMessages(library(mice))

set.seed(20260)
n <- 60
arm <- rep(1:0, n / 2)
class <- rep(1:6, each = n / 6)
ability <- rnorm(n)
before <- round(18 + 4 * ability + 2 * rnorm(n), 1)
after <- round(20 + 4 * ability + 3 * rnorm(n) + 2 * arm + c(0, 1, -1, 2, 0, -2)[class], 1)
no_after <- runif(n) < 0.25
no_before <- runif(n) < 0.12
stopifnot(any(no_after & no_before))

schools <- list(
  # Second marks alone are missing.
  after = data.frame(before, after = ifelse(no_after, NA, after), arm),
  # Either mark, or both: filled in from each other in ten turns.
  both = data.frame(before = ifelse(no_before, NA, before), after = ifelse(no_after, NA, after), arm),
  # Filled in within classes, in whose span the arm is where whole classes were allocated.
  classes = data.frame(before = ifelse(no_before, NA, before), after = ifelse(no_after, NA, after),
    class = factor(class)))
arms <- list(after = arm, both = arm, classes = class %% 2)

# `ridge` would pull the draws to 0 by a hair, which the method itself does not ask for.
completed <- function(name, m) {
  filled <- mice(schools[[name]], m = m, maxit = if (name == "after") 1 else 10, method = "norm",
    ridge = 0, seed = 1, printFlag = FALSE)
  lapply(seq_len(m), function(i) cbind(complete(filled, i)[c("before", "after")],
    arm = arms[[name]]))
}
fits <- function(sets) lapply(sets, function(d) lm(after ~ before + arm, d))

# The same sets, pooled: what must agree to the last digits.
sets <- completed("both", 10)
pooled <- pool(as.mira(fits(sets)))$pooled
pooled <- pooled[pooled$term == "arm", ]
reach <- qt(0.975, pooled$df) * sqrt(pooled$t)

# Many sets: what must agree within what chance leaves open.
m <- 4000
average <- function(name) {
  rows <- t(sapply(fits(completed(name, m)), function(f) summary(f)$coefficients["arm", 1:2]))
  list(imputations = m, mean = mean(rows[, 1]), between = var(rows[, 1]),
    within = mean(rows[, 2]^2))
}

cat(jsonlite::toJSON(list(
  mice = as.character(packageVersion("mice")),
  schools = lapply(names(schools), function(name) list(
    name = name, before = schools[[name]]$before, after = schools[[name]]$after,
    arm = arms[[name]], class = if (name == "classes") class else NULL,
    average = average(name))),
  sets = lapply(sets, function(d) list(
    before = d$before[no_before], after = d$after[no_after])),
  pooled = list(estimate = pooled$estimate, se = sqrt(pooled$t), df = pooled$df,
    lambda = pooled$lambda, low = pooled$estimate - reach, high = pooled$estimate + reach,
    p = 2 * pt(-abs(pooled$estimate) / sqrt(pooled$t), pooled$df))
), auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = FALSE), "\n", sep = "")
