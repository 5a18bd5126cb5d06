import { describe, expect, test } from "vitest";
import { announcements, happenings, hoursOf, run, scenarioOf, stages, voyages } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const slots = "time: 3 h, admission: { kind: headway, every: 3 h }";
const all = "[cut, west-cut, cut-east, west-cape, cape-east]";
/** Everybody withstands less than it: beta is so small that the curve is a step. */
const sure = "intensity: 2, fragility: { median: 1, beta: 0.001 }";

function world(disruptions: string | undefined, parts: SmallParts = {}): string {
  return canal(slots, {
    ...(disruptions === undefined ? {} : { disruptions }),
    days: 12,
    seed: "hazard",
    ...parts,
  });
}

const told = (of: Run): unknown => [voyages(of), stages(of)];

/** `[hour, start or end, elements]` of the disruption. */
function spells(of: Run): [number, string, string][] {
  return of.recorder.timeline.rows
    .filter(({ what }) => what === "disruption-start" || what === "disruption-end")
    .map(({ time, what, of: on }) => [hoursOf(of, time), what.slice("disruption-".length), on.join()]);
}

/** Whom a hazard at 28 h damages. */
function damaged(what: string, replication: number = 0, of: string = all): string[] {
  const text = world(`storm: { kind: hazard, of: ${of}, start: 28 h, ${what} }`);
  return spells(run(text, replication, {})).flatMap(([, edge, on]) => (edge === "start" ? [on] : []));
}

test("those whom it damages are closed until their repair, as by a closure of that length", () => {
  const storm = run(world(`storm: { kind: hazard, of: cut, start: 28 h, ${sure}, repair: 40 h }`));
  const plain = run(world("storm: { kind: closure, of: cut, start: 28 h, duration: 40 h }"));
  expect(told(storm)).toEqual(told(plain));
  expect(announcements(storm)).toEqual(announcements(plain));
  expect(told(storm)).not.toEqual(told(run(world(undefined))));
});

test("each is repaired by itself, and is announced with the end of its own repair", () => {
  const repair = "repair: { kind: uniform, min: 10 h, max: 60 h }";
  const storm = run(
    world(`storm: { kind: hazard, of: [cut, cape-east, west-cape], start: 28 h, ${sure}, ${repair} }`),
  );
  const rows = spells(storm);
  const ends = rows.filter(([, edge]) => edge === "end");
  expect(rows.filter(([hour, edge]) => edge === "start" && hour === 28).length).toBe(3);
  expect(new Set(ends.map(([hour]) => hour)).size).toBe(3);
  expect(ends.map(([hour]) => hour)).toEqual(
    announcements(storm)
      .slice(0, 3)
      .map(([, , end]) => end)
      .sort((a, b) => Number(a) - Number(b)),
  );
  const drawn = storm.recorder.timeline.rows.filter(({ what }) => what === "disruption-start");
  for (const { of, drawn: given } of drawn) {
    const [end = 0] = ends.find(([, , on]) => on === of.join()) ?? [];
    expect(Object.keys(given ?? {})).toEqual(["repair"]);
    expect(end).toBeCloseTo(28 + (given?.["repair"] ?? 0) / 3_600_000, 5);
  }
});

test("its end is the end of the last repair, once, for whom it may concern", () => {
  const text = world(
    `storm: { kind: hazard, of: [cut, cape-east], start: 28 h, ${sure}, ` +
      "repair: { kind: uniform, min: 10 h, max: 60 h } }, " +
      "aftermath: { kind: capacity, of: cut, factor: 0.5, after: { event: storm.end }, duration: 1 h }, " +
      "meanwhile: { kind: capacity, of: cut, factor: 0.5, start: storm.start + 1 h, duration: 1 h }",
  );
  const of = run(text);
  const last = spells(of)
    .filter(([, edge, on]) => edge === "end" && on !== "x")
    .map(([hour]) => hour);
  const starts = happenings(of).filter(([, what]) => what === "disruption-start");
  expect(starts.filter(([, , id]) => id === "meanwhile").map(([hour]) => hour)).toEqual([29]);
  const [aftermath = NaN] = starts.filter(([, , id]) => id === "aftermath").map(([hour]) => hour);
  expect(last).toContain(aftermath);
  const storms = happenings(of).filter(([, what, id]) => what === "disruption-end" && id === "storm");
  expect(aftermath).toBe(Math.max(...storms.map(([hour]) => hour)));
});

