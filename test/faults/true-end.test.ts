import { expect, test } from "vitest";
import { announcements, hoursOf, run, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";

/** A canal closed from hour 48 on; the first end that is true comes at hour 96. */
const firstDifference = 96;

function closed(news: string, end: string, rule: string): Run {
  return run(
    canal("time: 3 h, admission: { kind: headway, every: 1 h }", {
      flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 8 /d } }",
      disruptions: `grounding: { kind: closure, of: cut, start: 2024-01-03T00:00Z, end: ${end}, ${news} }`,
      policies: `masters: { kind: divert, of: cut, rule: ${rule}, decision-delay: 2 h }`,
      seed: "true-end",
    }),
  );
}

/** All that happened before an hour: voyages begun, stages ended, news. */
function rowsBefore(of: Run, hour: number): unknown {
  return [
    voyages(of).filter(({ end }) => end < hour),
    voyages(of)
      .filter(({ start }) => start < hour)
      .map(({ name, start }) => [name, start]),
    stages(of).filter(({ to }) => to < hour),
    announcements(of).filter(([at]) => at < hour),
    of.recorder.timeline.rows.filter(({ time }) => hoursOf(of, time) < hour),
  ];
}

test.each([
  ["none", "cheapest"],
  ["none", "divert"],
  ["{ grounding.start: 2024-01-04T06:00Z, 2024-01-03T18:00Z: 2024-01-07T12:00Z }", "cheapest"],
  ["{ grounding.start: { kind: uniform, min: 24 h, max: 120 h } }", "cheapest"],
])("with foresight %s, masters who are %s do the same until the first true end", (foresight, rule) => {
  const [sooner, later] = ["2024-01-05T00:00Z", "2024-01-06T12:00Z"].map((end) =>
    closed(`foresight: ${foresight}`, end, rule),
  ) as [Run, Run];
  expect(rowsBefore(later, firstDifference)).toEqual(rowsBefore(sooner, firstDifference));
  expect(rowsBefore(later, 240)).not.toEqual(rowsBefore(sooner, 240));
});
