import { afterEach, expect, test, vi } from "vitest";
import { divert } from "#domain/policy/policies/divert";
import { Mark } from "#engine/random/mark";
import { Stream } from "#engine/random/stream";
import type { Resolved } from "#scenario/language/resolved";
import { createWorld } from "#scenario/build/create-world";
import { digest, run, scenarioOf, source, stages, voyages } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";

/*
 * Common random numbers: what befalls one voyage is drawn by its address, so nothing that another voyage
 * does, or that another flow or site brings, moves it.
 */

afterEach(() => vi.restoreAllMocks());

const berth = "stations: { berth: { servers: 5, service: { kind: gamma, mean: 11 h, sd: 6 h } } }";
const calls =
  "calls: { from: { west: 2, far: 1 }, to: { east: 2, inn: 1 }, vessel: ship, " +
  "due: { kind: uniform, min: 1 d, max: 2 d }, arrivals: { kind: poisson, rate: 6 /d } }";

/** The canal with two origins and two destinations, whose berths serve by chance. */
function random(
  parts: { readonly policies?: string; readonly flows?: string; readonly sites?: string } = {},
): string {
  const transit = "time: { kind: lognormal, mean: 9 h, sd: 4 h }, admission: { kind: slots, rate: 40 /d }";
  const { policies, flows = calls, sites = "" } = parts;
  return canal(transit, {
    flows,
    seed: "draws",
    days: 20,
    ...(policies === undefined ? {} : { policies }),
    measures: "dwell: all, delay: all, diverted-share: all, on-time-share: all, mean-wait: east.berth",
  })
    .replace("east: { type: port, at: [0, 0.2] }", `east: { type: port, at: [0, 0.2], ${berth} }`)
    .replace(
      "  sites:",
      `  sites:
    inn: { type: port, at: [0, 0.3], ${berth} }
    far: { type: port, at: [0, -0.1] }
${sites}`,
    )
    .replace(
      "  links:",
      `  links:
    far-cut: { from: far, to: cut, mode: sea, distance: 40 km }
    far-cape: { from: far, to: cape, mode: sea, distance: 240 km }
    cut-inn: { from: cut, to: inn, mode: sea, distance: 40 km }
    cape-inn: { from: cape, to: inn, mode: sea, distance: 240 km }`,
    );
}

/** All that chance decided, by what it is: `calls/7 east.berth` is the length of that service in hours. */
function draws(of: string | Resolved, replication: number = 0): Map<string, number> {
  const done = run(of, replication);
  const { due } = done.recorder.journeys;
  const drawn = new Map<string, number>();
  voyages(done).forEach(({ name, start, planned }, row) => {
    drawn.set(`${name} start`, start);
    drawn.set(`${name} planned`, planned);
    drawn.set(`${name} due`, due.at(row) - done.recorder.journeys.start.at(row));
  });
  for (const { voyage, kind, place, from, to } of stages(done)) {
    if ((kind === "service" || kind === "transit") && !Number.isNaN(to))
      drawn.set(`${voyage} ${place}`, Math.round((to - from) * 3_600_000));
  }
  return drawn;
}

/** The draws of two runs that differ, of those that both have; at least `least` are compared. */
function moved(one: Map<string, number>, other: Map<string, number>, least: number): string[] {
  const shared = [...one].filter(([name]) => other.has(name));
  expect(shared.length).toBeGreaterThan(least);
  return shared.filter(([name, value]) => other.get(name) !== value).map(([name]) => name);
}

/** From now on `divert` sends every third voyage round the cape, whatever it believes. */
function divertEveryThird(): void {
  vi.spyOn(divert, "create").mockImplementation((_, { decisions, passageNumbers, vessels }) => {
    decisions.add({
      passages: [passageNumbers.get("cut") as number], // the canal of these worlds
      concerns: () => true,
      decisionDelayMs: () => 0,
      avoids: (vessel) => (vessels.ordinal[vessel] as number) % 3 === 0, // a vessel under way
    });
    return { reset() {} };
  });
}

