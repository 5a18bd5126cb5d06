import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Outlook } from "#domain/traffic/outlook";
import { Routes } from "#domain/traffic/routes";
import { standing } from "#domain/traffic/voyage-listener";
import { Vessels } from "#domain/traffic/vessels";
import { createWorld } from "#scenario/build/create-world";
import type { World } from "#scenario/build/world";
import type { Resolved } from "#scenario/language/resolved";
import { OpenSea } from "#scenario/source/open-sea";
import type { Mooring } from "#scenario/source/sea";
import { run, scenarioOf, source, voyages } from "../run.ts";
import type { Run } from "../run.ts";

/*
 * One ship of 10 m/s, 100 ms a metre, from Singapore at 59 d. Suez is closed at 61 d for good: it turns 172.8
 * ks and 1,728 km from Singapore, somewhere in the Indian Ocean. Distances are compared with searches over
 * the lanes of the data set itself, passages open, which know nothing of gates and tables.
 */

const day = 86_400_000;
const msPerMetre = 100;
const transitMs = 14 * 3_600_000;
/** Who avoids what the one policy is about. */
const avoiding = 1;

function voyage(from: string = "SGSIN", policy: string = "rule: cheapest"): string {
  return `
breakwater: 1
title: A voyage over the sea
seed: outlook
time: { start: 2024-01-01T00:00Z, duration: 120 d, warm-up: 60 d }
replications: 2
network:
  use: world
  sites:
    suez: { transit: { time: 14 h, admission: { kind: headway, every: 1 h } } }
vessels: { ship: { mode: sea, speed: 36 km/h } }
flows:
  calls: { from: ${from}, to: NLRTM, vessel: ship, arrivals: { kind: regular, every: 100 d, offset: 59 d } }
disruptions: { block: { kind: closure, of: suez, start: 61 d, end: 160 d } }
policies: { masters: { kind: divert, of: suez, ${policy} } }
measures: { diverted-share: all, throughput: calls, dwell: all }
performance: { of: calls, window: 7 d }
`;
}

interface Stopped {
  readonly outlook: Outlook;
  readonly routes: Routes;
  readonly vessels: Vessels;
  readonly suez: number;
}

afterEach(() => vi.restoreAllMocks());

/** The rooms of a run that was stopped after so many days. */
function stoppedAt(days: number, scenario: Resolved): Stopped {
  const outlooks = vi.spyOn(Outlook.prototype, "reset");
  const all = vi.spyOn(Vessels.prototype, "reset");
  const ways = vi.spyOn(Routes.prototype, "reset");
  const reaches = vi.spyOn(Outlook.prototype, "reach");
  const { time } = scenario;
  createWorld({ ...scenario, time: { ...time, end: time.start + days * day } }, { source }).run(
    0,
  );
  const [outlook, vessels] = [outlooks.mock.contexts[0] as Outlook, all.mock.contexts[0] as Vessels];
  const routes = ways.mock.contexts[0] as Routes;
  const suez = reaches.mock.calls[0]?.[1];
  if (suez === undefined) throw new Error("the one watched passage was asked for");
  vi.restoreAllMocks();
  expect(vessels.underWay()).toEqual([0]);
  return { outlook, routes, vessels, suez };
}

let open: OpenSea;
let withoutSuez: OpenSea;
let suezMetres: number;

beforeAll(() => {
  const sea = source.sea();
  open = new OpenSea(sea);
  withoutSuez = new OpenSea({ ...sea, passages: sea.passages.filter(({ id }) => id !== "suez") });
  suezMetres = sea.passages.find(({ id }) => id === "suez")?.doors[0]?.metres ?? NaN;
});

function way(over: OpenSea, from: readonly Mooring[], to: readonly Mooring[]): number {
  return over.way(from, to)?.metres ?? Infinity;
}

/** Both vertices beside a vessel at sea, and how far they are. */
function beside({ outlook }: Stopped): readonly Mooring[] {
  const { behind, ahead, metresFromBehind, metresToAhead } = outlook.place(0);
  return [
    { vertex: behind, metres: metresFromBehind },
    { vertex: ahead, metres: metresToAhead },
  ];
}