test("half of them are damaged at the median, and Φ of one deviation at e^beta times it", () => {
  const replications = 120;
  let [half, more] = [0, 0];
  for (let replication = 0; replication < replications; replication++) {
    const at = (intensity: number): string[] =>
      damaged(`intensity: ${intensity}, fragility: { median: 40, beta: 0.5 }, repair: 5 h`, replication);
    const [weak, strong] = [at(40), at(40 * Math.exp(0.5))];
    expect(strong).toEqual(expect.arrayContaining(weak)); // a stronger one damages all whom a weaker does
    half += weak.length;
    more += strong.length;
  }
  const draws = 5 * replications;
  // Standard deviations 0.0204 and 0.0149; 3.3 of them.
  expect(Math.abs(half / draws - 0.5)).toBeLessThan(0.067);
  expect(Math.abs(more / draws - 0.841345)).toBeLessThan(0.049);
});

test("one more element moves nobody's draw", () => {
  const what = "intensity: 40, fragility: { median: 40, beta: 0.5 }, repair: 5 h";
  for (let replication = 0; replication < 20; replication++) {
    const few = damaged(what, replication, "[cut, west-cut, cape-east]");
    expect(
      damaged(what, replication).filter((id) => ["cut.transit", "west-cut", "cape-east"].includes(id)),
    ).toEqual(few);
  }
});

test("its states are ordered: the worst that is reached holds, with its own repair and effect", () => {
  const states =
    "states: { slight: { median: 10, beta: 0.001, repair: 4 h, effect: { kind: capacity, factor: 0.5 } }, " +
    "heavy: { median: 20, beta: 0.001, repair: 30 h } }";
  const storm = (intensity: number): Run =>
    run(world(`storm: { kind: hazard, of: cut, start: 28 h, intensity: ${intensity}, ${states} }`));
  const plain = (written: string): unknown => told(run(world(`storm: { of: cut, start: 28 h, ${written} }`)));
  expect(told(storm(15))).toEqual(plain("kind: capacity, factor: 0.5, duration: 4 h"));
  expect(told(storm(25))).toEqual(plain("kind: closure, duration: 30 h"));
  expect(told(storm(5))).toEqual(told(run(world(undefined))));
  expect(happenings(storm(5))).toEqual([[28, "disruption-spared", "storm"]]);
});

test("a state that comes while another recovers takes its place", () => {
  const states =
    "states: { slight: { median: 10, beta: 0.001, repair: 4 h, effect: { kind: capacity, factor: 0.25, " +
    "recovery: { kind: linear, over: 10 d } } }, heavy: { median: 20, beta: 0.001, repair: 20 h, " +
    "effect: { kind: capacity, factor: 0.5 } } }";
  // The first storm of a replication in which the second is stronger: 15, then 25.
  const storms = (replication: number): Run =>
    run(
      world(
        `storm: { kind: hazard, of: cut, occurs: { kind: regular, every: 60 h }, ${states}, ` +
          "intensity: { kind: discrete, values: { 15: 1, 25: 1 } } }",
        { days: 7 },
      ),
      replication,
    );
  const drawn = (of: Run): number[] =>
    of.recorder.timeline.rows.flatMap(({ drawn: given }) => given?.["intensity"] ?? []).slice(0, 2);
  const found = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(storms).find((of) => drawn(of).join() === "15,25");
  if (found === undefined) throw new Error("one of ten replications has them in this order");
  const factors = found.recorder.timeline.rows.filter(
    ({ what, time }) => what === "announcement" && hoursOf(found, time) > 84,
  );
  // At 84 h the second begins: from then on no step of the first one's recovery, one each ten hours.
  expect(factors.map(({ time }) => hoursOf(found, time)).filter((hour) => hour < 144)).toEqual([104]);
});

test("the end of each repair tells when what it took is back, as that state has drawn it", () => {
  const effect = (over: string): string =>
    `{ kind: capacity, factor: 0.5, recovery: { kind: linear, over: ${over} } }`;
  const uneven = effect("{ kind: uniform, min: 5 h, max: 9 h }");
  const of = run(
    world(
      "storm: { kind: hazard, of: cut, occurs: { kind: regular, every: 60 h }, intensity: 15, states: { " +
        `slight: { median: 10, beta: 0.001, repair: 4 h, effect: ${uneven} }, ` +
        `heavy: { median: 20, beta: 0.001, repair: 30 h, effect: ${effect("40 h")} } } }`,
    ),
  );
  const rows = of.recorder.timeline.rows;
  const drawn = rows.flatMap(({ drawn: given }) => given?.["recovery.over"] ?? []);
  const back = rows.flatMap(({ what, time, recoveredAt = NaN }) =>
    what === "disruption-end" ? [recoveredAt - time] : [],
  );
  expect(new Set(drawn).size).toBeGreaterThan(2);
  expect(back).toEqual(drawn.map(Math.round));
});

