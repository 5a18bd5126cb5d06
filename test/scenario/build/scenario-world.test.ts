import { afterEach, expect, test, vi } from "vitest";
import { Ledger } from "#domain/cargo/ledger";
import { createWorld } from "#scenario/build/create-world";
import type { RunReport, TraceLine, World } from "#scenario/build/world";
import { digest, run, scenarioOf, source } from "../../domain/run.ts";
import { canal, harbour } from "../../domain/small-worlds.ts";

const hour = 3_600_000;
const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";

afterEach(() => vi.restoreAllMocks());

function world(text: string): World {
  return createWorld(scenarioOf(text), { source });
}

test("a run that reaches its end names no limit, and tells its events and what the ledger checked", () => {
  const report = world(harbour("servers: 9, service: 2 h", { days: 2 })).run(0);
  // ships of 0 h to 48 h: 9 leave, 7 have come, 7 have been served: 9 + 7 + 7 events
  expect(report.events).toBe(23);
  // 9 begin; each takes its link (2); 7 arrive and go to a berth (3); 7 end (1)
  expect(report.conservation).toEqual({ checked: 9 + 9 * 2 + 7 * 3 + 7, audits: 1, violations: [] });
  expect(report.limits).toEqual([]);
});

test("a limit on events stops the run after so many, and is named with the instant", () => {
  const report = world(harbour("servers: 9, service: 2 h", { days: 2 })).run(0, { eventsMax: 5 });
  // 0 h, 6 h; at 10 h the first comes; 12 h: it leaves the berth, and a ship begins
  expect(report.events).toBe(5);
  expect(report.limits).toEqual(["the limit on events was reached at 2024-01-01T12:00Z"]);
});

test("an empty calendar with vessels waiting is a deadlock that says who waits, not an end", () => {
  const flows =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: table, times: [0 h, 1 h, 2 h] } }";
  const disruptions = "block: { kind: closure, of: cut, start: 1 h }";
  const text = canal(headway, { flows, days: 3 });
  const scenario = scenarioOf(
    canal(headway, { flows, days: 3, disruptions: disruptions.replace("1 h", "30 h") }),
  );
  const { block } = scenario.disruptions;
  const early = {
    ...scenario,
    disruptions: { block: { ...block, start: { at: scenario.time.start + hour } } },
  };
  const report = createWorld(early as typeof scenario, { source }).run(0); // another start
  expect(report.limits).toEqual([
    "deadlock: nothing is scheduled after 2024-01-01T04:00Z, yet somebody waits: 3 at passages",
  ]);
  expect(world(text).run(0).limits).toEqual([]);
});

test("an audited small world is audited after every event, at edges of disruptions, and at the end", () => {
  const disruptions = "block: { kind: closure, of: cut, start: 30 h, end: 40 h }";
  const audited = (options: { audit?: boolean }): [number, number] => {
    const { events, conservation }: RunReport = world(canal(headway, { days: 3, disruptions })).run(
      0,
      options,
    );
    return [events, conservation.audits];
  };
  const [events, audits] = audited({ audit: true });
  expect(audits).toBe(events + 2 + 1);
  expect(audited({})).toEqual([events, 2 + 1]);
});

test("audits change no row", () => {
  const text = canal(headway, { policies: "masters: { kind: divert, of: cut, rule: cheapest }" });
  expect(digest(run(text, 3, { audit: true }).recorder)).toBe(digest(run(text, 3, {}).recorder));
});

test("what an audit finds is told with its instant, and of many violations the first twenty", () => {
  const { balance } = Ledger.prototype;
  vi.spyOn(Ledger.prototype, "balance").mockImplementation(function off(this: Ledger, goods, of) {
    return balance.call(this, goods, of) + (of === 6 ? 1 : 0); // one more in the account of losses
  });
  const of = world(harbour("servers: 9, service: 2 h", { days: 2 }));
  const { violations } = of.run(0, { audit: true }).conservation;
  expect(violations.length).toBe(20);
  expect(violations[0]).toBe("2024-01-01T00:00Z: vessels: the accounts sum to 1, not 0");
  expect(of.run(0).conservation.violations).toEqual([
    "2024-01-03T00:00Z: vessels: the accounts sum to 1, not 0",
  ]);
});

test("a trace tells each event in order, with its priority and its subject", () => {
  const lines: TraceLine[] = [];
  const traced = world(harbour("servers: 1, service: 2 h", { days: 2 }));
  const { events } = traced.run(0, { trace: (line) => lines.push(line) });
  expect(lines.length).toBe(events);
  const start = Date.UTC(2024, 0, 1);
  expect(
    lines.slice(0, 5).map(({ time, priority, event }) => [(time - start) / hour, priority, event]),
  ).toEqual([
    [0, "arrive", "flow.arrive"],
    [6, "arrive", "flow.arrive"],
    [10, "arrive", "link.end"],
    [12, "release", "station.finish"],
    [12, "arrive", "flow.arrive"],
  ]);
  expect(lines[0]?.subject).toBe("flow calls");
  const told = lines.length;
  traced.run(0);
  expect(lines.length).toBe(told);
});

test("a replication alone gives the rows it gives after others", () => {
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 9 /d } }";
  const disruptions =
    "block: { kind: closure, of: cut, start: { kind: uniform, min: 30 h, max: 90 h }, " +
    "duration: { kind: uniform, min: 40 h, max: 300 h } }";
  const policies =
    "masters: { kind: divert, of: cut, rule: cheapest }, " +
    "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end, " +
    "until: { gauge: queue, of: cut.transit, at-most: 1 } }";
  const text = canal(headway, { flows, disruptions, policies });
  const among = world(text);
  const digests = [0, 1, 2, 3, 4, 5].map((replication) => {
    among.run(replication);
    return digest(among.recorder);
  });
  expect(digests).toEqual(
    [0, 1, 2, 3, 4, 5].map((replication) => digest(run(text, replication, {}).recorder)),
  );
  expect(new Set(digests).size).toBe(6);
});

test("a rate that is a distribution is drawn once a replication, and a constant one draws nothing", () => {
  const rate = (written: string): string =>
    canal(headway, {
      flows: `calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: ${written} } }`,
    });
  const begun = (written: string): number[] =>
    [0, 1, 2, 3].map((replication) => run(rate(written), replication, {}).recorder.journeys.start.length);
  expect(begun("{ kind: uniform, min: 9 /d, max: 9.0000001 /d }")).toEqual(begun("9 /d"));
  const wide = begun("{ kind: uniform, min: 1 /d, max: 40 /d }");
  expect(Math.max(...wide) - Math.min(...wide)).toBeGreaterThan(50);
});
