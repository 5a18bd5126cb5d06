import { beforeEach, expect, test, vi } from "vitest";
import type { AuditedRooms } from "#domain/cargo/audit";
import { audit } from "#domain/cargo/audit";
import { account } from "#domain/cargo/ledger";
import { standing } from "#domain/traffic/voyage-listener";
import { createWorld } from "#scenario/build/create-world";
import { scenarioOf, source } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

/** Every audit of a world leaves its rooms here, so that a test can touch their state. */
const seen = vi.hoisted(() => ({ rooms: undefined as AuditedRooms | undefined }));

vi.mock("#domain/cargo/audit", async (original) => {
  const real = await original<{ readonly audit: (rooms: AuditedRooms) => string[] }>();
  return {
    audit: (rooms: AuditedRooms): string[] => {
      seen.rooms = rooms;
      return real.audit(rooms);
    },
  };
});

beforeEach(() => {
  seen.rooms = undefined;
});

/** The rooms of a world that was stopped in the middle, at an hour. */
function stoppedAt(hour: number, text: string): AuditedRooms {
  const scenario = scenarioOf(text);
  const end = scenario.time.start + hour * 3_600_000;
  const world = createWorld({ ...scenario, time: { ...scenario.time, end } }, { source });
  const { conservation } = world.run(0);
  expect(conservation.violations).toEqual([]);
  const { rooms } = seen;
  if (rooms === undefined) throw new Error("a run ends with an audit");
  expect(audit(rooms)).toEqual([]);
  return rooms;
}

/**
 * One berth, 9 h a ship, a ship each 6 h after 10 h: at 33 h `calls/2` is served, `calls/3` waits, `calls/4`
 * and `calls/5` sail.
 */
function port(): AuditedRooms {
  return stoppedAt(33, harbour("servers: 1, service: 9 h"));
}

/**
 * A canal that lets one in each 12 h, and keeps it 8 h: at 31 h one is inside and some wait; one sails up to
 * it.
 */
function strait(): AuditedRooms {
  return stoppedAt(31, canal("time: 8 h, admission: { kind: slots, rate: 2 /d }"));
}

function standingAs(rooms: AuditedRooms, how: keyof typeof standing): number[] {
  const { vessels } = rooms;
  return vessels.underWay().filter((vessel) => vessels.standing[vessel] === standing[how]);
}

function first(list: readonly number[]): number {
  const [vessel] = list;
  if (vessel === undefined) throw new Error("there is one");
  return vessel;
}

test("a sound world has nothing to tell, stopped at any hour", () => {
  const block = "block: { kind: closure, of: cut, start: 28 h, end: 50 h }";
  const policies = "masters: { kind: divert, of: cut, rule: cheapest }";
  for (let hour = 25; hour < 60; hour++) {
    stoppedAt(
      hour,
      canal("time: 8 h, admission: { kind: headway, every: 5 h }", { disruptions: block, policies }),
    );
    const fog = "fog: { kind: slowdown, of: lane, factor: 0, start: 30 h, end: 45 h }";
    stoppedAt(hour, harbour("servers: 1, service: 9 h, room: 1", { disruptions: fog }));
  }
});

test("a vessel that was dropped from the line of a station, a passage or a link is missed", () => {
  const berth = port();
  const [facility] = berth.facilities.ids.keys();
  const station = berth.facilities.station(facility as number); // the one berth
  expect(berth.stations.leave(station, first(standingAs(berth, "waiting")))).toBe(true);
  expect(audit(berth)).toEqual(["1 vessels wait, but 0 stand in lines"]);

  const cut = strait();
  const waiting = cut.passages.jobs(0);
  cut.passages.leave(0, first(waiting));
  expect(audit(cut)).toEqual([`${waiting.length} vessels wait, but ${waiting.length - 1} stand in lines`]);

  const ice = stoppedAt(
    40,
    harbour("servers: 1, service: 1 h", {
      disruptions: "ice: { kind: closure, of: lane, start: 25 h, end: 60 h }",
    }),
  );
  ice.links.leave(0, first(ice.links.jobs(0)));
  expect(audit(ice)).toEqual(["2 vessels wait, but 1 stand in lines"]);
});

test("a standing that was changed contradicts the ledger and the line", () => {
  const cut = strait();
  const vessel = first(cut.passages.jobs(0));
  const waiting = cut.passages.waiting(0);
  const name = `calls/${cut.vessels.ordinal[vessel]}`;
  const inTransit = cut.ledger.balance(0, account.transit);
  cut.vessels.standing[vessel] = standing.sailing;
  expect(audit(cut)).toEqual([
    `vessels: the ledger holds ${inTransit} where ${inTransit + 1} are counted`,
    `vessels: the ledger holds ${waiting} where ${waiting - 1} are counted`,
    "cut.transit: 1 stand in its line and do not wait for it",
    `${waiting - 1} vessels wait, but ${waiting} stand in lines`,
    `${name}: it sails, but nothing will let it arrive`,
  ]);
});

test("who waits for another passage than the one in whose line it stands is a stranger there", () => {
  const cut = strait();
  cut.vessels.passage[first(cut.passages.jobs(0))] = -1;
  expect(audit(cut)).toEqual(["cut.transit: 1 stand in its line and do not wait for it"]);
});

