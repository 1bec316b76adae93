# schools.R ANALYSIS.json PUPILS [MERGE.json]: every effect of the document again, by lm(), from the
# pupils; and from these the estimates and variances that merge pooled.
#
# PUPILS holds one CSV for each effect, as pupils.py writes them.

arguments <- commandArgs(TRUE)
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))),
  "agreement.R"))
source(file.path(folder_of_this_script(), "ways.R"))
source(file.path(folder_of_this_script(), "estimates.R"))
document <- jsonlite::read_json(arguments[1])

compare_effect <- function(effect, pupils, where) {
  pupils$arm <- as.numeric(pupils$group == "intervention")
  # A pupil whose partner is missing says nothing about the difference within pairs, but stays in
  # the balance and in the other ways to look at the data.
  everyone <- pupils[!is.na(pupils$before) & !is.na(pupils$after), ]
  if (isTRUE(effect$strata > 0) && effect$design != "pairs") everyone$stratum <- everyone$block
  theirs <- if (effect$design == "cluster") compare_mixed(effect, everyone, where)
    else compare_primary(effect, everyone, effect$design, where)
  compare("numbers of pupils", where, effect$n[c("intervention", "comparison")],
    c(sum(everyone$arm == 1), sum(everyone$arm == 0)))
  compare_balance(effect, pupils, everyone, where)
  compare_robustness(effect, everyone, where)
  size <- theirs$treated * (theirs$n - theirs$treated) / theirs$n
  list(g = theirs$estimate, n = theirs$n, size = size, ratio = (theirs$seb / theirs$sd)^2 * size,
    eta = if (is.null(theirs$eta)) 1 else theirs$eta,
    h = if (is.null(theirs$h)) theirs$n - 2 else theirs$h,
    own = theirs$se^2, compared = sort(everyone$pupil[everyone$arm == 0]),
    treated = theirs$treated)
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
    theirs <- way(line$name, complete)
    for (part in intersect(names(theirs), c("estimate", "se", "ci", "p"))) {
      compare(paste("robustness:", line$name), paste(where, part), line[[part]], theirs[[part]])
    }
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
kinds <- c("effect sizes", "standard errors", "intervals", "p values",
  paste("robustness:", c("lin", "hc2", "welch", "gain", "glass", "post-test only", "mann-whitney")))
if (length(arguments) > 2) {
  compare_variances(studies, jsonlite::read_json(arguments[3]))
  kinds <- c(kinds, "pooled studies' estimates", "pooled studies' variances")
}
finish("schools", kinds)
