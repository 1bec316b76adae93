# Missing marks filled in by Bayesian regression, as the method "norm" of mice does, and the sets
# pooled by Rubin's rules: what the program's fifty draws must lie near, within what chance leaves.

# Draws the missing values of y from its regression on X, coefficients and spread drawn as well.
drawn <- function(y, X) {
  seen <- !is.na(y)
  if (all(seen)) return(y)
  q <- qr(X[seen, , drop = FALSE])
  kept <- q$pivot[seq_len(q$rank)]
  A <- X[seen, kept, drop = FALSE]
  inverse <- solve(crossprod(A))
  b <- drop(inverse %*% crossprod(A, y[seen]))
  spread <- sqrt(sum((y[seen] - A %*% b)^2) / rchisq(1, sum(seen) - q$rank))
  b <- b + spread * drop(crossprod(chol(inverse), rnorm(q$rank)))
  y[!seen] <- X[!seen, kept, drop = FALSE] %*% b + spread * rnorm(sum(!seen))
  y
}

# The two marks in turns, each from the other and the arm, or the class where classes were allocated.
filled_in <- function(pupils, design) {
  groups <- if (design == "cluster") model.matrix(~ factor(class), pupils) else cbind(1, pupils$arm)
  before <- ifelse(is.na(pupils$before), mean(pupils$before, na.rm = TRUE), pupils$before)
  after <- ifelse(is.na(pupils$after), mean(pupils$after, na.rm = TRUE), pupils$after)
  for (turn in 1:10) {
    before <- drawn(pupils$before, cbind(groups, after))
    after <- drawn(pupils$after, cbind(groups, before))
  }
  pupils$before <- before
  pupils$after <- after
  pupils
}

# The difference and its squared error in one filled-in set; eta widens it for teaching groups.
of_set <- function(pupils, design, eta) {
  if (design == "cluster") {
    fit <- mixed(pupils$after, cbind(1, pupils$before, pupils$arm), pupils$class)
    return(c(fit$b[3], fit$se[3]^2))
  }
  row <- coefficient_of(primary_model(pupils))
  c(row[[1]], row[[2]]^2 * eta)
}

compare_imputed <- function(effect, pupils, complete, design, where) {
  ours <- effect$missing$imputed
  if (is.null(ours)) return()
  if (design == "pairs") pupils$stratum <- pupils$pair
  if (design == "blocks") pupils$stratum <- pupils$class
  eta <- if (design == "partially-nested") nested(ancova(complete), complete)$eta else 1
  m <- if (design == "cluster") 200 else 400
  set.seed(1)
  sets <- replicate(m, of_set(filled_in(pupils, design), design, eta))
  between <- var(sets[1, ])
  n <- ours$imputations
  chance <- 4.5 * sqrt(1 / n + 1 / m)
  scale <- effect$g / effect$b
  compare("imputed differences", where, ours$b, mean(sets[1, ]), chance * sqrt(between))
  total <- mean(sets[2, ]) + (1 + 1 / n) * between
  compare("imputed variances", where, (ours$se / scale)^2 / total, 1,
    chance * (sqrt(2) * between + sd(sets[2, ])) / total)
  # What follows from the program's own estimate and share, to the last digits.
  compare("imputed effect sizes", where, ours$g, ours$b * scale)
  compare("imputed intervals", where, ours$ci,
    ours$g + c(-1, 1) * qt(0.975, ours$df) * abs(ours$se))
  compare("imputed p values", where, ours$p, 2 * pt(-abs(ours$g / ours$se), ours$df))
  if (design == "cluster") return()
  # Barnard and Rubin (1999).
  share <- ours$missingInformation
  whole <- df.residual(primary_model(filled_in(pupils, design)))
  seen <- (whole + 1) / (whole + 3) * whole * (1 - share)
  compare("imputed degrees of freedom", where, ours$df, 1 / (share^2 / (n - 1) + 1 / seen))
}
