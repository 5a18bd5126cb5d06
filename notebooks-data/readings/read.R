# Paired differences of a run folder, with base R: Rscript read.R <run folder>

rows <- read.csv(file.path(commandArgs(trailingOnly = TRUE)[1], "rows.csv"), na.strings = "")
# Measures of the whole run, each replication once: no twins, no windows, no times cut by the end.
whole <- subset(rows, is.na(time) & is.na(until) & is.na(by) & !as.logical(twin) & status == "value")
keys <- c("measure", "of", "replication")
baseline <- subset(whole, variant == "baseline", c(keys, "value"))

cat("variant,measure,of,difference,low,high,pairs\n")
for (name in setdiff(sort(unique(whole$variant)), "baseline")) {
  pairs <- merge(subset(whole, variant == name, c(keys, "value")), baseline, by = keys)
  for (part in split(pairs, list(pairs$measure, pairs$of), drop = TRUE)) {
    if (nrow(part) < 2) next
    difference <- part$value.x - part$value.y
    half <- qt(0.975, nrow(part) - 1) * sd(difference) / sqrt(nrow(part))
    bounds <- mean(difference) + c(0, -half, half)
    told <- paste(formatC(bounds, digits = 9, format = "g"), collapse = ",")
    cat(name, ",", part$measure[1], ",", part$of[1], ",", told, ",", nrow(part), "\n", sep = "")
  }
}
