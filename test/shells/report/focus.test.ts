import { expect, it } from "vitest";
import { disruptedSpans, focusOf } from "#shells/report/focus";
import type { TimelineEntry } from "#study/experiment/curves";
import { closedFrom, closedUntil, end, start, warmUp } from "./canal-model.ts";
import { berthResult, canalResult } from "./fixture.ts";

const day = 86_400_000;
const entry = (time: number, what: string, id: string): TimelineEntry => ({ time, what, id, of: [] });

it("pairs starts with their own ends; one that does not end lasts to the end of the run", () => {
  const entries = [
    entry(1, "disruption-start", "a"),
    entry(2, "disruption-start", "b"),
    entry(3, "announcement", "a"),
    entry(4, "disruption-end", "a"),
    entry(5, "disruption-start", "a"),
    entry(6, "disruption-end", "a"),
  ];
  expect(disruptedSpans(entries, 9)).toEqual([
    { from: 1, until: 4 },
    { from: 2, until: 9 },
    { from: 5, until: 6 },
  ]);
});

it("looks from before the disruption until the slowest variant has settled, not to the end", () => {
  const { span, disrupted } = focusOf(canalResult);
  expect(disrupted).toEqual([{ from: closedFrom, until: closedUntil }]);
  expect(span.from).toBeLessThanOrEqual(closedFrom - 7 * day);
  expect(span.until).toBeGreaterThan(closedUntil + 13 * day);
  expect(span.until).toBeLessThan(end - 14 * day);
});

it("looks at the whole run after the warm-up where nothing is disrupted", () => {
  expect(focusOf(berthResult).span).toEqual({ from: start + warmUp, until: end });
});

it("leaves chronic disruptions out", () => {
  const [baseline, ...others] = canalResult.study.variants;
  if (baseline === undefined) throw new Error("the fixture has a baseline");
  const disruptions = { grounding: { kind: "closure", background: true } };
  const chronic = { ...baseline, scenario: { ...baseline.scenario, disruptions } };
  const result = { ...canalResult, study: { ...canalResult.study, variants: [chronic, ...others] } };
  expect(focusOf(result).disrupted).toEqual([]);
});