test("on its way a vessel has done its speed times its time, and stands there on the lanes", () => {
  const scenario = scenarioOf(voyage());
  const route = source.metres("SGSIN", "NLRTM") as number; // there is a way
  for (const days of [60, 60.25, 60.5, 60.75]) {
    const at = stoppedAt(days, scenario);
    const metres = (days - 59) * (day / msPerMetre);
    expect((at.vessels.metres[0] as number) + at.outlook.metresDone(0)).toBe(metres);
    const [behind, ahead] = beside(at);
    expect(way(open, source.mooringsOf("SGSIN"), [behind as Mooring])).toBe(metres);
    expect(way(open, [ahead as Mooring], source.mooringsOf("NLRTM"))).toBe(route - metres);
  }
});

test("what remains is the rest of the route, with the time in the canal instead of its metres", () => {
  const scenario = scenarioOf(voyage());
  const route = source.metres("SGSIN", "NLRTM") as number; // there is a way
  const toSuez = source.metres("SGSIN", "suez") as number; // and one to the canal's near side
  for (const days of [60, 60.5, 60.75]) {
    const at = stoppedAt(days, scenario);
    const metres = (days - 59) * (day / msPerMetre);
    expect(at.outlook.remainingMs(0, 0)).toBe((route - suezMetres - metres) * msPerMetre + transitMs);
    expect(at.outlook.reach(0, at.suez, 0).ms).toBe((toSuez - metres) * msPerMetre);
  }
});

test(
  "round the canal it is the shortest way from where the vessel is, which does not reach the " + "canal",
  () => {
    const at = stoppedAt(60.75, scenarioOf(voyage()));
    const round = way(withoutSuez, beside(at), source.mooringsOf("NLRTM"));
    expect(at.outlook.remainingMs(0, avoiding)).toBe(round * msPerMetre);
    expect(round).toBeGreaterThan(way(open, beside(at), source.mooringsOf("NLRTM")));
    expect(at.outlook.reach(0, at.suez, avoiding).ms).toBe(Infinity);
  },
);

test(
  "a vessel that has turned goes on from where it turned, and its metres and the instant of its " +
    "end add up",
  () => {
    const scenario = scenarioOf(voyage());
    const before = stoppedAt(60.999, scenario);
    expect(before.vessels.place[0]).toBeUndefined();
    const turned = stoppedAt(61, scenario);
    expect(turned.vessels.diverted[0]).toBe(1);
    expect(turned.vessels.metres[0]).toBe(1_728_000);
    const here = turned.vessels.place[0];
    expect(here).toEqual(turned.outlook.place(0));
    const round = way(withoutSuez, beside(turned), source.mooringsOf("NLRTM"));
    const later = stoppedAt(66, scenario);
    expect(later.vessels.standing[0]).toBe(standing.sailing);
    const done = (later.vessels.metres[0] as number) + later.outlook.metresDone(0);
    expect(done).toBe(7 * (day / msPerMetre));
    const rest = round - 5 * (day / msPerMetre);
    expect(later.outlook.remainingMs(0, avoiding)).toBe(rest * msPerMetre);
    expect(way(withoutSuez, beside(later), source.mooringsOf("NLRTM"))).toBe(rest);
    const [whole] = voyages(run(scenario));
    expect(whole).toMatchObject({ how: "arrived", diverted: true, kilometres: (1_728_000 + round) / 1000 });
    expect(whole?.end).toBeCloseTo((61 * day + round * msPerMetre) / 3_600_000, 6);
  },
);

test("at its place of birth a vessel is asked from the node, not from a place", () => {
  const at = stoppedAt(59, scenarioOf(voyage()));
  expect(at.outlook.metresDone(0)).toBe(0);
  const whole = way(open, source.mooringsOf("SGSIN"), source.mooringsOf("NLRTM"));
  expect(at.outlook.remainingMs(0, 0)).toBe((whole - suezMetres) * msPerMetre + transitMs);
});

test("a leg that is left at sea counts for its part that was sailed, and so does the last of a run", () => {
  const scenario = scenarioOf(voyage());
  const { world } = run(scenario);
  const told = (of: World): unknown[] =>
    of.legs().map(({ from, to, ends, lasted, parts }) => [from, to, [...ends], [...lasted], [...parts]]);
  const toSuez = source.metres("SGSIN", "suez") ?? NaN;
  const away = 2 * day;
  const [start, turned] = [scenario.time.start + 59 * day, scenario.time.start + 61 * day];
  const [toRotterdam, left] = world.legs();
  expect([left?.from, left?.to]).toEqual(["SGSIN", "suez"]);
  expect([...(left?.ends ?? [])]).toEqual([turned]);
  expect([...(left?.lasted ?? [])]).toEqual([turned - start]);
  expect(left?.parts[0]).toBeCloseTo(away / msPerMetre / toSuez, 9);
  expect([toRotterdam?.to, toRotterdam?.ends.length]).toEqual(["NLRTM", 1]);
  expect((toRotterdam?.ends[0] ?? 0) - (toRotterdam?.lasted[0] ?? 0)).toBe(turned);
  const stopped = run({ ...scenario, disruptions: {}, time: { ...scenario.time, end: turned } });
  expect(told(stopped.world)).toEqual([
    ["SGSIN", "suez", [turned], [turned - start], [away / msPerMetre / toSuez]],
  ]);
  const through = run(scenarioOf(voyage("SGSIN", "rule: wait").replace("start: 61 d", "start: 119 d")));
  expect(through.world.legs().map(({ from, to }) => [from, to])).toEqual([
    ["SGSIN", "suez"],
    ["suez", "NLRTM"],
  ]);
});

