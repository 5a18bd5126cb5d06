import { expect, test } from "vitest";
import { twinOf } from "#study/experiment/twin";
import { happenings, hoursOf, level, run, scenarioOf } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 2 h }";

function inCanal(disruptions: string, more: SmallParts = {}, replication: number = 0): Run {
  return run(canal(headway, { disruptions, days: 20, seed: "onsets", ...more }), replication);
}

function when(of: Run): [number, string, string][] {
  return happenings(of).filter(([, what]) => what.startsWith("disruption"));
}

function starts(of: Run, id: string): number[] {
  return when(of).flatMap(([hour, what, name]) => (what === "disruption-start" && name === id ? [hour] : []));
}

test("a process brings a disruption again and again, from the end of the warm-up on", () => {
  const regular = "kind: closure, of: cut, occurs: { kind: regular, every: 3 d }, duration: 10 h";
  expect(starts(inCanal(`tide: { ${regular} }`), "tide")).toEqual([24, 96, 168, 240, 312, 384, 456]);
  expect(starts(inCanal(`tide: { ${regular}, background: true }`), "tide")).toEqual([
    0, 72, 144, 216, 288, 360, 432,
  ]);
});

test("what comes while it still acts changes nothing, and what comes at its end begins anew", () => {
  const of = (duration: string): Run =>
    inCanal(`tide: { kind: closure, of: cut, occurs: { kind: regular, every: 3 d }, duration: ${duration} }`);
  expect(when(of("100 h")).slice(0, 4)).toEqual([
    [24, "disruption-start", "tide"],
    [124, "disruption-end", "tide"],
    [168, "disruption-start", "tide"],
    [268, "disruption-end", "tide"],
  ]);
  expect(when(of("3 d")).slice(0, 3)).toEqual([
    [24, "disruption-start", "tide"],
    [96, "disruption-end", "tide"],
    [96, "disruption-start", "tide"],
  ]);
});

test("within a span it comes once or not at all, and the timeline says which, and what was drawn", () => {
  const storm =
    "storm: { kind: capacity, of: cut, occurs: { within: [5 d, 10 d], probability: 0.5 }, " +
    "duration: { kind: uniform, min: 20 h, max: 30 h }, factor: { kind: uniform, min: 0.2, max: 0.4 } }";
  let came = 0;
  for (let replication = 0; replication < 20; replication++) {
    const of = inCanal(storm, {}, replication);
    const [first, second] = of.recorder.timeline.rows.filter(({ what }) => what !== "announcement");
    if (first?.what === "disruption-spared") {
      expect([first.id, when(of).length]).toEqual(["storm", 1]);
      continue;
    }
    came++;
    const hour = hoursOf(of, first?.time ?? NaN);
    expect(hour).toBeGreaterThan(120);
    expect(hour).toBeLessThan(240);
    const { duration = NaN, factor = NaN } = first?.drawn ?? {};
    expect((second?.time ?? NaN) - (first?.time ?? NaN)).toBe(Math.round(duration));
    expect(factor).toBeGreaterThan(0.2);
    expect(factor).toBeLessThan(0.4);
  }
  expect(came).toBeGreaterThan(4);
  expect(came).toBeLessThan(16);
});

test("with a probability of 0 it never comes, with 1 always; nothing certain counts as drawn", () => {
  const of = (probability: number): Run =>
    inCanal(
      "storm: { kind: closure, of: cut, duration: 1 d, " +
        `occurs: { within: [5 d, 5 d], probability: ${probability} } }`,
    );
  expect(when(of(0))).toEqual([[120, "disruption-spared", "storm"]]);
  expect(when(of(1))).toEqual([
    [120, "disruption-start", "storm"],
    [144, "disruption-end", "storm"],
  ]);
  expect(of(1).recorder.timeline.rows[0]?.drawn).toBeUndefined();
});

test("after an event it follows each time, with its delay", () => {
  const tide = "tide: { kind: closure, of: cut, occurs: { kind: regular, every: 5 d }, duration: 10 h }";
  const silt = "silt: { kind: closure, of: west-cut, after: { event: tide.end, delay: 6 h }, duration: 2 h }";
  expect(when(inCanal(`${tide}, ${silt}`)).slice(0, 8)).toEqual([
    [24, "disruption-start", "tide"],
    [34, "disruption-end", "tide"],
    [40, "disruption-start", "silt"],
    [42, "disruption-end", "silt"],
    [144, "disruption-start", "tide"],
    [154, "disruption-end", "tide"],
    [160, "disruption-start", "silt"],
    [162, "disruption-end", "silt"],
  ]);
  for (const name of ["silt", "wash"]) {
    const tied = `${name}: { kind: closure, of: west-cut, start: tide.start - 4 h, end: tide.end + 1 h }`;
    const all = inCanal(`${tied}, ${tide.replace("kind: regular", "kind: regular, offset: 1 d")}`);
    expect(starts(all, name)).toEqual([44, 164, 284, 404]);
    expect(when(all).filter(([, what, id]) => what === "disruption-end" && id === name)).toEqual(
      [59, 179, 299, 419].map((hour) => [hour, "disruption-end", name]),
    );
  }
});

