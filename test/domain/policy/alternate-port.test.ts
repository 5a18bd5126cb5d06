import { expect, test } from "vitest";
import { cost } from "#domain/measure/measures/cost";
import { delay } from "#domain/measure/measures/delay";
import { twinOf } from "#study/experiment/twin";
import { expenses, hours, level, run, scenarioOf, stages, voyages } from "../run.ts";
import type { Run } from "../run.ts";
import { digest } from "../run.ts";
import { coast } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/*
 * A ship each six hours from `sea`. The quay lies 10 h away, its neighbour `side` 15 h; between the two there
 * are 8 h. A call takes 2 h at either. From `side` the cargo goes 6 h overland. So it is there after 12 h by
 * the quay and after 23 h by the neighbour: a wait of more than 11 h, seen from the sea, is worth it.
 */
interface Parts extends SmallParts {
  /** Of the policy, beside its alternates. */
  readonly rule?: string;
  readonly alternates?: string;
  readonly side?: string;
}

const overland = "side: { time: 6 h, cost: 1 kUSD, unit-cost: 20 USD/TEU }";
const cargo = {
  vessels: "ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU, cost: 24 kUSD/d }",
  commodities: "boxes: { unit: TEU }",
  flows:
    "calls: { from: sea, to: quay, vessel: ship, commodity: boxes, size: 100 TEU, " +
    "arrivals: { kind: regular, every: 6 h } }",
};

function shore({
  rule = "rule: cheapest",
  alternates = overland,
  side = "servers: 1, service: 2 h",
  ...parts
}: Parts): string {
  return coast("servers: 1, service: 2 h", {
    days: 8,
    side,
    policies: `elsewhere: { kind: alternate-port, of: quay, alternates: { ${alternates} }, ${rule} }`,
    ...cargo,
    ...parts,
  });
}

const shut = (end: string, more: string = ""): string =>
  `shut: { kind: closure, of: quay.berth, start: 31 h, end: ${end}${more} }`;

/** The starts of those who called elsewhere, in hours. */
function elsewhere(of: Run): number[] {
  return voyages(of)
    .filter(({ diverted }) => diverted)
    .map(({ start }) => start);
}

test("under wait nobody calls elsewhere", () => {
  expect(elsewhere(run(shore({ rule: "rule: wait", disruptions: shut("150 h") })))).toEqual([]);
});

test("under wait nobody is even asked: as many events as without the policy", () => {
  const events = (parts: Parts): number => run(shore({ ...parts, disruptions: shut("150 h") })).report.events;
  expect(events({ rule: "rule: wait" })).toBe(events({ policies: "" }));
  expect(events({ rule: "rule: cheapest, margin: 300 d" })).toBeGreaterThan(events({ policies: "" }));
});

test("one that waits leaves the choice to others about the same port", () => {
  const both =
    `a: { kind: alternate-port, of: quay, alternates: { ${overland} }, rule: wait }, ` +
    `b: { kind: alternate-port, of: quay, alternates: { ${overland} }, rule: divert }`;
  const disruptions = shut("150 h");
  expect(elsewhere(run(shore({ policies: both, disruptions })))).toEqual(
    elsewhere(run(shore({ rule: "rule: divert", disruptions }))),
  );
});

test("under cheapest a ship calls elsewhere when its cargo is there sooner by more than the margin", () => {
  // Who leaves the sea at 36 h would be at the quay at 46 h and wait until 60 h, with one ship ahead, of 24
  // h, which is under way there: 14 + 2 h. Overland it is there after 23 h, and by the quay after 28 h.
  const closed = { disruptions: shut("60 h") };
  expect(elsewhere(run(shore(closed)))).toContain(36);
  expect(elsewhere(run(shore({ ...closed, rule: "margin: 6 h" })))).not.toContain(36);
});

test("what it carries goes on overland: the vessel is free before the voyage ends", () => {
  const closed = run(shore({ disruptions: shut("150 h"), measures: "delay: all, cost: all, dwell: all" }));
  const rows = stages(closed).filter(({ voyage }) => voyage === "calls/6");
  expect(rows).toEqual([
    { voyage: "calls/6", kind: "sail", place: "side-lane", from: 36, to: 51, reason: "none" },
    { voyage: "calls/6", kind: "wait", place: "side.berth", from: 51, to: 51, reason: "none" },
    { voyage: "calls/6", kind: "service", place: "side.berth", from: 51, to: 53, reason: "none" },
    { voyage: "calls/6", kind: "inland", place: "side>quay", from: 53, to: 59, reason: "shut" },
  ]);
  expect(voyages(closed)[6]).toMatchObject({ end: 59, how: "arrived", diverted: true, kilometres: 150 });
  const { journeys } = closed.recorder;
  expect(journeys.freed.at(6)).toBe(closed.scenario.time.start + 53 * 3_600_000);
  expect(expenses(closed, "calls/6")).toEqual([["inland", 1_000 + 100 * 20, 0, 0]]);
  expect(journeys.freed.at(0)).toBeNaN();
});

