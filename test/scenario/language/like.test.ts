import { expect, test } from "vitest";
import { stages, run, scenarioOf } from "../../domain/run.ts";
import { resolveText } from "./resolve-text.ts";

/** Two ports beside each other; `other` is written as given. */
function twoPorts(other: string, variants: string = ""): string {
  return `
breakwater: 1
title: Two ports
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 2 d }
seed: like
replications: 30
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    first:
      type: port
      at: [50, 1]
      stations:
        berth: { servers: 2, service: { kind: exponential, mean: 9 h }, room: 4 }
        lock: { service: 1 h, discipline: due }
      vessel-path: [lock, berth]
    other: { type: port, at: [50, 2], ${other} }
  links:
    near: { from: sea, to: first, mode: sea }
    far: { from: sea, to: other, mode: sea }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows:
  calls:
    { from: sea, to: { first: 1, other: 1 }, vessel: ship, due: 2 d, arrivals: { kind: poisson, rate: 6 /d } }
measures: { mean-wait: [other.berth, first.berth] }
variants: { ${variants} }
`;
}

const written =
  "stations: { berth: { servers: 2, service: { kind: exponential, mean: 9 h }, room: 4 }, " +
  "lock: { service: 1 h, discipline: due } }, vessel-path: [lock, berth]";

test("a site that is like another has its stations and path, and runs as if they were written there", () => {
  const [alike, apart] = [scenarioOf(twoPorts("like: first")), scenarioOf(twoPorts(written))];
  expect(alike).toEqual(apart);
  expect(alike.network.sites["other"]).toMatchObject({ "vessel-path": ["lock", "berth"] });
  expect(stages(run(alike)).some(({ place }) => place === "other.berth")).toBe(true);
});

test("what is written beside `like` merges over what it brings, and null removes", () => {
  const { other } = scenarioOf(
    twoPorts(
      "like: first, stations: { berth: { servers: 5 }, crane: { service: 2 h } }, vessel-path: [crane]",
    ),
  ).network.sites;
  expect(Object.keys(other?.stations ?? {})).toEqual(["berth", "crane", "lock"]);
  expect(other?.stations["berth"]).toMatchObject({ servers: 5, room: 4 });
  expect(other?.["vessel-path"]).toEqual(["crane"]);
  const alone = scenarioOf(twoPorts("like: first, stations: { lock: null }, vessel-path: null"));
  expect(alone.network.sites["other"]?.["vessel-path"]).toEqual(["berth"]);
});

test("chains are followed, and a variant of one site reaches all that are like it", () => {
  const text = twoPorts(
    "like: middle }\n    middle: { type: port, at: [50, 3], like: first",
    `wide: { network: { sites: { first: { stations: { berth: { servers: 7 } } } } } },
     own: { network: { sites: { other: { stations: { berth: { room: 9 } } } } } }`,
  );
  const servers = (variant: string): unknown[] =>
    ["first", "middle", "other"].map(
      (site) => scenarioOf(text, variant).network.sites[site]?.stations["berth"]?.servers,
    );
  expect(servers("baseline")).toEqual([2, 2, 2]);
  expect(servers("wide")).toEqual([7, 7, 7]);
  const { other, first } = scenarioOf(text, "own").network.sites;
  expect([other?.stations["berth"]?.room, first?.stations["berth"]?.room]).toEqual([9, 4]);
});

test("the origin of a value that `like` brings is where it is written", () => {
  const origins = resolveText(twoPorts("like: first")).origins.get("baseline");
  const path = "stations.berth.servers";
  expect(origins?.get(`network.sites.other.${path}`)).toEqual(origins?.get(`network.sites.first.${path}`));
});
