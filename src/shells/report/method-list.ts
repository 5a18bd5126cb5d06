import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { headlineOf } from "#shells/report/measure-reading";
import type { Report } from "#shells/report/report";
import type { IntervalMethod, MeasureSummary } from "#study/experiment/summary";

const methodWords: Readonly<Record<Exclude<IntervalMethod, "none">, string>> = {
  student: "Student's t over the replications, for the mean",
  "bootstrap-t":
    "Efron's bootstrap-t over the replications, 999 resamples, or Student's t where that reaches further, " +
    "for the mean where values are skewed (fewer than 25 G1² of them, Cochran's rule of thumb)",
  "order-statistic":
    "Order statistics with what lies between them (Hettmansperger and Sheather 1986, Nyblom 1992), for a " +
    "quantile, whatever the distribution",
  wilson:
    "Wilson's score interval, for a share (Wilson 1927; method 3 of Newcombe, " +
    "Statistics in Medicine 17, 1998, 857-872)",
  newcombe:
    "Newcombe's interval of a difference of paired shares (method 10 of Newcombe, " +
    "Statistics in Medicine 17, 1998, 2635-2650)",
  "kaplan-meier":
    "Kaplan-Meier's curve with the band of log(−log S), for the median of a time that may not have come by " +
    "the end",
};

const paired =
  "Differences are paired: each variant's replication minus the baseline's with the same number, " +
  "on the same draws. " +
  "A difference is called real only if its 95 % interval does not hold 0.";

/** How many cells of a measure, by the place of the variant, have their interval made in one way. */
type Uses = ReadonlyMap<string, readonly number[]>;

/** How each interval was made, and in which variants where that is not the same in all. */
export function methodList(report: Report): Content {
  const cells = report.rows.flatMap((row) =>
    row.cells.flatMap((cell, place) =>
      cell === undefined ? [] : [{ title: row.title.toLowerCase(), place, words: wordsOf(cell) }],
    ),
  );
  if (cells.length === 0) return undefined;
  const all = counted(cells);
  const items = [...new Set(cells.map(({ words }) => words))].map((words) => {
    const uses = counted(cells.filter((cell) => cell.words === words));
    const told = [...uses].map(([title, counts]) => useText(title, counts, all.get(title) ?? [], report));
    return element("li", {}, `${words}: ${told.join("; ")}.`);
  });
  return element(
    "div",
    { class: "methods" },
    element("h3", {}, "How the intervals were made"),
    element("ul", {}, items, report.variants.length > 1 && element("li", {}, paired)),
  );
}

function counted(cells: readonly { readonly title: string; readonly place: number }[]): Uses {
  const uses = new Map<string, number[]>();
  for (const { title, place } of cells) {
    const counts = uses.get(title) ?? [];
    counts[place] = (counts[place] ?? 0) + 1;
    uses.set(title, counts);
  }
  return uses;
}

function wordsOf(cell: MeasureSummary): string {
  if (cell.method !== "none") return methodWords[cell.method];
  const { reason } = headlineOf(cell);
  return reason === "" ? "No interval, for too few replications have a value" : `No interval (${reason})`;
}

/** The title alone where it is so everywhere; else the variants, with how many of their rows if not all. */
function useText(title: string, counts: readonly number[], all: readonly number[], report: Report): string {
  if (all.every((count, place) => counts[place] === count)) return title;
  const names = report.variants.flatMap(({ place, name }) => {
    const [count, most] = [counts[place] ?? 0, all[place] ?? 0];
    if (count === 0) return [];
    return [count === most ? name : `${name} (${count} of ${most})`];
  });
  return `${title} in ${names.join(", ")}`;
}
