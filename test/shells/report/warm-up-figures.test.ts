import { expect, it } from "vitest";
import { reportPage } from "#shells/report/page";
import type { Result } from "#study/experiment/result";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

type Part = ReturnType<ReturnType<typeof parsedPage>["querySelector"]>;

const partOf = (warmUps: Result["figures"]["warmUps"]): Part =>
  parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, warmUps } })).querySelector(
    ".warm-up",
  );

it("opens on the place whose warm-up is too short, with the warm-up and the cut in the figure", () => {
  const part = partOf(canalResult.figures.warmUps);
  expect(part?.querySelector("details")?.getAttribute("open")).toBe("");
  expect(part?.querySelector("summary")?.textContent).toMatch(/^✕ Too short: the queue at/);
  const captions = [...(part?.querySelectorAll("figcaption") ?? [])].map(({ textContent }) => textContent);
  expect(captions[0]).toContain("MSER-5 would leave out the first 15 days; the warm-up is 5 days.");
  expect(captions[1]).toContain("MSER-5 finds no cut in the first half of the run");
  expect(captions[2]).toMatch(/^✓ Long enough/);
  const [first, second] = part?.querySelectorAll("figure") ?? [];
  expect(first?.querySelectorAll(".wide .level.dashed")).toHaveLength(1);
  expect(second?.querySelectorAll(".level.dashed")).toHaveLength(0);
  expect(first?.querySelectorAll(".wide .shade")).toHaveLength(1);
});

it("is folded where all is well, and draws those that settle last", () => {
  const [enough] = canalResult.figures.warmUps;
  const part = partOf(enough === undefined ? [] : [enough, enough, enough, enough, enough]);
  expect(part?.querySelector("details")?.getAttribute("open") ?? null).toBeNull();
  expect(part?.querySelectorAll("figure")).toHaveLength(3);
  expect(part?.textContent).toContain("2 more places settled no later.");
  expect(partOf([])).toBeNull();
});
