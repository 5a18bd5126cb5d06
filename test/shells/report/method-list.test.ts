import { expect, it } from "vitest";
import { reportPage } from "#shells/report/page";
import type { MeasureSummary } from "#study/experiment/summary";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

/** The lines on methods, where the second variant's first measure is changed by `part`. */
function methodLines(part: Partial<MeasureSummary>): readonly string[] {
  const variants = canalResult.summary.variants.map((variant, place) => ({
    ...variant,
    measures: variant.measures
      .slice(0, 1)
      .map((measure) => ({ ...measure, method: "student", ...(place === 1 ? part : {}) }) as const),
  }));
  const page = parsedPage(reportPage({ ...canalResult, summary: { ...canalResult.summary, variants } }));
  return [...page.querySelectorAll(".methods li")].map(({ textContent }) => textContent);
}

const [, second] = canalResult.summary.variants;

it("names a measure alone where all variants have their interval in one way", () => {
  const lines = methodLines({});
  expect(lines[0]).toBe("Student's t over the replications, for the mean: throughput loss.");
  expect(lines).toHaveLength(2);
});

it("says in which variants it was made in another way", () => {
  const lines = methodLines({ method: "bootstrap-t" });
  const others = canalResult.summary.variants.filter((_, place) => place !== 1).map(({ name }) => name);
  expect(lines[0]).toContain(`throughput loss in ${others.join(", ")}.`);
  expect(lines[1]).toMatch(/^Efron's bootstrap-t/);
  expect(lines[1]).toContain(`throughput loss in ${second?.name ?? "no name"}.`);
});

it("says of a measure without any value why, and only of others that replications were too few", () => {
  const nothing = {
    mean: null,
    median: null,
    low: null,
    high: null,
    replications: 0,
    method: "none",
  } as const;
  const lines = methodLines({ ...nothing, measure: "throughput-loss" }).join(" ");
  expect(lines).toContain("No interval (no replication gave a value): throughput loss in");
  expect(methodLines({ method: "none" }).join(" ")).toContain("too few replications have a value");
});

it("counts the rows of a measure that are made in one way, where a variant has both", () => {
  const variants = canalResult.summary.variants.slice(0, 1).map((variant) => ({
    ...variant,
    measures: (["student", "bootstrap-t"] as const).flatMap((method) =>
      variant.measures.slice(0, 1).map((measure) => ({ ...measure, of: method, method })),
    ),
  }));
  const study = { ...canalResult.study, variants: canalResult.study.variants.slice(0, 1) };
  const alone = { ...canalResult, study, summary: { ...canalResult.summary, variants } };
  const page = parsedPage(reportPage(alone));
  const lines = [...page.querySelectorAll(".methods li")].map(({ textContent }) => textContent);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toContain("throughput loss in baseline (1 of 2).");
});
