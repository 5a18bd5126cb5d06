import { expect, test } from "vitest";
import { reportPage } from "#shells/report/page";
import type { SurvivalCurve } from "#study/experiment/survival-curves";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

/** A curve of a time that falls to 0.9 after 2 days, to a half after 6, and no further. */
const curve = (measure: string): SurvivalCurve => ({
  measure,
  of: "performance",
  unit: "d",
  variants: [
    {
      name: "baseline",
      watched: 10,
      censored: 5,
      unaffected: 0,
      until: 9,
      steps: [
        { time: 2, survival: 0.9, low: 0.5, high: 1, atRisk: 10 },
        { time: 6, survival: 0.5, low: 0.2, high: 0.8, atRisk: 9 },
      ],
    },
  ],
});

const sectionOf = (...measures: readonly string[]): string => {
  const figures = { ...canalResult.figures, survivals: measures.map(curve) };
  const page = parsedPage(reportPage({ ...canalResult, figures }));
  return page.querySelector("#recovery")?.textContent ?? "";
};

test("a time that should come soon is promised by when it has come", () => {
  const told = sectionOf("time-to-recover");
  expect(told).toContain("How soon it is over");
  expect(told).toContain(
    "baseline: half within 6.0 days, nine of ten not by the end, 5 of 10 not over by the end",
  );
});

test("a time that should be long in coming is promised by how long it holds out", () => {
  const told = sectionOf("time-to-survive");
  expect(told).toContain("How long it holds out");
  expect(told).toContain("share of replications still holding out");
  expect(told).toContain(
    "baseline: nine of ten hold out for 2.0 days, half for 6.0 days, 5 of 10 hold out to the end",
  );
  expect(told).not.toContain("not there yet");
});

test("the two are never drawn under one heading", () => {
  expect(sectionOf("time-to-survive", "list-clear-time")).not.toContain("Waiting list cleared");
  expect(sectionOf("list-clear-time", "time-to-survive")).not.toContain("Held out");
});

test("where most replications were spared, the few others promise nothing and have no curve", () => {
  const sparedIn = (unaffected: number): ReturnType<typeof parsedPage> => {
    const backlog = curve("backlog-clear-time");
    const variants = backlog.variants.map((variant) => ({ ...variant, unaffected }));
    const figures = { ...canalResult.figures, survivals: [{ ...backlog, variants }] };
    return parsedPage(reportPage({ ...canalResult, figures }));
  };
  const most = sparedIn(50);
  expect(most.querySelector("#recovery figcaption")?.textContent).toContain(
    "baseline: no backlog in 50 of 60.",
  );
  expect(most.querySelector("#recovery .series.s0")).toBeNull();
  const some = sparedIn(10);
  expect(some.querySelector("#recovery figcaption")?.textContent).toContain(
    "half within 6.0 days, nine of ten not by the end, 5 of 10 not over by the end, " +
      "no backlog in 10 of 20, not counted",
  );
  expect(some.querySelector("#recovery .series.s0")).not.toBeNull();
});

test("a variant in which the time never comes keeps its line, at 1 to the end", () => {
  const never = { ...curve("time-to-recover") };
  const variants = never.variants.map((variant) => ({ ...variant, censored: 10, steps: [] }));
  const figures = { ...canalResult.figures, survivals: [{ ...never, variants }] };
  const page = parsedPage(reportPage({ ...canalResult, figures }));
  expect(page.querySelector("#recovery .wide .series.s0 .mean")?.getAttribute("d")).toMatch(
    /^M[\d.,]+L[\d.,]+$/,
  );
  expect(page.querySelector("#recovery .series.s1")).toBeNull();
});
