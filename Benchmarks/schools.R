# schools.R FOLDER: the table of one school for every CSV of the folder, as the product makes it, and
# 20,000 re-allocations of 24 pupils with analysis of covariance; prints seconds
# of processor time.
#
# R at its best: the re-allocations are one matrix product, not a loop of lm().

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "../scripts/verify/ways.R"))
files <- sort(list.files(commandArgs(TRUE)[1], "csv$", full.names = TRUE))
schools <- lapply(files, function(file) {
  pupils <- read.csv(file)
  names(pupils) <- c("arm", "before", "after")
  pupils
})

# The adjusted difference of many allocations at once: b = Σr/(n₁ − |ΣQ|²) over the treated.
replay <- function(pupils, draws, arms = NULL) {
  Q <- qr.Q(qr(cbind(1, pupils$before)))
  r <- pupils$after - Q %*% crossprod(Q, pupils$after)
  n <- nrow(pupils)
  treated <- sum(pupils$arm)
  if (is.null(arms)) arms <- replicate(draws, {
    arm <- numeric(n)
    arm[sample.int(n, treated)] <- 1
    arm
  })
  drop(crossprod(arms, r)) / (treated - rowSums(crossprod(arms, Q)^2))
}

table_of <- function(pupils) {
  primary <- ancova(pupils)
  ways <- lapply(c("gain", "lin", "hc2", "post-test only", "welch", "glass", "mann-whitney"),
    way, pupils)
  exact <- wilcox.test(pupils$after[pupils$arm == 1], pupils$after[pupils$arm == 0], exact = FALSE)
  draws <- replay(pupils, 9999)
  p <- (1 + sum(abs(draws) >= abs(primary$b) - 1e-9)) / 10000
  baseline <- t.test(pupils$before[pupils$arm == 1], pupils$before[pupils$arm == 0])
  primary$estimate
}

time <- system.time(total <- sum(sapply(schools, table_of)))
cat(sprintf("schools %d\ntable %f\nsum %.10f\n", length(schools), time[["user.self"]], total))
first <- head(schools[[1]], 24)
first$arm <- rep(1:0, each = 12)
time <- system.time(values <- sapply(1:20000, function(i) {
  first$arm <- sample(first$arm)
  coef(lm(after ~ before + arm, first))[["arm"]]
}))
cat(sprintf("lm20000 %f\n", time[["user.self"]]))
time <- system.time(values <- replay(first, 20000))
cat(sprintf("matrix20000 %f\n", time[["user.self"]]))
