import { statisticOf } from "#study/experiment/measure-lines";
import type { MeasureSummary } from "#study/experiment/summary";

/**
 * What a reader must know where the difference of a time does not fit the medians beside it: it is of means,
 * and restricted ones where some replications never get there. Empty where no such difference is shown.
 */
export function differenceNote(rows: readonly (readonly (MeasureSummary | undefined)[])[]): string {
  const times = rows.filter((cells) => cells.some(isCompared));
  if (times.length === 0) return "";
  const missed = times.some((cells) => cells.some((cell) => cell !== undefined && cell.censored > 0));
  const means = "Differences of times are of paired means, not of the medians beside them";
  return missed
    ? `${means}; where some replications are not there by the end, every time is cut at one limit, the ` +
        "same for all variants (restricted means)."
    : `${means}.`;
}

function isCompared(cell: MeasureSummary | undefined): boolean {
  if (cell?.versusBaseline === undefined || statisticOf(cell) !== "median") return false;
  return cell.versusBaseline.difference !== null && cell.versusBaseline.difference !== 0;
}
