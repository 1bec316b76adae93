# The ways to estimate a difference between two arms, each by R's own functions where R has one.
#
# Pupils are a data frame with after, before, arm (1 or 0) and, where there are any, stratum. Each
# way is a list of estimate, se, ci and p; estimates are in standard deviations with J.

# The small-sample correction, exact.
J <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2) - log(m / 2) / 2)

# The pooled standard deviation within the arms.
pooled <- function(x, arm) sqrt(sum(tapply(x, arm, function(v) sum((v - mean(v))^2))) /
  (length(x) - 2))

# A difference in marks with its standard error and t on df, in standard deviations.
standardized <- function(b, se, df, pupils, level = 0.95) {
  N <- nrow(pupils)
  S <- pooled(pupils$after, pupils$arm)
  w <- 1 - 3 / (4 * N - 9)
  list(estimate = J(N - 2) * b / S, se = w * sqrt((se / S)^2 + (w * b / S)^2 / (2 * N)),
    ci = J(N - 2) / S * (b + c(-1, 1) * qt((1 + level) / 2, df) * se),
    p = 2 * pt(-abs(b / se), df), b = b, sd = S, seb = se, df = df)
}

of_t_test <- function(t, pupils) standardized(t$estimate[[1]] - t$estimate[[2]], t$stderr,
  t$parameter[[1]], pupils)

# HC2 of one coefficient: residuals over what their leverage leaves.
hc2 <- function(model, name) {
  X <- model.matrix(model)[, !is.na(coef(model)), drop = FALSE]
  A <- solve(crossprod(X))
  sqrt(diag(A %*% crossprod(X * residuals(model) / sqrt(1 - hatvalues(model))) %*% A)[[name]])
}

primary_model <- function(pupils) {
  if (is.null(pupils$stratum)) lm(after ~ before + arm, pupils)
  else lm(after ~ before + factor(stratum) + arm, pupils)
}

coefficient_of <- function(model) summary(model)$coefficients["arm", ]

ancova <- function(pupils, level = 0.95) {
  model <- primary_model(pupils)
  row <- coefficient_of(model)
  standardized(row[[1]], row[[2]], df.residual(model), pupils, level)
}

way <- function(name, pupils) {
  two <- function(f, equal = TRUE) t.test(f[pupils$arm == 1], f[pupils$arm == 0], var.equal = equal)
  switch(name,
    "gain" = of_t_test(two(pupils$after - pupils$before), pupils),
    "welch" = of_t_test(two(pupils$after, FALSE), pupils),
    "hc2" = {
      model <- primary_model(pupils)
      standardized(coef(model)[["arm"]], hc2(model, "arm"), df.residual(model), pupils)
    },
    "lin" = {
      pupils$centred <- pupils$before - mean(pupils$before)
      model <- lm(after ~ arm * centred, pupils)
      standardized(coef(model)[["arm"]], hc2(model, "arm"), df.residual(model), pupils)
    },
    "post-test only" = {
      t <- of_t_test(two(pupils$after), pupils)
      list(estimate = t$estimate, p = t$p)
    },
    "glass" = {
      groups <- split(pupils$after, pupils$arm)
      n <- lengths(groups)
      d <- J(n[["0"]] - 1) * (mean(groups[["1"]]) - mean(groups[["0"]])) / sd(groups[["0"]])
      se <- sqrt(sum(1 / n) + d^2 / (2 * n[["0"]]))
      list(estimate = d, se = se, ci = d + c(-1, 1) * qnorm(0.975) * se, p = 2 * pnorm(-abs(d / se)))
    },
    "mann-whitney" = {
      groups <- split(pupils$after, pupils$arm)
      list(estimate = mean(outer(groups[["1"]], groups[["0"]],
        function(a, b) (a > b) + (a == b) / 2)))
    },
    "unpaired" = ancova(pupils[names(pupils) != "stratum"]),
    "cr2" = cr2(pupils),
    "class means" = class_means(pupils, pupils$after),
    "class gains" = class_means(pupils, pupils$after - pupils$before))
}

# A t test of the means of classes, in standard deviations of pupils within arms.
class_means <- function(pupils, values) {
  means <- tapply(values, pupils$class, mean)
  arm <- tapply(pupils$arm, pupils$class, mean)
  t <- t.test(means[arm == 1], means[arm == 0], var.equal = TRUE)
  S <- pooled(pupils$after, pupils$arm)
  list(estimate = (t$estimate[[1]] - t$estimate[[2]]) / S, se = t$stderr / S, ci = t$conf.int / S,
    p = t$p.value)
}

# Bell and McCaffrey's correction for classes, with Satterthwaite's degrees of freedom, by the whole
# matrix of the quadratic form.
cr2 <- function(pupils) {
  model <- lm(after ~ before + arm, pupils)
  X <- model.matrix(model)
  A <- solve(crossprod(X))
  M <- diag(nrow(X)) - X %*% A %*% t(X)
  power <- function(B) {
    e <- eigen(B, symmetric = TRUE)
    keep <- e$values > 1e-10
    e$vectors[, keep] %*% (t(e$vectors[, keep]) / sqrt(e$values[keep]))
  }
  parts <- lapply(split(seq_len(nrow(X)), pupils$class), function(rows) {
    B <- M[rows, rows]
    list(rows = rows, G = A %*% t(X[rows, , drop = FALSE]) %*% power(B))
  })
  shares <- sapply(parts, function(p) sum(p$G["arm", ] * residuals(model)[p$rows]))
  se <- sqrt(sum(shares^2))
  forms <- sapply(parts, function(p) M[, p$rows] %*% p$G["arm", ])
  P <- crossprod(forms)
  standardized(coef(model)[["arm"]], se, sum(diag(P))^2 / sum(P^2), pupils)
}