test("a probability decides each time anew whether it follows", () => {
  const tide = "tide: { kind: closure, of: cut, occurs: { kind: regular, every: 10 h }, duration: 1 h }";
  const of = inCanal(
    `${tide}, silt: { kind: closure, of: west-cut, duration: 1 h, ` +
      "after: { event: tide.end, probability: 0.5 } }",
  );
  const count = (what: string): number =>
    when(of).filter(([, happened, id]) => happened === what && id === "silt").length;
  expect(count("disruption-start") + count("disruption-spared")).toBe(starts(of, "tide").length);
  expect(count("disruption-start")).toBeGreaterThan(10);
  expect(count("disruption-spared")).toBeGreaterThan(10);
});

test("each occurrence has draws of its own, that others do not move", () => {
  const storms =
    "storm: { kind: capacity, of: cut, occurs: { kind: poisson, rate: 3 /w }, " +
    "factor: { kind: uniform, min: 0.1, max: 0.9 }, duration: { kind: uniform, min: 1 h, max: MOST } }";
  const drawn = (text: string): [number, number][] =>
    inCanal(text).recorder.timeline.rows.flatMap(({ id, time, what, drawn: given }) =>
      what === "disruption-start" && id === "storm" ? [[time, given?.["factor"] ?? NaN]] : [],
    );
  const short = drawn(storms.replace("MOST", "9 h"));
  expect(short.length).toBeGreaterThan(3);
  expect(new Set(short.map(([, factor]) => factor)).size).toBe(short.length);
  const among = drawn(
    `${storms.replace("MOST", "9 h")}, early: { kind: closure, of: cut-east, ` +
      "occurs: { kind: poisson, rate: 1 /d }, duration: 1 h }",
  );
  expect(among).toEqual(short);
  const long = drawn(storms.replace("MOST", "200 h"));
  expect(long.length).toBeLessThan(short.length);
  for (const storm of long) expect(short).toContainEqual(storm);
});

test("on a condition it starts each time that the condition comes true, after the warm-up", () => {
  const berth = "servers: 1, service: 1 h";
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: table, " +
    "times: [5 h, 5 h, 5 h, 40 h, 40 h, 40 h, 100 h, 100 h, 100 h] } }";
  const strike =
    "strike: { kind: closure, of: lane, when: { gauge: queue, of: quay.berth, at-least: 2 }, duration: 5 h }";
  const of = run(harbour(berth, { flows, disruptions: strike, days: 10 }));
  expect(level(of, "queue/quay.berth").map(([, waiting]) => waiting)).toContain(2);
  expect(starts(of, "strike")).toEqual([50, 110]);
});

test("a condition that goes on holding after the end starts nothing anew", () => {
  const berth = "servers: 1, service: 1 h";
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: table, times: [40 h, 40 h, 40 h] } }";
  const strike =
    "strike: { kind: closure, of: quay, when: { gauge: queue, of: quay.berth, at-least: 2 }, duration: 5 h }";
  const of = run(harbour(berth, { flows, disruptions: strike, days: 10 }));
  expect(starts(of, "strike")).toEqual([50]);
});

test("the twin keeps what recurs in the background, with the same draws, and nothing else", () => {
  const text = canal(headway, {
    days: 40,
    seed: "onsets",
    disruptions:
      "chronic: { kind: closure, of: cut, occurs: { kind: poisson, rate: 2 /w }, background: true, " +
      "duration: { kind: uniform, min: 1 h, max: 9 h } }, " +
      "storm: { kind: closure, of: cut-east, occurs: { kind: poisson, rate: 2 /w }, duration: 5 h }",
  });
  const scenario = scenarioOf(text);
  const [own, twin] = [run(scenario), run(twinOf(scenario))];
  const chronic = (of: Run): unknown => when(of).filter(([, , id]) => id === "chronic");
  expect(starts(own, "chronic").length).toBeGreaterThan(3);
  expect(chronic(twin)).toEqual(chronic(own));
  expect(starts(twin, "storm")).toEqual([]);
});

test("what recurs is closed for its stated share of time: an alternating renewal process", () => {
  // Up for 1 / rate = 40 h on average, down for 10 h: 0.2 of the time (renewal reward theorem).
  const text = canal(headway, {
    days: 2000,
    seed: "what recurs",
    flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 400 d } }",
    disruptions:
      "storm: { kind: closure, of: cut, occurs: { kind: poisson, rate: 0.6 /d }, " +
      "duration: { kind: exponential, mean: 10 h } }",
  });
  const rows = when(run(text, 0, {}));
  let down = 0;
  for (const [index, [hour, what]] of rows.entries())
    if (what === "disruption-end") down += hour - (rows[index - 1]?.[0] ?? 0);
  expect(down / (1999 * 24)).toBeGreaterThan(0.19);
  expect(down / (1999 * 24)).toBeLessThan(0.21);
});
