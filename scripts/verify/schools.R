# schools.R ANALYSIS.json PUPILS: every effect of the document again, by lm(), from the pupils.
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
  complete <- pupils[!is.na(pupils$before) & !is.na(pupils$after), ]
  # A pupil whose partner is missing says nothing about the difference within pairs, but stays in
  # the balance and in the other ways to look at the data.
  everyone <- complete
  if (effect$design == "pairs") {
    whole <- names(which(table(complete$pair) == 2))
    complete <- complete[complete$pair %in% whole, ]
    complete$block <- complete$pair
  }
  blocked <- length(unique(na.omit(complete$block))) > 1
  model <- if (blocked) lm(after ~ arm + before + factor(block), complete)
    else lm(after ~ arm + before, complete)
  row <- summary(model)$coefficients["arm", ]
  N <- nrow(complete)
  df <- df.residual(model)
  S <- pooled(complete$after, complete$arm)
  d <- row[["Estimate"]] / S
  compare("numbers of pupils", where, effect$n[c("intervention", "comparison")],
    c(sum(complete$arm == 1), sum(complete$arm == 0)))
  compare("adjusted differences", where, effect$b, row[["Estimate"]])
  compare("standard deviations", where, effect$sd, S)
  compare("effect sizes", where, effect$g, J(N - 2) * d)
  compare("p values", where, effect$p, row[["Pr(>|t|)"]])
  compare("degrees of freedom", where, effect$df, df)
  margin <- qt(1 - (1 - effect$level) / 2, df) * row[["Std. Error"]]
  compare("intervals", where, effect$ci,
    J(N - 2) * (row[["Estimate"]] + c(-1, 1) * margin) / S)
  w <- 1 - 3 / (4 * N - 9)
  compare("standard errors", where, effect$se,
    w * sqrt((row[["Std. Error"]] / S)^2 + (w * d)^2 / (2 * N)))
  compare_balance(effect, pupils, everyone, where)
  compare_robustness(effect, everyone, where)
}

compare_balance <- function(effect, pupils, complete, where) {
  if (!is.null(effect$baseline)) {
    difference <- diff(tapply(complete$before, complete$arm, mean))
    compare("baseline differences", where, effect$baseline$g,
      J(nrow(complete) - 2) * difference / pooled(complete$before, complete$arm))
  }
  if (!is.null(effect$attrition)) {
    lost <- tapply(is.na(pupils$after), pupils$arm, mean)
    compare("attrition", where, effect$attrition[c("overall", "differential")],
      c(mean(is.na(pupils$after)), abs(diff(lost))))
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
      "glass" = {
        groups <- split(complete$after, complete$arm)
        J(length(groups[["0"]]) - 1) * (mean(groups[["1"]]) - mean(groups[["0"]])) /
          sd(groups[["0"]])
      })
    if (!is.null(theirs)) compare(paste("robustness:", line$name), where, line$estimate, theirs)
  }
}

for (file in document$files) {
  for (effect in file$effects) {
    if (is.null(effect$g)) next
    where <- paste(c(file$study, effect$outcome, effect$role), collapse = " ")
    name <- paste0(gsub("[^A-Za-z0-9]+", "_", where), ".csv")
    path <- file.path(arguments[2], name)
    if (!file.exists(path)) {
      agreement$failures <- c(agreement$failures, paste("no pupils of", where, "in", name))
      next
    }
    compare_effect(effect, read.csv(path, colClasses = c(pair = "character", block = "character"),
      na.strings = ""), where)
  }
}
finish("schools", c("effect sizes", "standard errors", "intervals", "p values"))