/** What befell the one voyage, from where it sailed to where, and which legs it sailed when. */
function story(world: World, scenario: Resolved): string {
  const of = { scenario, world, recorder: world.recorder } as unknown as Run; // all that is read of it
  const legs = world.legs().map(({ from, to, ends, lasted }) => [from, to, [...ends], [...lasted]]);
  return JSON.stringify([voyages(of), legs]);
}

test(
  "a place that another replication left is not taken for this one's: each after another is as " +
    "it is alone",
  () => {
    const scenario = scenarioOf(voyage("{ SGSIN: 1, CNSHA: 1, INNSA: 1 }"));
    const among = createWorld(scenario, { source });
    const told = new Set<string>();
    for (let replication = 0; replication < 8; replication++) {
      among.run(replication, { audit: true });
      const alone = createWorld(scenario, { source });
      alone.run(replication, { audit: true });
      expect(story(among, scenario)).toBe(story(alone, scenario));
      told.add(story(among, scenario));
    }
    expect(told.size, "voyages begin in three places, so a place that was kept would be seen").toBe(3);
  },
);

test("a vessel that sets out on another leg in the instant in which it was placed is placed anew", () => {
  const at = stoppedAt(60.75, scenarioOf(voyage()));
  const { outlook, vessels } = at;
  const here = outlook.place(0);
  const ahead = outlook.remainingMs(0, 0);
  vessels.place[0] = { behind: here.ahead, ahead: here.ahead, metresFromBehind: 0, metresToAhead: 0 };
  vessels.since[0] = (vessels.since[0] as number) + 1.75 * day;
  vessels.event[0] = (vessels.event[0] as number) + 1; // each sail has an event of its own
  expect(outlook.place(0)).not.toEqual(here);
  expect(outlook.remainingMs(0, 0)).toBe(ahead - here.metresToAhead * msPerMetre);
});

test("who was placed in the instant of a changed limit is told of the routes that are legal now", () => {
  const at = stoppedAt(60.75, scenarioOf(voyage()));
  const { outlook, routes, suez } = at;
  const before = [outlook.remainingMs(0, 0), outlook.reach(0, suez, 0)] as const;
  routes.setBars(suez, [["draft"]]);
  outlook.routesChanged();
  expect(outlook.remainingMs(0, 0)).toBe(outlook.remainingMs(0, avoiding));
  expect(outlook.remainingMs(0, 0)).toBeGreaterThan(before[0]);
  expect(outlook.reach(0, suez, 0).ms).toBe(Infinity);
  routes.reset();
  outlook.routesChanged();
  expect([outlook.remainingMs(0, 0), outlook.reach(0, suez, 0)]).toEqual(before);
});

test("after a reset a vessel is placed anew, though its sail and the instant look the same", () => {
  const { outlook } = stoppedAt(60.75, scenarioOf(voyage()));
  const here = outlook.place(0);
  expect(outlook.place(0)).toBe(here);
  outlook.reset();
  expect(outlook.place(0)).not.toBe(here);
  expect(outlook.place(0)).toEqual(here);
});

test("a vessel so slow that it would arrive after the last date sails on to the end of the run", () => {
  const scenario = scenarioOf(voyage());
  const { ship } = scenario.vessels;
  if (ship === undefined) throw new Error("the ship stands in the scenario");
  // `validate` refuses such a speed for its warm-up, so it is put into the resolved scenario.
  const slow = run({ ...scenario, vessels: { ship: { ...ship, speed: 1e-12 } } });
  expect(voyages(slow).map(({ start, how }) => [start, how])).toEqual([[59 * 24, "under-way"]]);
});
