import { expect, test } from "vitest";
import { reportPage } from "#shells/report/page";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import { usualComparison } from "#study/comparison/usual-comparison";
import type { Comparison } from "#study/comparison/comparison";
import { measureTitle } from "#study/experiment/measure-title";
import type { Result } from "#study/experiment/result";
import { berthResult, canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";
import type { PageElement } from "./parsed-page.ts";

function choiceOf(result: Result): PageElement {
  const found = parsedPage(reportPage(result)).querySelector("#choice");
  if (found === null) throw new Error("the page has no choice");
  return found;
}

function told(result: Result): Comparison {
  const comparison = usualComparison(result);
  if (comparison === undefined) throw new Error("there is something to compare");
  return comparison;
}

const canal = choiceOf(canalResult);
const comparison = told(canalResult);

/** The words of each row of the tables of the section, by what the table is called. */
function rowsOf(choice: PageElement, label: string): readonly (readonly string[])[] {
  const [table] = [...choice.querySelectorAll(".scroll")].filter(
    (each) => each.getAttribute("aria-label") === label,
  );
  return [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) =>
    [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent),
  );
}

test("the section answers as the terminal does, and says how many more replications it takes", () => {
  const lead = canal.querySelector(".lead")?.textContent;
  expect(lead).toBe(comparisonAnswer(comparison, canalResult.study));
  expect(lead).toContain("it takes 64 or more (compare --until-it-can)");
});

test("variants stand in the order of their ranks, each with its rank; the baseline differs from none", () => {
  const rows = rowsOf(canal, "Ranking of the variants");
  const { ranks } = comparison.ranking;
  expect(rows.map(([name]) => name)).toEqual(ranks.map(({ place }) => comparison.contenders[place]?.name));
  ranks.forEach(({ from, to }, index) => {
    expect(rows[index]?.[1]).toBe(`Rank ${from === to ? from : `${from}–${to}`}`);
  });
  const baseline = rows.find(([name]) => name === "baseline");
  expect(baseline?.slice(3, 7)).toEqual(["", "", "", ""]);
});

test("only what Holm tells apart is coloured, in the picture and in the table", () => {
  const differences = comparison.measures.find(({ contest }) => contest === comparison.ranking.contest);
  const verdicts = differences?.differences ?? [];
  expect(verdicts.length).toBe(canalResult.study.variants.length - 1);
  const coloured = verdicts.filter(({ verdict }) => verdict === "better" || verdict === "worse").length;
  const tones = (where: string): number =>
    canal.querySelectorAll(`${where}.tone-better, ${where}.tone-worse, ${where}.tone-slight`).length;
  expect(coloured).toBeGreaterThan(0);
  expect(tones(".wide .row")).toBe(coloured);
  expect(tones("td")).toBe(coloured);
});

/** The canal, where each variant is `off` from the baseline by what ranks them. */
function ranked(off: (variant: string, replication: number) => number): Result {
  const { measure, of } = comparison.ranking.contest.line.first;
  const baseline = new Map(
    canalResult.rows
      .filter((row) => row.variant === "baseline" && row.measure === measure && row.of === of)
      .map(({ replication, value }) => [replication, value ?? 0]),
  );
  const rows = canalResult.rows.map((row) => {
    if (row.variant === "baseline" || row.measure !== measure || row.of !== of) return row;
    return { ...row, value: (baseline.get(row.replication) ?? 0) + off(row.variant, row.replication) };
  });
  return { ...canalResult, rows };
}

test("a variant that is the baseline in every replication is the same, not beyond telling", () => {
  const [, twin] = canalResult.study.variants.map(({ name }) => name);
  const choice = choiceOf(ranked((variant, replication) => (variant === twin ? 0 : 100 + replication)));
  const drawn = [...choice.querySelectorAll(".wide .row")].map((row) => row.getAttribute("class"));
  expect(drawn.sort()).toEqual(["row tone-same", "row tone-worse", "row tone-worse"]);
  const row = rowsOf(choice, "Ranking of the variants").find(([name]) => name === twin);
  expect(row?.slice(3, 7)).toEqual(["Versus baseline 0", "", "", "Finding the same"]);
});

