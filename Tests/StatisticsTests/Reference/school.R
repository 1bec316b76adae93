# Numbers for one invented school of 24 pupils in two arms and three classes, and for three such
# schools together. Run: Rscript school.R > school.json
pre <- c(12, 15, 9, 20, 18, 11, 14, 17, 10, 16, 13, 19, 13, 14, 10, 19, 17, 12, 15, 16, 11, 18, 9, 18)
post <- c(19, 15, 15, 23, 19, 17, 14, 21, 10, 22, 14, 24, 12, 19, 11, 18, 21, 11, 19, 14, 13, 21, 13, 17)
arm <- rep(1:0, each = 12)
class <- rep(c("A", "B", "C"), 8)

J <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
omega <- function(N) 1 - 3 / (4 * N - 9)

effect <- function(model, post, arm) {
  b <- coef(summary(model))["arm", 1]
  se <- coef(summary(model))["arm", 2]
  df <- df.residual(model)
  n <- table(factor(arm, c(1, 0)))
  N <- sum(n)
  S <- sqrt(sum((n - 1) * tapply(post, factor(arm, c(1, 0)), var)) / (N - 2))
  t <- qt(.975, df)
  list(
    b = b, seB = se, df = df, p = 2 * pt(-abs(b / se), df), S = S, g = J(N - 2) * b / S,
    se = omega(N) * sqrt((se / S)^2 + (omega(N) * b / S)^2 / (2 * N)),
    low = J(N - 2) * (b - t * se) / S, high = J(N - 2) * (b + t * se) / S
  )
}

# HC2 and CR2 written out, so that no package is needed.
sandwich <- function(model, cluster, power) {
  X <- model.matrix(model)
  e <- resid(model)
  B <- solve(crossprod(X))
  meat <- matrix(0, ncol(X), ncol(X))
  for (g in unique(cluster)) {
    i <- which(cluster == g)
    H <- X[i, , drop = FALSE] %*% B %*% t(X[i, , drop = FALSE])
    s <- eigen(diag(length(i)) - H, symmetric = TRUE)
    A <- s$vectors %*% diag(s$values^power, length(i)) %*% t(s$vectors)
    u <- t(X[i, , drop = FALSE]) %*% A %*% e[i]
    meat <- meat + u %*% t(u)
  }
  sqrt((B %*% meat %*% B)["arm", "arm"])
}

simple <- lm(post ~ pre + arm)
blocked <- lm(post ~ pre + factor(class) + arm)
w <- suppressWarnings(wilcox.test(post[arm == 1], post[arm == 0], correct = TRUE, exact = FALSE))

# Three schools: the same marks moved and stretched, so that effects and spreads differ.
schools <- do.call(rbind, lapply(1:3, function(s) {
  keep <- seq_along(pre) %% (s + 3) != 0
  data.frame(school = s, pre = pre[keep] + s, arm = arm[keep],
    post = (post + ifelse(arm == 1, c(0, 2, 5)[s], 0) + ifelse(seq_along(post) %% 2 == 0, s, -s))[keep])
}))
suppressMessages(library(nlme))
one <- lme(post ~ 0 + factor(school) + factor(school):pre + arm, data = schools,
  random = ~ 0 + arm | school, method = "REML",
  control = lmeControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 1000, msMaxIter = 1000))
spread <- sqrt(sum(sapply(split(schools, list(schools$school, schools$arm)),
  function(d) (nrow(d) - 1) * var(d$post))) / (nrow(schools) - 6))

cat(jsonlite::toJSON(list(
  pre = pre, post = post, arm = arm, class = class,
  ancova = effect(simple, post, arm), blocked = effect(blocked, post, arm),
  posttest = effect(lm(post ~ arm), post, arm),
  hc2 = sandwich(simple, seq_along(post), -.5), cr2 = sandwich(simple, class, -.5),
  mannWhitney = list(u = unname(w$statistic), p = w$p.value),
  welch = unname(t.test(post ~ factor(arm, c(1, 0)))$p.value),
  schools = schools,
  oneStage = list(
    difference = unname(fixef(one)["arm"]), se = sqrt(vcov(one)["arm", "arm"]),
    tau2 = as.numeric(VarCorr(one)["arm", "Variance"]), sigma2 = one$sigma^2, spread = spread)
), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
