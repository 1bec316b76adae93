# Rscript Benchmarks/pooling.R: the fits of PoolingTimes beside metafor's, in one run on one core,
# each timed inside its own process, without starting it or reading files. Prints a table.
#
# metafor's default for REML is timed, which stops earlier than ours; it takes matrices of studies
# by studies, so that more than 3,000 are not tried.

suppressMessages(library(metafor))
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
built <- file.path(here, ".build", "release", "PoolingTimes")
if (!file.exists(built)) stop("first: swift build -c release --product PoolingTimes, in Benchmarks")
folder <- tempfile("pooling")
dir.create(folder)
options(digits = 17)
set.seed(20260714)
made <- list()
for (k in c(10, 300, 1000, 3000, 100000)) {
  vi <- 0.51 * (1 / sample(8:30, k, TRUE) + 1 / sample(8:30, k, TRUE))
  made[[as.character(k)]] <- data.frame(yi = rnorm(k, 0.25, sqrt(0.0225 + vi)), vi = vi)
  write.csv(made[[as.character(k)]], file.path(folder, paste0("k", format(k, scientific = FALSE),
    ".csv")), row.names = FALSE, quote = FALSE)
}
seconds <- function(body, least) {
  taken <- c()
  while (length(taken) < least || (sum(taken) < 0.2)) {
    gc(FALSE)
    taken <- c(taken, system.time(body())[["elapsed"]])
    if (length(taken) > 200) break
  }
  # What is shorter than the clock's tick is timed over many runs.
  if (median(taken) < 0.02) {
    runs <- 50
    return(system.time(for (i in 1:runs) body())[["elapsed"]] / runs)
  }
  median(taken)
}
theirs <- list()
for (k in c(10, 300, 1000, 3000)) {
  data <- made[[as.character(k)]]
  theirs[[paste("REML with Knapp-Hartung", k)]] <- seconds(
    function() rma(yi, vi, data = data, test = "knha"), if (k < 3000) 3 else 1)
}
data <- made[["300"]]
fit <- rma(yi, vi, data = data, test = "knha")
theirs[["leave-one-out with influence 300"]] <- seconds(
  function() { leave1out(fit); influence(fit) }, 1)
theirs[["cumulative 300"]] <- seconds(function() cumul(fit), 1)
ours <- read.csv(text = system2(built, folder, stdout = TRUE), header = FALSE,
  col.names = c("what", "k", "seconds"))
unlink(folder, recursive = TRUE)

cat("| fit | studies | whatworked, ms | metafor", as.character(packageVersion("metafor")),
  "ms | times faster |\n|---|---|---|---|---|\n")
for (i in seq_len(nrow(ours))) {
  it <- theirs[[paste(ours$what[i], ours$k[i])]]
  cat(sprintf("| %s | %s | %.3f | %s | %s |\n", ours$what[i],
    format(ours$k[i], big.mark = ",", scientific = FALSE), 1000 * ours$seconds[i],
    if (is.null(it)) "not tried" else sprintf("%.1f", 1000 * it),
    if (is.null(it)) "" else format(round(it / ours$seconds[i]), big.mark = ",")))
}