test("the flow counts what is delivered overland, its own port does not, and the other one does", () => {
  const closed = run(
    shore({
      disruptions: shut("150 h"),
      measures: "throughput: [calls, quay.berth, side.berth], dwell: all",
    }),
  );
  expect(hours(closed, "calls")).toContain(59);
  expect(hours(closed, "side.berth")).toContain(53);
  expect(hours(closed, "quay.berth").filter((hour) => hour > 31 && hour < 150)).toEqual([]);
});

test("delay is of the cargo, and cost of the vessel until it is free and of the way overland", () => {
  const text = shore({
    days: 3,
    flows: cargo.flows.replace("every: 6 h", "every: 40 h, offset: 36 h"),
    disruptions: shut("71 h"),
    measures: "delay: all, cost: all, dwell: all",
  });
  const ours = run(text);
  const twin = run(twinOf(scenarioOf(text)));
  const rows = (of: Run): { recorder: Run["recorder"]; facts: Run["world"]["facts"] } => ({
    recorder: of.recorder,
    facts: of.world.facts,
  });
  const evidence = { run: rows(ours), twin: rows(twin), baseline: rows(ours), baselineTwin: rows(twin) };
  const values = { of: "all", at: undefined, from: undefined, until: undefined, by: "arrival" } as const;
  // One voyage: the cargo comes at 59 h instead of 48 h; the vessel is free at 53 h instead of 48 h, at 1
  // kUSD an hour; 1 kUSD for the voyage overland and 20 USD for each of 100 TEU.
  expect(delay.create(values, ours.world.facts).read(evidence)).toEqual({ status: "value", value: 11 / 24 });
  expect(cost.create(values, ours.world.facts).read(evidence)).toEqual({ status: "value", value: 8_000 });
});

test("a queue that it sees at the port is enough: no announcement is needed", () => {
  // Six servers' worth of ships for one: the queue grows by 4 h each 2 h until the neighbour is better.
  const busy = run(
    shore({ flows: cargo.flows.replace("6 h", "1 h"), days: 3, side: "servers: 50, service: 2 h" }),
  );
  const [first = NaN] = elsewhere(busy);
  expect(first).toBeGreaterThan(10);
  expect(Math.max(...level(busy, "queue/quay.berth").map(([, value]) => value))).toBeLessThan(8);
});

test("who waits in the queue of the port leaves it a decision delay after an announcement", () => {
  // At 34 h and 40 h the ships of 24 h and 30 h come to a port that may open any moment; at 45 h it is said
  // to stay shut: 3 h later both leave for the neighbour, 8 h away.
  const told = run(
    shore({
      disruptions: shut("150 h", ", foresight: { shut.start: none, 45 h: 150 h }"),
      rule: "decision-delay: 3 h",
    }),
  );
  const left = stages(told).filter(({ kind }) => kind === "abandoned");
  expect(left.map(({ voyage, place, from, to, reason }) => [voyage, place, from, to, reason])).toEqual([
    ["calls/4", "quay.berth", 34, 48, "shut"],
    ["calls/5", "quay.berth", 40, 48, "shut"],
  ]);
  // who comes at 46 h knows already, and does not stop
  expect(stages(told).filter(({ voyage }) => voyage === "calls/6")[1]).toMatchObject({
    kind: "sail",
    from: 46,
  });
  expect(voyages(told)[4]).toMatchObject({ end: 48 + 8 + 2 + 6, diverted: true, kilometres: 180 });
  expect(voyages(told)[5]).toMatchObject({ end: 48 + 8 + 2 + 2 + 6 });
});

test("it turns back while no berth has taken it, and its voyage is then no longer diverted", () => {
  // The side's berth is taken by a call of 40 h; the quay opens at 60 h, which is announced, and the ship
  // that waits at the side goes back over the 8 h of coast.
  const text = shore({
    rule: "rule: divert",
    side: "servers: 1, service: 40 h",
    disruptions: shut("60 h"),
    measures: "dwell: all, throughput: [quay.berth, side.berth]",
  });
  const back = run(text);
  const left = stages(back).filter(({ kind, place }) => kind === "abandoned" && place === "side.berth");
  expect(left.length).toBeGreaterThan(0);
  for (const { voyage, to } of left) {
    expect(to).toBe(60);
    const own = voyages(back).find(({ name }) => name === voyage);
    expect(own).toMatchObject({ diverted: false });
  }
});

