# A peer of another kind: TAM's many-facet Rasch model of the same ratings (Rscript tam.R RATINGS.csv), by marginal maximum
# likelihood: criterion, rater and steps as facets, candidates normal, in logits. It holds no halo and no profile, and gives no
# probability of an order. Answers each line of its input with one fit and the milliseconds that it took here.
suppressMessages(library(TAM))
ratings <- read.csv(commandArgs(TRUE)[1], colClasses = c("character", "character", "character", "numeric"))
sheets <- reshape(ratings, idvar = c("candidate", "rater"), timevar = "criterion", direction = "wide")
sheets <- sheets[order(sheets$candidate, sheets$rater), ]
levels <- as.matrix(sheets[, -(1:2)]) - min(ratings$score)
lines <- file("stdin", "r")
cat("ready", as.character(packageVersion("TAM")), "\n")
while (length(readLines(lines, 1)) > 0) {
  begun <- Sys.time()
  fit <- tam.mml.mfr(
    resp = levels, facets = data.frame(rater = sheets$rater), formulaA = ~ item + rater + step,
    pid = sheets$candidate, control = list(progress = FALSE), verbose = FALSE)
  found <- c(fit$xsi$xsi, fit$person$EAP)
  cat(1000 * as.numeric(difftime(Sys.time(), begun, units = "secs")), length(found), "\n")
}
