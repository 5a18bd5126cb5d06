import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { choiceTable } from "#shells/report/choice-table";
import { section } from "#shells/report/section";
import { counted } from "#study/experiment/quantity-text";
import type { Cube, Design, SweptPath } from "#study/sweep/cube";
import type { SensitivityMethod } from "#study/sweep/sensitivity";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweptText } from "#shells/report/sweep-wording";
import { pathNumberText } from "#study/sweep/sweep-words";

/** What was varied, over which values. */
export function sweepVariedSection({ cube }: SweepFindings): Markup {
  const rows = cube.paths.map((path) => ({
    head: path.path,
    cells: [
      { text: path.levels === undefined ? "a distribution" : "a list" },
      { text: valuesText(path, cube) },
    ],
  }));
  const columns = [
    { head: "Drawn from", holds: "words" },
    { head: "Values", holds: "words" },
  ] as const;
  return section(
    "varied",
    "What was varied",
    `${sweptText(cube)}.`,
    choiceTable("Paths and their values", "Path", columns, rows),
  );
}

function valuesText(path: SweptPath, { ids }: Cube): string {
  if (path.levels !== undefined) return [...new Set(path.texts)].join(", ");
  const numbers = ids.map((_, future) => path.numbers[future] ?? NaN).filter(Number.isFinite);
  const ends = [Math.min(...numbers), Math.max(...numbers)].map((end) => pathNumberText(path, end));
  return numbers.length === 0 ? "" : ends.join(" to ");
}

const designNotes: Readonly<Record<Design, string>> = {
  "latin-hypercube":
    "Futures are a Latin hypercube (McKay, Beckman and Conover 1979): each equal part of the range of each " +
    "path holds one.",
  grid: "Futures are a grid: every way to take one value of each list, all weighed alike.",
  sobol:
    "Futures are a Sobol design: two Latin hypercubes, and for each path the first with that path taken " +
    "from " +
    "the second. Points repeat values of each other, which no interval over futures but those of the Sobol " +
    "indices allows for.",
};

const sensitivityNotes: Readonly<Record<SensitivityMethod, string>> = {
  sobol:
    "Shares of the spread are Sobol indices of first and total order (Saltelli and others 2010, " +
    "Jansen), with " +
    "percentile intervals of a bootstrap of the rows.",
  grid:
    "Shares of the spread are those of an analysis of variance of the whole grid, exact for its values: " +
    "the " +
    "variance of the means, and the mean variance with all others held.",
  "correlation-ratio":
    "Shares of the spread are corrected correlation ratios (epsilon squared, Kelley 1935), over the " +
    "values of a list or groups of equal count, with bootstrap intervals. Interactions are not told apart.",
};

/** How all of this was found. */
export function sweepMethodSection({ cube, sensitivities, question }: SweepFindings): Markup {
  const method = sensitivities.find(({ shares }) => shares !== null)?.method;
  const notes = [
    designNotes[cube.design],
    `Each number of a future is a mean over ${counted(cube.replications, "replication")} on the same draws ` +
      "for all variants and futures. Times that had not come count as long as they were watched; a " +
      "replication that was spared counts as the best that it could be.",
    "Futures have no probabilities unless their distributions are believed: means over them weigh all alike.",
    "Regret is by how much a variant is worse in a future than the best variant there (Savage 1951; " +
      "Lempert, " +
      "Popper and Bankes 2003).",
    "Shares of futures have Wilson intervals, as if the futures were a sample.",
    "Where a variant fails is found by the patient rule induction method (Friedman and Fisher 1999; " +
      "Bryant and " +
      "Lempert 2010): 5 % peeled off at a time, the box with the greatest harmonic mean of coverage and " +
      "density. " +
      "Limits that chance makes in more than 5 % are dropped; quasi-p, for the limits were sought where " +
      "the " +
      "failures are. It finds one box, though there may be others.",
    "A boundary of flips is one path that puts 5 % of the futures or fewer on the wrong side; with many " +
      "paths " +
      "one may fit by chance.",
    ...(method === undefined ? [] : [sensitivityNotes[method]]),
    ...(question.indifference > 0 ? [] : ["Any difference counts: no indifference was given."]),
  ];
  return section(
    "method",
    "How this was found",
    "What each number rests on.",
    element(
      "div",
      { class: "methods sweep" },
      element(
        "ul",
        {},
        notes.map((note) => element("li", {}, note)),
      ),
    ),
  );
}
