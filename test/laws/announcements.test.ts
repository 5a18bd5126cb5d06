import { afterEach, expect, test, vi } from "vitest";
import { Board } from "#domain/news/board";
import { dayMs } from "#base/time";
import { run } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";

/*
 * Policies see announcements, not disruptions: the same announcements with another true end give the same
 * rows up to the first instant at which the truth itself differs.
 */

afterEach(() => vi.restoreAllMocks());

function blocked(end: string, foresight: string, rule: string): string {
  return canal("time: { kind: uniform, min: 2 h, max: 6 h }, admission: { kind: slots, rate: 12 /d }", {
    days: 30,
    seed: "announcements",
    flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 7 /d } }",
    disruptions: `block: { kind: closure, of: cut, start: 100 h, end: ${end}, foresight: ${foresight} }`,
    policies:
      `masters: { kind: divert, of: cut, rule: ${rule}, decision-delay: { kind: exponential, mean: ` +
      `5 h } }, ` +
      "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end, until: { gauge: queue, " +
      "of: cut.transit, at-most: 2 } }",
  });
}

/** Every row that was written before an instant, as text. */
function rowsBefore({ recorder, scenario }: Run, hour: number): string {
  const until = scenario.time.start + (hour * dayMs) / 24;
  const { counts, levels, journeys, timeline } = recorder;
  const early = (times: Float64Array): number[] => [...times].filter((time) => time < until);
  const stageRows = [...journeys.stageTo.view()].flatMap((to, row) =>
    to < until
      ? [
          [
            journeys.stageVoyage.at(row),
            journeys.stageKind.at(row),
            journeys.stageFrom.at(row),
            to,
            journeys.stageReason.at(row),
          ],
        ]
      : [],
  );
  const ends = [...journeys.end.view()].flatMap((end, row) =>
    end < until ? [[row, end, journeys.metres.at(row)]] : [],
  );
  return JSON.stringify([
    counts.names.map((name) => early(counts.times(counts.series(name)))),
    levels.names.map((name) => {
      const number = levels.level(name);
      return early(levels.times(number)).map((time, index) => [time, levels.values(number)[index]]);
    }),
    stageRows,
    ends,
    timeline.rows.filter(({ time }) => time < until),
  ]);
}

const foresights = [
  "none",
  "{ block.start: 110 h, 120 h: 400 h, 150 h: { kind: uniform, min: 200 h, max: 500 h } }",
];

test("with the same announcements and another true end every row up to the earlier end is equal", () => {
  for (const foresight of foresights) {
    for (const rule of ["cheapest", "divert", "wait"]) {
      const [short, long] = [run(blocked("200 h", foresight, rule)), run(blocked("300 h", foresight, rule))];
      expect(rowsBefore(long, 200)).toBe(rowsBefore(short, 200));
      expect(rowsBefore(long, 300)).not.toBe(rowsBefore(short, 300));
      expect(rowsBefore(long, 200).length).toBeGreaterThan(1_000);
    }
  }
});

test("a policy that read the true end would be seen", () => {
  const told = (end: string): string => {
    const truth = (Number.parseInt(end, 10) * dayMs) / 24;
    vi.spyOn(Board.prototype, "believedOpening").mockImplementation(() => Date.UTC(2024, 0, 1) + truth);
    return rowsBefore(run(blocked(end, "none", "cheapest")), 200);
  };
  expect(told("300 h")).not.toBe(told("200 h"));
});

test("other announcements with the same true end do differ, so the law compares runs that react", () => {
  const of = (foresight: string): string => rowsBefore(run(blocked("200 h", foresight, "cheapest")), 200);
  expect(of("exact")).not.toBe(of("none"));
});