test("a difference that is told alone and not among all is not coloured", () => {
  const { measure } = comparison.ranking.contest.line.first;
  // Each variant is 2.2 standard errors off: its own chance is 3 %, three times as much among three.
  const weak = ranked((_, replication) => (replication % 2 === 0 ? 1 : -1) + 0.286);
  const differences = told(weak).ranking.differences.filter(({ against }) => against === 0);
  expect(differences).toHaveLength(3);
  expect(differences.every(({ low }) => (low ?? 0) > 0)).toBe(true);
  const page = parsedPage(reportPage(weak));
  const choice = choiceOf(weak);
  const drawn = [...choice.querySelectorAll(".wide .row")].map((row) => row.getAttribute("class"));
  expect(drawn).toEqual(["row tone-alike", "row tone-alike", "row tone-alike"]);
  const findings = rowsOf(choice, "Ranking of the variants").map((cells) => cells[6] ?? "");
  expect(findings.filter((words) => words.includes("cannot tell apart"))).toHaveLength(3);
  // Nor is it in the table of all measures, where its own interval stands beside it.
  const lines = [...page.querySelectorAll("#variants tbody tr")].filter(
    (line) => line.querySelector("code.id")?.textContent === measure,
  );
  const beside = lines.flatMap((line) => [...line.querySelectorAll(".difference")]);
  expect(beside.map((difference) => difference.getAttribute("class"))).toEqual(
    Array.from({ length: 3 }, () => "difference tone-alike"),
  );
});

test("prices are drawn against losses, and who is kept off the frontier is told by whom", () => {
  const { frontier, contenders } = comparison;
  const rows = rowsOf(canal, "What the next dollar buys");
  expect(frontier?.points.length).toBe(contenders.length);
  expect(canal.querySelectorAll(".wide .frontier-mark")).toHaveLength(contenders.length);
  frontier?.points.forEach(({ place, status, by }, index) => {
    expect(rows[index]?.[0]).toBe(contenders[place]?.name);
    expect(rows[index]?.[3]).toContain(status === "efficient" ? status : contenders[by ?? -1]?.name);
  });
});

test("how far variants are by what ranks is drawn once on the page", () => {
  const { measure, of } = usualComparison(canalResult)?.ranking.contest.line.first ?? {};
  const titles = [...parsedPage(reportPage(canalResult)).querySelectorAll("#variants .panel h4")].map(
    (each) => each.textContent,
  );
  const drawn = (name: string): boolean => titles.some((title) => title.startsWith(measureTitle(name)));
  expect(of).toBe("suez.transit");
  expect(drawn(measure ?? "?")).toBe(false);
  const others = canalResult.summary.variants[0]?.measures.filter((one) => one.measure !== measure) ?? [];
  expect(others.map((one) => one.measure).filter(drawn).length).toBeGreaterThan(3);
});

test("the pairing is told, and nothing is chosen of one variant", () => {
  expect(canal.textContent).toContain("All variants meet the same draws.");
  expect(parsedPage(reportPage(berthResult)).querySelector("#choice")).toBeNull();
});

test("interactions stand behind what ranks first, and the rest is folded", () => {
  const variants = canalResult.summary.variants.map((variant, place) => ({
    ...variant,
    measures: variant.measures.map((measure) => ({
      ...measure,
      ...(place === 3
        ? {
            interaction: {
              difference: 2,
              low: 1,
              high: 3,
              distinguishable: true,
              method: "student" as const,
            },
          }
        : {}),
    })),
  }));
  const choice = choiceOf({ ...canalResult, summary: { ...canalResult.summary, variants } });
  const [first] = [...choice.querySelectorAll("h4")];
  const ranked = canal.querySelector("h3")?.textContent.replace("Ranked by ", "") ?? "?";
  expect(first?.textContent).toContain(ranked);
  expect(choice.textContent).toContain("they act on each other");
  expect(choice.querySelector("details.more summary")?.textContent).toMatch(/^\d+ more measures?$/);
});
