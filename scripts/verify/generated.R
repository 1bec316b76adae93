# generated.R FOLDER: 40 schools that nobody has seen, of all designs, with missing marks, ties and
# full marks; each analysed by the program and again by R.
#
# WHATWORKED is the program. The seeds are fixed, so that two runs compare the same pupils.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "agreement.R"))
source(file.path(here, "ways.R"))
source(file.path(here, "estimates.R"))
source(file.path(here, "imputed.R"))
folder <- commandArgs(TRUE)[1]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
program <- Sys.getenv("WHATWORKED")
if (program == "") stop("WHATWORKED must name the program")

designs <- c("randomised", "blocks", "pairs", "matched", "partially-nested", "cluster", "single",
  "randomised")
troubles <- c("none", "missing", "ties", "ceiling", "few")

# One school: every design meets every trouble once.
school <- function(number) {
  set.seed(6000 + number)
  design <- designs[(number - 1) %% length(designs) + 1]
  trouble <- troubles[(number - 1) %/% length(designs) %% length(troubles) + 1]
  n <- if (trouble == "few") 12 else sample(c(24, 40, 60), 1)
  if (design == "cluster") n <- max(n, 24)
  class <- rep(seq_len(if (design == "cluster") 6 else 4), length.out = n)
  arm <- switch(design,
    single = rep(1, n), cluster = as.numeric(class %in% sample(6, 3)),
    pairs = rep(c(1, 0), n / 2), blocks = ave(rnorm(n), class, FUN = function(v)
      as.numeric(rank(v) <= floor(length(v) / 2 + runif(1)))),
    sample(rep(0:1, length.out = n)))
  ability <- rnorm(n) + if (design == "matched") 0.2 * arm else 0
  level <- rnorm(6, sd = if (design == "cluster") 0.4 else 0)[class]
  before <- 20 + 6 * (0.8 * ability + 0.6 * rnorm(n))
  after <- 23 + 6 * (0.8 * ability + 0.6 * rnorm(n) + level + 0.4 * arm)
  if (trouble == "ties") { before <- 5 * round(before / 5); after <- 5 * round(after / 5) }
  if (trouble == "ceiling") after <- after + 11
  pupils <- data.frame(pupil = sprintf("P%03d", seq_len(n)),
    class = if (design == "partially-nested") ifelse(arm == 1, paste0("G", ceiling(
      cumsum(arm) / 3)), NA) else paste0("C", class),
    pair = if (design == "pairs") rep(seq_len(n / 2), each = 2) else NA,
    group = ifelse(arm == 1, "intervention", "control"), role = NA,
    sex = sample(c("F", "M"), n, TRUE), fsm = NA, send = NA,
    pre = pmin(40, pmax(0, round(before, 1))), post = pmin(40, pmax(0, round(after, 1))),
    sessions = ifelse(arm == 1, rbinom(n, 12, 0.8), rbinom(n, 2, 0.3)))
  if (trouble == "missing") {
    pupils$post[sample(n, ceiling(n / 8))] <- NA
    pupils$pre[sample(n, ceiling(n / 12))] <- NA
  }
  # The order of rows is no part of the data.
  list(design = design, trouble = trouble, pupils = pupils[sample(n), ])
}

analysed <- function(school, name) {
  file <- file.path(folder, paste0(name, ".csv"))
  write.csv(school$pupils, file, row.names = FALSE, na = "", quote = FALSE)
  design <- if (school$design == "blocks") c("randomised", "--blocks", "class") else school$design
  json <- file.path(folder, paste0(name, ".json"))
  status <- system2(program, c("analyse", "--pupils", shQuote(file), "--design", design,
    "--maximum", 40, "--compliance", 8, "--quiet", "--json", "-o",
    shQuote(file.path(folder, name))), stdout = json)
  if (status != 0) stop(name, ": the program ended with ", status)
  jsonlite::read_json(json)$files[[1]]$effects[[1]]
}