test("an idle vessel between two events, one served by no station, and one in no passage are told", () => {
  const sailing = (rooms: AuditedRooms): number => first(standingAs(rooms, "sailing"));
  const told = (how: "idle" | "served" | "passing"): string[] => {
    const rooms = port();
    rooms.vessels.standing[sailing(rooms)] = standing[how];
    return audit(rooms).filter((problem) => problem.startsWith("calls/"));
  };
  expect(told("idle")).toEqual(["calls/4: it is between two things, and nothing will let it go on"]);
  expect(told("served")).toEqual(["calls/4: it is served by no station"]);
  expect(told("passing")).toEqual(["calls/4: it passes, but is not in the passage"]);
});

test("a vessel inside another passage than its own is told", () => {
  const cut = strait();
  const inside = first(standingAs(cut, "passing"));
  cut.vessels.passage[inside] = 1;
  expect(audit(cut)).toEqual([`calls/${cut.vessels.ordinal[inside]}: it passes, but is not in the passage`]);
});

test("a pending arrival that was cancelled is missed, on a link that is not standing still", () => {
  const rooms = port();
  const vessel = first(standingAs(rooms, "sailing"));
  expect(rooms.simulation.cancel(rooms.vessels.event[vessel] as number)).toBe(true); // under way
  expect(audit(rooms)).toEqual(["calls/4: it sails, but nothing will let it arrive"]);
  const fog = "fog: { kind: slowdown, of: lane, factor: 0, start: 30 h, end: 45 h }";
  const still = stoppedAt(40, harbour("servers: 1, service: 9 h", { disruptions: fog }));
  const standingStill = standingAs(still, "sailing");
  expect(standingStill.map((on) => still.simulation.isPending(still.vessels.event[on] as number))).toEqual(
    standingStill.map(() => false),
  );
});

test("a vessel on a link that does not hold it is told", () => {
  const rooms = stoppedAt(31, canal("time: 8 h, admission: { kind: headway, every: 1 h }"));
  const vessel = first(standingAs(rooms, "sailing"));
  rooms.vessels.link[vessel] = ((rooms.vessels.link[vessel] as number) + 1) % rooms.links.ids.length;
  const name = `calls/${rooms.vessels.ordinal[vessel]}`;
  expect(audit(rooms)).toEqual([`${name}: it sails on a link that does not hold it`]);
});

test("a service that nothing will end is told by the station", () => {
  const rooms = port();
  const inside = first(standingAs(rooms, "served"));
  const { work } = rooms.stations as unknown as { work: { jobs: Float64Array } }; // four numbers a job
  expect(rooms.simulation.cancel(work.jobs[4 * inside + 2] as number)).toBe(true); // a job that is served
  expect(audit(rooms)).toEqual([`quay.berth: job ${inside} stands still and should not`]);
});

test("a ledger that is off by one is told, in what is held, in what has begun, and in the sum", () => {
  const rooms = port();
  const begun = rooms.begun(0);
  rooms.ledger.began(first(standingAs(rooms, "sailing")));
  const inTransit = standingAs(rooms, "sailing").length;
  expect(audit(rooms)).toEqual([
    `vessels: the ledger holds ${inTransit + 1} where ${inTransit} are counted`,
    `vessels: ${begun} units have begun`,
  ]);
  const other = port();
  const { balance } = other.ledger;
  vi.spyOn(other.ledger, "balance").mockImplementation(
    (goods, of) => balance.call(other.ledger, goods, of) + (of === account.lost ? 1 : 0),
  );
  expect(audit(other)).toEqual(["vessels: the accounts sum to 1, not 0"]);
});

test("a voyage that its flow did not count is told", () => {
  const rooms = port();
  const begun = rooms.begun(0);
  expect(audit({ ...rooms, begun: () => begun - 1 })).toEqual([`vessels: ${begun - 1} units have begun`]);
});

test("units of a commodity are recounted in its own unit", () => {
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, commodity: ore, size: 5 t, arrivals: { kind: " +
    "regular, every: 6 h } }";
  const rooms = stoppedAt(
    33,
    harbour("servers: 1, service: 9 h", { flows, commodities: "ore: { unit: t }" }),
  );
  const vessel = first(standingAs(rooms, "sailing"));
  const sailing = standingAs(rooms, "sailing").length;
  const waiting = standingAs(rooms, "waiting").length;
  rooms.ledger.changed(vessel, standing.sailing, standing.waiting);
  expect(audit(rooms)).toEqual([
    `ore: the ledger holds ${5 * (sailing - 1)} where ${5 * sailing} are counted`,
    `ore: the ledger holds ${5 * (waiting + 1)} where ${5 * waiting} are counted`,
  ]);
});

test("a vessel that says that it is blocked, yet no station keeps, is told", () => {
  const rooms = port();
  const inside = first(standingAs(rooms, "served"));
  rooms.vessels.standing[inside] = standing.blocked;
  const name = `calls/${rooms.vessels.ordinal[inside]}`;
  expect(audit(rooms)).toEqual([`${name}: it is done, yet no station keeps it`]);
});