test("around a place the whole is felt within the radius, and nothing beyond", () => {
  // Passage at [0, 0.1], west at [0, 0], east at [0, 0.2], the cape at [1.7, 0.1]; a degree is 111.2 km.
  const at = (where: string): string[] => damaged(`${sure}, repair: 5 h, ${where}`);
  expect(at("at: [0, 0.3], radius: 12 km")).toEqual(["cape-east", "cut-east"]);
  expect(at("at: [0, 0.3], radius: 23 km")).toEqual(["cape-east", "cut-east", "cut.transit", "west-cut"]);
  expect(at("at: [1.7, 0.5], radius: 50 km")).toEqual(["cape-east", "west-cape"]);
  expect(at("track: [[0.9, -1], [0.9, 1]], radius: 1 km")).toEqual(["cape-east", "west-cape"]);
  expect(at("track: [[-1, 0.1], [0.5, 0.1]], radius: 1 km")).toEqual(
    ["cape-east", "cut-east", "cut.transit", "west-cape", "west-cut"].filter((id) => !id.includes("cape")),
  );
});

test("parts of the intensity by distance are straight between those written, and 0 beyond the last", () => {
  // The passage lies 22,239 m from [0, 0.3]: between 20 km and 30 km, 0.2239 of the way from 1 to 0.5.
  const felt = 1 - 0.2239 * 0.5;
  const at = (intensity: number, radius: string): string[] =>
    damaged(
      `intensity: ${intensity}, fragility: { median: 1, beta: 0.00001 }, repair: 5 h, ` +
        `at: [0, 0.3], radius: ${radius}`,
      0,
      "cut",
    );
  expect(at(1.001 / felt, "{ 20 km: 1, 30 km: 0.5 }")).toEqual(["cut.transit"]);
  expect(at(0.999 / felt, "{ 20 km: 1, 30 km: 0.5 }")).toEqual([]);
  expect(at(1.001 / 0.7, "{ 25 km: 0.7 }")).toEqual(["cut.transit"]);
  expect(at(0.999 / 0.7, "{ 25 km: 0.7 }")).toEqual([]);
});

describe("along a track with times", () => {
  // It moves along the equator by a tenth of a degree an hour: it is at `west` 10 h after its start, at the
  // passage after 11 h, at `east` after 12 h.
  const eastward = "radius: 1 km, track: { 0 h: [0, -1], 22 h: [0, 1.2] }";
  const storm = (what: string, of = all): string =>
    `storm: { kind: hazard, of: ${of}, start: 28 h, ${sure}, repair: 5 h, ${what} }`;
  const when = (what: string): [number, string, string][] =>
    spells(run(world(storm(what, "cut")))).map(([hour, ...rest]) => [Math.round(hour * 1e6) / 1e6, ...rest]);

  test("each is struck when it is nearest, a link when it comes to it first, and repaired by itself", () => {
    expect(spells(run(world(storm(eastward))))).toEqual([
      [38, "start", "west-cape"],
      [38, "start", "west-cut"],
      [39, "start", "cut-east"],
      [39, "start", "cut.transit"],
      [40, "start", "cape-east"],
      [43, "end", "west-cape"],
      [43, "end", "west-cut"],
      [44, "end", "cut-east"],
      [44, "end", "cut.transit"],
      [45, "end", "cape-east"],
    ]);
    expect(spells(run(world(storm("radius: 1 km, track: [[0, -1], [0, 1.2]]")))).slice(0, 5)).toEqual(
      ["cape-east", "cut-east", "cut.transit", "west-cape", "west-cut"].map((id) => [28, "start", id]),
    );
  });

  test("what it does is what a closure of that time would do, and is announced then", () => {
    const passing = run(world(storm(eastward, "cut")));
    const plain = run(world("storm: { kind: closure, of: cut, start: 39 h, duration: 5 h }"));
    expect(told(passing)).toEqual(told(plain));
    expect(announcements(passing)).toEqual(announcements(plain));
    const schedule = "foresight: { storm.start: 60 h, 42 h: 70 h }";
    expect(announcements(run(world(storm(`${eastward}, ${schedule}`, "cut"))))).toEqual([
      [39, "storm", 60],
      [42, "storm", 70],
      [44, "storm", 44],
    ]);
  });

  test("between two points it moves evenly, and beside the track the nearest point counts", () => {
    expect(when("radius: 1 km, track: { 0 h: [0, -1], 2 h: [0, 0], 12 h: [0, 1] }")[0]?.[0]).toBe(31);
    expect(when("radius: 80 km, track: { 0 h: [0.5, -1], 22 h: [0.5, 1.2] }")[0]?.[0]).toBe(39);
    expect(when("radius: 80 km, track: { 5 h: [0, 0.5], 9 h: [0, 1] }")[0]?.[0]).toBe(33);
  });

  test("its start is that of the storm and its end the last repair, for whom it may concern", () => {
    const after = (edge: string): string =>
      `later: { kind: closure, of: cut, after: { event: storm.${edge}, delay: 1 h }, duration: 2 h }`;
    const starts = (edge: string): number | undefined =>
      happenings(run(world(`${storm(eastward)}, ${after(edge)}`))).find(
        ([, what, id]) => id === "later" && what === "disruption-start",
      )?.[0];
    expect([starts("start"), starts("end")]).toEqual([29, 46]);
  });
});