compare_school <- function(number) {
  school <- school(number)
  where <- sprintf("%02d %s, %s", number, school$design, school$trouble)
  effect <- analysed(school, sprintf("school-%02d", number))
  pupils <- with(school$pupils, data.frame(pupil, class, pair, sex, before = pre, after = post,
    arm = as.numeric(group == "intervention"), sessions))
  pupils <- pupils[order(pupils$pupil), ]
  compare_attrition(effect, pupils, where)
  complete <- pupils[!is.na(pupils$before) & !is.na(pupils$after), ]
  if (school$design == "partially-nested") complete$teaching_group <- complete$class
  if (school$design == "blocks") complete$stratum <- complete$class
  if (school$design == "single") return(compare_gain(effect, complete, where))
  if (school$design == "cluster") compare_mixed(effect, complete, where)
  else {
    compare_primary(effect, complete, school$design, where)
    compare_compliers(effect, if (school$design == "pairs") pairs_of(complete) else complete, where)
  }
  compare_imputed(effect, pupils, complete, school$design, where)
  compare_ways(effect, complete, school$design, where)
  compare_sex(effect, complete, school$design, where)
}

compare_attrition <- function(effect, pupils, where) {
  if (is.null(effect$attrition)) return()
  lost <- is.na(pupils$before) | is.na(pupils$after)
  compare("attrition", where, effect$attrition[c("overall", "differential")],
    c(mean(lost), abs(diff(tapply(lost, pupils$arm, mean)))))
}

compare_gain <- function(effect, complete, where) {
  t <- t.test(complete$after, complete$before, paired = TRUE)
  compare("gains", where, effect$gain[c("mean", "ci")], c(t$estimate, t$conf.int))
  compare("no effect without a comparison", where, effect$g, NULL)
}

compare_ways <- function(effect, complete, design, where) {
  for (line in effect$robustness) {
    kind <- paste("way:", sub("^group correlation.*", "group correlation", line$name))
    if (line$name == "randomisation") {
      used <- if (design == "pairs") pairs_of(complete) else complete
      theirs <- replayed(used, design)
      compare(kind, where, line$estimate, theirs$estimate)
      compare(paste(kind, "p"), where, line$p, theirs$p, theirs$tolerance)
      next
    }
    theirs <- way(line$name, complete)
    for (part in intersect(names(theirs), c("estimate", "se", "ci", "p"))) {
      compare(kind, paste(where, part), line[[part]], theirs[[part]], 1e-8)
    }
  }
}

# Two-stage least squares: the dose by the first regression, the marks by the second.
compare_compliers <- function(effect, pupils, where) {
  pupils$took <- as.numeric(pupils$sessions >= 8)
  if (is.null(effect$dose$cace)) return()
  others <- if (is.null(pupils$stratum)) ~ before else ~ before + factor(stratum)
  X <- cbind(model.matrix(others, pupils), took = pupils$took)
  Z <- cbind(model.matrix(others, pupils), arm = pupils$arm)
  fitted <- Z %*% solve(crossprod(Z), crossprod(Z, X))
  b <- solve(crossprod(fitted), crossprod(fitted, pupils$after))
  e <- pupils$after - X %*% b
  df <- nrow(X) - qr(X)$rank
  se <- sqrt(sum(e^2) / df * solve(crossprod(fitted))["took", "took"])
  expected <- standardized(b["took", 1], se, df, pupils)
  compare("compliers", where, effect$dose$cace$b, expected$b)
  compare("compliers", where, effect$dose$cace$se, expected$se)
  compare("compliers", where, effect$dose$cace$ci, expected$ci)
}

compare_sex <- function(effect, complete, design, where) {
  for (group in effect$subgroups) {
    for (level in group$levels) {
      own <- complete[complete$sex == level$level, c("before", "after", "arm")]
      compare("subgroups", where, level$g, ancova(own)$estimate)
    }
    if (!is.null(group$interaction)) {
      test <- anova(lm(after ~ before + arm + sex, complete), lm(after ~ before + arm * sex, complete))
      compare("interactions", where, group$interaction[c("f", "p")], c(test$F[2], test$`Pr(>F)`[2]))
    }
  }
}

for (number in 1:40) compare_school(number)
finish("generated schools", c("adjusted differences", "effect sizes", "standard errors", "intervals",
  "p values", "mixed differences", "mixed intervals", "imputed differences", "imputed variances",
  "imputed degrees of freedom", "imputed intervals", "gains", "compliers", "subgroups", "interactions",
  "way: lin", "way: hc2", "way: welch", "way: gain", "way: glass", "way: cr2",
  "way: mann-whitney", "way: unpaired", "way: class means", "way: randomisation p"))