/** From now on a mark gives its draws in the order in which they are asked for, as stations usually do. */
function drawInStationOrder(): void {
  const streams = new Map<Mark, Stream>();
  vi.spyOn(Mark.prototype, "uniform").mockImplementation(function (this: Mark) {
    const stream = streams.get(this) ?? new Stream(`station ${streams.size}`);
    streams.set(this, stream);
    return stream.uniform();
  });
}

const masters = "masters: { kind: divert, of: cut, rule: wait }";

test(
  "a variant that diverts every third voyage moves no other draw, of the others nor of those it " + "diverts",
  () => {
    const usual = draws(random({ policies: masters }));
    divertEveryThird();
    const diverted = run(random({ policies: masters }));
    expect(voyages(diverted).filter((voyage) => voyage.diverted)).toHaveLength(
      Math.ceil(voyages(diverted).length / 3),
    );
    expect(moved(usual, draws(random({ policies: masters })), 400)).toEqual([]);
  },
);

test("drawing services in the order of stations would move those of others", () => {
  drawInStationOrder();
  const usual = draws(random({ policies: masters }));
  vi.restoreAllMocks();
  drawInStationOrder();
  divertEveryThird();
  const services = moved(usual, draws(random({ policies: masters })), 400).filter((name) =>
    name.endsWith("berth"),
  );
  expect(services.length).toBeGreaterThan(20);
});

test("adding a flow, a port and a station moves nobody else's draws", () => {
  const usual = draws(random());
  const added = draws(
    random({
      sites: `    annex: { type: port, at: [0, -0.2], ${berth.replace("5", "1")} }`,
      flows:
        `${calls}, ants: { from: annex, to: inn, vessel: ship, arrivals: { kind: poisson, ` +
        `rate: 3 /d } }`,
    }).replace("far-cut:", "annex-cut: { from: annex, to: cut, mode: sea, distance: 60 km }\n    far-cut:"),
  );
  expect([...added.keys()].filter((name) => name.startsWith("ants/")).length).toBeGreaterThan(100);
  expect(moved(usual, added, 400)).toEqual([]);
});

test("a replication alone gives the rows that it gives among others", () => {
  const text = random({ policies: "masters: { kind: divert, of: cut, rule: cheapest }" });
  const alone = run(text, 73);
  const world = createWorld(scenarioOf(text), { source });
  for (const replication of [0, 72, 5, 73]) world.run(replication);
  expect(digest(world.recorder)).toBe(digest(alone.recorder));
});

test("two replications differ", () => {
  expect(draws(random(), 0)).not.toEqual(draws(random(), 1));
});

test("the order of keys in the file changes nothing", () => {
  const flows = [
    calls,
    "back: { from: east, to: west, vessel: ship, arrivals: { kind: poisson, rate: 2 /d } }",
  ];
  const [forward, backward] = [flows.join(", "), flows.toReversed().join(", ")];
  const lines = random({ flows: backward }).split("\n");
  const isSite = (line: string): boolean => /^ {4}(inn|far|west|east):/u.test(line);
  const isLink = (line: string): boolean => /^ {4}[a-z]+-[a-z]+: \{ from/u.test(line);
  const turned = (which: (line: string) => boolean, text: readonly string[]): string[] => {
    const those = text.filter(which).toReversed();
    return text.map((line) => (which(line) ? (those.shift() as string) : line)); // as many as there are
  };
  const shuffled = turned(isLink, turned(isSite, lines))
    .join("\n")
    .replace("from: { west: 2, far: 1 }", "from: { far: 1, west: 2 }");
  expect(shuffled).not.toBe(random({ flows: forward }));
  expect(digest(run(shuffled).recorder)).toBe(digest(run(random({ flows: forward })).recorder));
});
