# The peer of the severity model: lme4's point estimates of the same ratings (Rscript lme4.R RATINGS.csv). Answers each line
# of its input with one fit and the milliseconds that it took here.
suppressMessages(library(lme4))
ratings <- read.csv(commandArgs(TRUE)[1], colClasses = c("factor", "factor", "factor", "numeric"))
lines <- file("stdin", "r")
cat("ready", as.character(packageVersion("lme4")), "\n")
while (length(readLines(lines, 1)) > 0) {
  begun <- Sys.time()
  fit <- suppressMessages(lmer(
    score ~ 0 + criterion + (1 | candidate) + (1 | rater) + (1 | candidate:rater), ratings))
  found <- c(fixef(fit), unlist(ranef(fit)))
  cat(1000 * as.numeric(difftime(Sys.time(), begun, units = "secs")), length(found), "\n")
}
