# Counting what was compared with R, so that a comparison of nothing cannot pass.

agreement <- new.env()
agreement$counts <- list()
agreement$failures <- character()

# Whether `ours`, from the program's document, is `theirs`, from R, relative to its size where that
# is above one. Both may be NULL or NA together: neither can be computed.
compare <- function(kind, where, ours, theirs, tolerance = 1e-9) {
  agreement$counts[[kind]] <- (if (is.null(agreement$counts[[kind]])) 0 else
    agreement$counts[[kind]]) + 1
  ours <- as.numeric(unlist(if (is.null(ours)) NA else ours))
  theirs <- as.numeric(unlist(if (is.null(theirs)) NA else theirs))
  same <- length(ours) == length(theirs) && all(is.na(ours) == is.na(theirs)) &&
    all(abs(ours - theirs) <= tolerance * pmax(1, abs(theirs)), na.rm = TRUE)
  if (!same) {
    agreement$failures <- c(agreement$failures, sprintf("%s: %s: whatworked %s, R %s", kind, where,
      paste(format(ours, digits = 12), collapse = " "),
      paste(format(theirs, digits = 12), collapse = " ")))
  }
}

# Prints the counts and ends R: 0 when all agreed and each expected kind was compared.
finish <- function(check, expecting) {
  for (kind in setdiff(expecting, names(agreement$counts))) {
    agreement$failures <- c(agreement$failures, paste0(kind, ": nothing was compared"))
  }
  for (kind in names(agreement$counts)) {
    cat(sprintf("  %7d %s\n", as.integer(agreement$counts[[kind]]), kind))
  }
  for (failure in head(agreement$failures, 100)) message("FAILED ", failure)
  failed <- length(agreement$failures)
  cat(sprintf("%s: %d comparisons, %s\n", check, as.integer(sum(unlist(agreement$counts))),
    if (failed > 0) paste(failed, "FAILED") else "all held"))
  quit(status = as.integer(failed > 0))
}

folder_of_this_script <- function() {
  file <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  dirname(normalizePath(file))
}