test("an effect of factor 1 changes nothing, and damage that is repaired leaves no trace", () => {
  const rare = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 4 d } }";
  const calm = told(run(world(undefined, { flows: rare })));
  const storm = (what: string, flows?: string): unknown =>
    told(
      run(
        world(
          `storm: { kind: hazard, of: ${all}, start: 50 h, ${sure}, ${what} }`,
          flows === undefined ? {} : { flows },
        ),
      ),
    );
  expect(storm("repair: { kind: uniform, min: 2 h, max: 20 h }", rare)).toEqual(calm);
  const usual = told(run(world(undefined)));
  const cut = (factor: number): unknown =>
    told(
      run(
        world(
          `storm: { kind: hazard, of: cut, start: 50 h, ${sure}, repair: 5 d, ` +
            `effect: { kind: capacity, factor: ${factor} } }`,
        ),
      ),
    );
  expect(cut(1)).toEqual(usual);
  expect(cut(0.25)).not.toEqual(usual);
});

test("it strikes stations and links of a harbour, and stands in no twin unless it is background", () => {
  const text = harbour("servers: 1, service: 2 h", {
    disruptions: `storm: { kind: hazard, of: [quay, lane], start: 28 h, ${sure}, repair: 20 h }`,
  });
  expect(spells(run(text)).map(([hour, edge, of]) => `${hour} ${edge} ${of}`)).toEqual([
    "28 start lane",
    "28 start quay.berth",
    "48 end lane",
    "48 end quay.berth",
  ]);
});

test("what does not go together is refused, with what would be right", () => {
  const storm = (written: string): (() => unknown) => {
    const text = world(`storm: { kind: hazard, of: cut, start: 28 h, intensity: 2, ${written} }`);
    return () => scenarioOf(text);
  };
  const curve = "fragility: { median: 1, beta: 0.5 }, repair: 5 h";
  expect(storm("repair: 5 h")).toThrow(/write either `fragility` and `repair`, or `states`/);
  expect(storm(`${curve}, states: { bad: { median: 1, beta: 1, repair: 1 h } }`)).toThrow(/or `states`/);
  expect(storm(`${curve}, duration: 5 d`)).toThrow(/a hazard has no `duration`/);
  expect(storm(`${curve}, at: [0, 0]`)).toThrow(/how far it reaches/);
  expect(storm(`${curve}, radius: 5 km`)).toThrow(/write `at` or `track` too/);
  expect(storm(`${curve}, at: [0, 0], track: [[0, 0], [1, 1]], radius: 5 km`)).toThrow(/write one of them/);
  expect(storm(`${curve}, at: [95, 0], radius: 5 km`)).toThrow(/\[95, 0\] is no place/);
  expect(storm(`${curve}, track: [[0, 0]], radius: 5 km`)).toThrow(/two points or more/);
  expect(storm(`${curve}, track: { 0 h: [0, 0] }, radius: 5 km`)).toThrow(/two points or more/);
  expect(storm(`${curve}, track: { 0 h: [0, 0], 5 h: [95, 0] }, radius: 5 km`)).toThrow(
    /\[95, 0\] is no place/,
  );
  expect(storm(`${curve}, at: [0, 0], radius: { 5 km: 0 }`)).toThrow(/nobody feels it/);
  expect(storm(`${curve}, at: [40, 40], radius: 5 km`)).toThrow(
    /SELECTOR_EMPTY disruptions.storm.of: storm reaches none/,
  );
  expect(storm(`${curve}, effect: { kind: slowdown, factor: 0.5 }`)).toThrow(
    /only links have a speed to slow/,
  );
});