test("who lies at the alternate's free berth goes back only where its cargo is then there no later", () => {
  // The quay opens at 55 h. The ship of 30 h finds it shut at 40 h and is at the neighbour at 48 h. Back at
  // the quay it would wait no more, and its cargo would be there at 48 + 8 + 2 h; from the neighbour it is
  // there at 48 + 2 h and the way overland.
  const fifth = (overlandTime: string): ReturnType<typeof voyages>[number] | undefined =>
    voyages(
      run(
        shore({
          rule: "rule: divert",
          alternates: `side: { time: ${overlandTime} }`,
          disruptions: shut("55 h"),
          measures: "dwell: all",
        }),
      ),
    )[5];
  expect(fifth("6 h")).toMatchObject({ start: 30, end: 48 + 2 + 6, diverted: true });
  expect(fifth("7.9 h")).toMatchObject({ diverted: true });
  expect(fifth("8 h")).toMatchObject({ end: 48 + 8 + 2, diverted: false });
  expect(fifth("9 h")).toMatchObject({ end: 48 + 8 + 2, diverted: false });
});

test("a port where no waiting place would be left is never chosen", () => {
  const full = run(
    shore({ disruptions: shut("150 h"), side: "servers: 1, service: 100 h, room: 0", rule: "rule: divert" }),
  );
  expect(voyages(full).filter(({ how }) => how === "turned-away")).toEqual([]);
  expect(elsewhere(full).length).toBe(2);
});

test("without alternates, and where nobody is better off, every row is as under wait", () => {
  const rowsOf = (rule: string, alternates: string = overland): string =>
    digest(run(shore({ disruptions: shut("90 h"), rule, alternates })).recorder);
  const wait = rowsOf("rule: wait");
  expect(rowsOf("rule: divert", "")).toBe(wait);
  expect(rowsOf("rule: cheapest, margin: 300 d")).toBe(wait);
  expect(rowsOf("rule: divert")).not.toBe(wait);
});

test("nobody calls at its own origin, and only the classes that are named choose", () => {
  const flows =
    `${cargo.flows}, back: { from: side, to: quay, vessel: boat, ` +
    "arrivals: { kind: regular, every: 6 h } }";
  const vessels = `${cargo.vessels}, boat: { mode: sea, speed: 10 km/h }`;
  const parts = { flows, vessels, disruptions: shut("150 h"), rule: "rule: divert" };
  const flowsOf = (of: Run): Set<string | undefined> =>
    new Set(
      voyages(of)
        .filter(({ diverted }) => diverted)
        .map(({ name }) => name.split("/")[0]),
    );
  expect(flowsOf(run(shore(parts)))).toEqual(new Set(["calls"]));
  expect(flowsOf(run(shore({ ...parts, rule: "rule: divert, vessels: [boat]" })))).toEqual(new Set());
});

/** Services and ways overland by chance. */
function byChance(end: string, rule: string): string {
  return shore({
    days: 20,
    seed: "ports",
    flows: cargo.flows.replace("kind: regular, every: 6 h", "kind: poisson, rate: 5 /d"),
    side: "servers: 2, service: { kind: gamma, mean: 5 h, sd: 3 h }",
    alternates: "side: { time: { kind: gamma, mean: 6 h, sd: 4 h } }",
    disruptions: shut(end, ", foresight: { shut.start: 110 h, 80 h: 300 h }"),
    rule,
  });
}

test("the same announcements with another true end: the same rows up to the earlier end", () => {
  const before = (of: Run, hour: number): string => JSON.stringify(stages(of).filter(({ to }) => to < hour));
  for (const rule of ["rule: cheapest, decision-delay: { kind: exponential, mean: 5 h }", "rule: divert"]) {
    const [short, long] = [run(byChance("200 h", rule)), run(byChance("250 h", rule))];
    expect(before(long, 200)).toBe(before(short, 200));
    expect(before(long, 300)).not.toBe(before(short, 300));
    expect(elsewhere(short).length).toBeGreaterThan(5);
  }
});

test("whoever calls elsewhere moves no draw of the others", () => {
  const spent = (rule: string, kind: string, place: string): Map<string, number> =>
    new Map(
      stages(run(byChance("200 h", rule)))
        .filter((row) => row.kind === kind && row.place === place)
        .map(({ voyage, from, to }) => [voyage, Math.round((to - from) * 3_600_000)]),
    );
  for (const [kind, place] of [
    ["service", "side.berth"],
    ["inland", "side>quay"],
  ] as const) {
    const [all, some] = [
      spent("rule: divert", kind, place),
      spent("rule: cheapest, margin: 30 h", kind, place),
    ];
    const both = [...some.keys()].filter((voyage) => all.has(voyage));
    expect(both.length).toBeGreaterThan(5);
    expect(some.size).toBeLessThan(all.size);
    for (const voyage of both) expect(some.get(voyage)).toBe(all.get(voyage));
  }
});
