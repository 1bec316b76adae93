# Numbers for ten invented schools. Run: Rscript meta.R > meta.json
suppressMessages(library(metafor))
yi <- c(.72, -.20, .51, -.30, .85, .10, .57, -.28, .91, .15)
nt <- c(14, 20, 12, 30, 10, 25, 15, 40, 9, 22)
nc <- c(14, 21, 12, 28, 11, 25, 16, 38, 10, 20)
vi <- .51 * (1 / nt + 1 / nc) + .278^2 / (2 * (nt + nc - 3))
dose <- c(20, 12, 18, 10, 24, 15, 20, 11, 22, 14)
tight <- list(threshold = 1e-14, maxiter = 10000)

fits <- lapply(setNames(nm = c("FE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM")), function(m) {
  control <- if (m %in% c("ML", "REML", "EB")) tight else if (m == "PM") list(tol = 1e-15) else list()
  z <- rma(yi, vi, method = m, control = control)
  k <- rma(yi, vi, method = m, test = "knha", control = control)
  p <- predict(k)
  list(tau2 = z$tau2, seTau2 = if (m == "FE") NULL else z$se.tau2, estimate = c(z$beta), se = z$se,
    low = z$ci.lb, high = z$ci.ub, i2 = z$I2, h2 = z$H2, knha = list(se = k$se, p = k$pval,
    low = k$ci.lb, high = k$ci.ub, predictionLow = p$pi.lb, predictionHigh = p$pi.ub))
})
reml <- rma(yi, vi, test = "knha", control = tight)
profile <- confint(reml, control = list(tol = 1e-14, maxiter = 10000))$random
deletion <- influence(reml)
blups <- blup(reml)
regression <- rma(yi, vi, mods = ~dose, test = "knha", control = tight)
begg <- ranktest(yi, vi)
plain <- rma(yi, vi, control = tight)

# Two effects of each of five schools, with sampling errors that go together.
school <- c(1, 2, 1, 2, 3, 4, 3, 4, 5, 5)
pairs <- rbind(c(1, 3), c(2, 4), c(5, 7), c(6, 8), c(9, 10))
shared <- .4 * sqrt(vi[pairs[, 1]] * vi[pairs[, 2]])
V <- diag(vi)
V[pairs] <- V[pairs[, 2:1]] <- shared
nested <- rma.mv(yi, V, random = ~ 1 | school / effect, data = data.frame(school, effect = 1:10),
  control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-15))

cat(jsonlite::toJSON(list(
  yi = yi, vi = vi, nt = nt, nc = nc, dose = dose, fits = fits, q = reml$QE, qP = reml$QEp,
  profile = list(tau2 = profile["tau^2", 2:3], i2 = profile["I^2(%)", 2:3]),
  influence = list(rstudent = deletion$inf$rstudent, dffits = deletion$inf$dffits,
    cookD = deletion$inf$cook.d, covRatio = deletion$inf$cov.r, tau2Deleted = deletion$inf$tau2.del,
    hat = deletion$inf$hat, dfbetas = deletion$dfbs$intrcpt, flag = deletion$is.infl),
  blup = list(estimate = blups$pred, se = blups$se),
  regression = list(b = c(regression$beta), se = regression$se, p = regression$pval,
    qm = regression$QM, qmP = regression$QMp, qe = regression$QE, tau2 = regression$tau2,
    r2 = regression$R2),
  rank = list(tau = unname(begg$tau), p = begg$pval),
  egger = regtest(yi, vi, model = "lm")$zval,
  trim = list(k0 = trimfill(plain)$k0, estimate = c(trimfill(plain)$beta)),
  rosenthal = fsn(yi, vi)$fsnum, orwin = fsn(yi, type = "Orwin", target = .1)$fsnum,
  nested = list(school = school, first = pairs[, 1] - 1, second = pairs[, 2] - 1, covariance = shared,
    estimate = c(nested$beta), se = nested$se, sigma2 = nested$sigma2,
    logLik = as.numeric(logLik(nested)), q = nested$QE),
  leaveOneOut = leave1out(plain)$estimate, cumulative = cumul(plain)$estimate
), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
