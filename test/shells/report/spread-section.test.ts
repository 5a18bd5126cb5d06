import { expect, test } from "vitest";
import { reportPage } from "#shells/report/page";
import type { ExplainedSpread, ExplainingDraw } from "#study/experiment/explained-spread";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

/** What is said of the draw that the peak queue goes with, by its unit and by which way it goes. */
function told(unit: string, correlation: number): string {
  const draw: ExplainingDraw = {
    of: "disruption/grounding",
    draw: "end",
    unit,
    replications: 60,
    p5: 1,
    median: 2,
    p95: 3,
    correlation,
    low: correlation - 0.1,
    high: correlation + 0.1,
  };
  const measure = { measure: "peak-queue", of: "suez.transit" };
  const explained = [{ variant: "baseline", ...measure, draws: [draw] }];
  const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, explained } }));
  return page.querySelector("#spread figcaption")?.textContent ?? "";
}

test("more and less of what was drawn are called as its unit wants", () => {
  expect(told("d since start", 0.8)).toContain(
    "“grounding: end” goes with it most closely: the later it is,",
  );
  expect(told("d since start", -0.8)).toContain("the earlier it is, the larger is peak queue");
  expect(told("d", -0.8)).toContain("the shorter it is,");
  expect(told("/d", 0.8)).toContain("the higher it is,");
});

test("a measure with a value in every replication comes first, and what has none says how many", () => {
  const draws = [{ of: "disruption/grounding", draw: "end", unit: "d", replications: 60 }].map((draw) => ({
    ...draw,
    ...{ p5: 1, median: 2, p95: 3, correlation: 0.8, low: 0.7, high: 0.9 },
  }));
  const { variants } = canalResult.summary;
  const spread = (variant: string, measure: string, of: string): ExplainedSpread => {
    return { variant, measure, of, draws };
  };
  const others = variants.slice(1).map(({ name }) => spread(name, "peak-queue", "suez.transit"));
  const delays = variants.map(({ name }) => spread(name, "delay", "all"));
  const captionOf = (explained: readonly ExplainedSpread[]): string => {
    const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, explained } }));
    return page.querySelector("#spread .only-0")?.textContent ?? "";
  };
  expect(captionOf([...others, ...delays])).toContain("the larger is delay");
  expect(captionOf(others)).toContain("In baseline chance drew nothing for the world.");
});