# Every way to allocate, where there are few; otherwise 9,999 draws, and how far draws may lie.
replayed <- function(pupils, design) {
  statistic <- function(arm) {
    pupils$arm <- arm
    coef(primary_model(pupils))[["arm"]]
  }
  observed <- statistic(pupils$arm)
  ways <- allocations(pupils, design)
  values <- apply(ways$arms, 2, statistic)
  values <- values[!is.na(values)]
  p <- mean(abs(values) >= abs(observed) - 1e-9 * max(1, abs(observed)))
  list(estimate = observed, p = p,
    tolerance = if (ways$all) 1e-9 else 4 * sqrt(p * (1 - p) * 2 / ncol(ways$arms)) + 2e-3)
}

allocations <- function(pupils, design) {
  n <- nrow(pupils)
  if (design == "cluster") {
    classes <- sort(unique(pupils$class))
    treated <- length(unique(pupils$class[pupils$arm == 1]))
    chosen <- utils::combn(length(classes), treated)
    return(list(all = TRUE, arms = apply(chosen, 2, function(k)
      as.numeric(pupils$class %in% classes[k]))))
  }
  stratum <- if (is.null(pupils$stratum)) rep(1, n) else pupils$stratum
  rows <- split(seq_len(n), stratum)
  treated <- sapply(rows, function(r) sum(pupils$arm[r]))
  count <- prod(choose(lengths(rows), treated))
  if (count <= 4000) {
    chosen <- Map(function(r, k) if (k == 0) matrix(integer(0), 0, 1) else
      matrix(r[utils::combn(length(r), k)], nrow = k), rows, treated)
    grid <- expand.grid(lapply(chosen, function(m) seq_len(ncol(m))))
    arms <- apply(grid, 1, function(pick) {
      arm <- numeric(n)
      for (s in seq_along(pick)) arm[chosen[[s]][, pick[[s]]]] <- 1
      arm
    })
    return(list(all = TRUE, arms = arms))
  }
  set.seed(1)
  list(all = FALSE, arms = replicate(2000, {
    arm <- numeric(n)
    for (s in seq_along(rows)) arm[rows[[s]][sample.int(length(rows[[s]]), treated[[s]])]] <- 1
    arm
  }))
}

# A random level for each class, by restricted maximum likelihood.
mixed <- function(y, X, class) {
  groups <- split(seq_along(y), class)
  solve_at <- function(ratio) {
    weights <- lapply(groups, function(r) diag(length(r)) - ratio / (1 + length(r) * ratio))
    XWX <- Reduce(`+`, Map(function(r, W) crossprod(X[r, , drop = FALSE], W) %*%
      X[r, , drop = FALSE], groups, weights))
    XWy <- Reduce(`+`, Map(function(r, W) crossprod(X[r, , drop = FALSE], W) %*% y[r],
      groups, weights))
    b <- solve(XWX, XWy)
    e <- y - X %*% b
    rss <- Reduce(`+`, Map(function(r, W) crossprod(e[r], W) %*% e[r], groups, weights))
    list(b = drop(b), XWX = XWX, rss = rss[[1]])
  }
  deviance <- function(sigma2, tau2) {
    fit <- solve_at(tau2 / sigma2)
    n <- lengths(groups)
    sum(log(sigma2 + n * tau2) + (n - 1) * log(sigma2)) +
      c(determinant(fit$XWX / sigma2)$modulus) + fit$rss / sigma2
  }
  df <- length(y) - ncol(X)
  profile <- function(log_ratio) {
    ratio <- exp(log_ratio)
    sigma2 <- solve_at(ratio)$rss / df
    deviance(sigma2, ratio * sigma2)
  }
  best <- optimize(profile, c(-16, 8), tol = 1e-11)
  at_zero <- deviance(solve_at(0)$rss / df, 0)
  ratio <- if (best$objective < at_zero - 1e-7) exp(best$minimum) else 0
  fit <- solve_at(ratio)
  sigma2 <- fit$rss / df
  list(b = fit$b, se = sqrt(sigma2 * diag(solve(fit$XWX))), sigma2 = sigma2, tau2 = ratio * sigma2,
    df = if (ratio > 0) satterthwaite(deviance, solve_at, sigma2, ratio * sigma2, ncol(X)) else NA)
}

# Of the last coefficient: 2V²/var(V), by differences of the restricted likelihood.
satterthwaite <- function(deviance, solve_at, sigma2, tau2, column) {
  variance <- function(v) (v[1] * solve(solve_at(v[2] / v[1])$XWX))[column, column]
  at <- c(sigma2, tau2)
  step <- diag(1e-4 * at)
  gradient <- sapply(1:2, function(i)
    (variance(at + step[i, ]) - variance(at - step[i, ])) / (2 * step[i, i]))
  value <- function(v) deviance(v[1], v[2])
  information <- outer(1:2, 1:2, Vectorize(function(i, j)
    (value(at + step[i, ] + step[j, ]) - value(at + step[i, ] - step[j, ]) -
      value(at - step[i, ] + step[j, ]) + value(at - step[i, ] - step[j, ])) /
      (4 * step[i, i] * step[j, j])))
  2 * variance(at)^2 / drop(gradient %*% solve(information / 2) %*% gradient)
}
