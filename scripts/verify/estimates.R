# The primary estimate of a study held against R's, for each design; what pooling needs comes back.

pairs_of <- function(complete) {
  whole <- complete[complete$pair %in% names(which(table(complete$pair) == 2)), ]
  whole$stratum <- whole$pair
  whole
}

compare_primary <- function(effect, complete, design, where) {
  used <- if (design == "pairs") pairs_of(complete) else complete
  expected <- ancova(used)
  if (design == "partially-nested") expected <- nested(expected, used)
  compare("adjusted differences", where, effect$b, expected$b)
  compare("standard deviations", where, effect$sd, expected$sd)
  compare("effect sizes", where, effect$g, expected$estimate)
  compare("standard errors", where, effect$se, expected$se)
  compare("degrees of freedom", where, effect$df, expected$df)
  compare("p values", where, effect$p, expected$p)
  compare("intervals", where, effect$ci, expected$ci)
  c(expected, list(n = nrow(used), treated = sum(used$arm == 1)))
}

# Hedges and Citkowicz (2015), with the likeness within groups estimated from eight groups on.
nested <- function(plain, pupils) {
  treated <- pupils[pupils$arm == 1, ]
  grouped <- treated[!is.na(treated$teaching_group), ]
  sizes <- table(grouped$teaching_group)
  rho <- if (length(sizes) >= 8) likeness(grouped) else 0.1
  n <- if (length(sizes) > 0) mean(sizes) else 4
  N <- nrow(pupils)
  n1 <- nrow(treated)
  gamma <- 1 - (N - n1 + n - 2) * rho / (N - 2)
  eta <- 1 + (n * (N - n1) / N - 1) * rho
  h <- ((N - 2) * (1 - rho) + (n1 - n) * rho)^2 /
    ((N - 2) * (1 - rho)^2 + (n1 - n) * n * rho^2 + 2 * (n1 - n) * (1 - rho) * rho)
  df <- min(plain$df, h)
  se <- plain$seb * sqrt(eta)
  g <- plain$estimate * sqrt(gamma)
  scale <- J(N - 2) / plain$sd * sqrt(gamma)
  list(b = plain$b, sd = plain$sd, seb = plain$seb, eta = eta, h = h, estimate = g, df = df, p = 2 * pt(-abs(plain$b / se), df),
    se = sqrt((se / plain$sd)^2 + g^2 / (2 * max(h - 1, 1))),
    ci = scale * (plain$b + c(-1, 1) * qt(0.975, df) * se))
}

# How alike pupils of one teaching group are, at the same mark before.
likeness <- function(grouped) {
  group <- factor(grouped$teaching_group)
  left <- residuals(lm(after ~ before, grouped))
  table <- anova(lm(left ~ group))
  typical <- (length(left) - sum(table(group)^2) / length(left)) / (nlevels(group) - 1)
  ratio <- (table[1, 3] - table[2, 3]) / (table[1, 3] + (typical - 1) * table[2, 3])
  min(max(ratio, 0), 1)
}

compare_mixed <- function(effect, pupils, where) {
  fit <- mixed(pupils$after, cbind(1, pupils$before, pupils$arm), pupils$class)
  empty <- mixed(pupils$after, matrix(1, nrow(pupils)), pupils$class)
  S <- sqrt(empty$sigma2 + empty$tau2)
  df <- if (is.na(fit$df)) length(unique(pupils$class)) - 2 else fit$df
  compare("mixed differences", where, effect$b, fit$b[3], 1e-6)
  compare("mixed standard deviations", where, effect$sd, S, 1e-6)
  compare("mixed effect sizes", where, effect$g, fit$b[3] / S, 1e-6)
  compare("mixed degrees of freedom", where, effect$df, df, 1e-3)
  compare("mixed intervals", where, effect$ci,
    (fit$b[3] + c(-1, 1) * qt(0.975, df) * fit$se[3]) / S, 1e-3)
  compare("correlations within classes", where, effect$classes$icc, empty$tau2 / S^2, 1e-5)
  inflation <- 1 + (nrow(pupils) / length(unique(pupils$class)) - 1) *
    fit$tau2 / (fit$tau2 + fit$sigma2)
  list(estimate = fit$b[3] / S, n = nrow(pupils), treated = sum(pupils$arm == 1), sd = S,
    seb = fit$se[3] / sqrt(inflation), eta = inflation, h = two_level_degrees(pupils, S, empty),
    se = effect$se)
}

# What Works Clearinghouse 5.0, E.21.
two_level_degrees <- function(pupils, S, empty) {
  N <- nrow(pupils)
  rho <- empty$tau2 / S^2
  n <- N / length(unique(pupils$class))
  ((N - 2) - 2 * (n - 1) * rho)^2 / ((N - 2) * (1 - rho)^2 + n * (N - 2 * n) * rho^2 +
    2 * (N - 2 * n) * rho * (1 - rho))
}

