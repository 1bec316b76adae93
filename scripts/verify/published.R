# published.R FOLDER: effects that other people published or that were made up, as CSV files for
# `whatworked merge --effects`.

folder <- commandArgs(TRUE)[1]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
write_effects <- function(name, yi, vi, study, ...) {
  write.csv(data.frame(study = study, estimate = yi, variance = vi, ...), row.names = FALSE,
    quote = FALSE, file.path(folder, paste0(name, ".csv")))
}
options(digits = 17)

# Vaccination against tuberculosis: 13 trials, much heterogeneity (Colditz et al. 1994).
bcg <- metafor::escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = metadat::dat.bcg)
write_effects("tuberculosis", bcg$yi, bcg$vi, sprintf("trial %02d", bcg$trial),
  latitude = bcg$ablat, region = bcg$alloc, date = paste0(bcg$year, "-06-01"))

# Forty schools, some heterogeneity; and eight with none, where tau2 is zero.
set.seed(20260714)
vi <- 4 / sample(20:120, 40, replace = TRUE)
write_effects("schools", rnorm(40, 0.25, sqrt(0.02 + vi)), vi, sprintf("S-%03d", 1:40),
  region = rep(c("north", "south", "east", "west"), 10))
write_effects("alike", rep(c(0.2, 0.21), 4), rep(c(0.05, 0.08), each = 4), sprintf("S-%03d", 1:8))
