import { expect, test } from "vitest";
import { believedCall } from "#domain/policy/port-belief";
import type { PolicyContext } from "#domain/policy/policy-kind";

const hour = 3_600_000;

interface Seen {
  /** Hours from now. */
  readonly sails?: number;
  readonly opening?: number;
  readonly factor?: number;
  readonly servers?: number;
  readonly serviceHours?: number;
  readonly waiting?: number;
  readonly inside?: number;
  readonly before?: number;
  readonly room?: number;
  /** Who stand before the vessel, which waits there itself. */
  readonly ahead?: number;
  readonly stations?: number;
}

/** The believed wait and whole length, in hours, of a call of vessel 0 at a port with berths of 6 h. */
function believed(seen: Seen): readonly [number, number] {
  const { sails = 10, opening = 0, factor = 1, servers = 1, serviceHours = 6, stations = 1 } = seen;
  const now = 1_000 * hour;
  const queue = Array.from({ length: seen.ahead ?? 0 }, (_, index) => index + 1);
  const context = {
    simulation: { now },
    vessels: { avoidance: [0] },
    outlook: {
      remainingMs: () => sails * hour,
      flow: () => ({
        calls: [
          Array.from({ length: stations }, (_, facility) => ({
            facility,
            service: { mean: serviceHours * hour },
          })),
        ],
      }),
    },
    ports: { before: () => seen.before ?? 0 },
    board: { believedOpening: () => now + opening * hour, announcedFactor: () => factor },
    facilities: {
      element: (facility: number) => facility,
      station: (facility: number) => facility,
      servers: () => servers,
      room: () => seen.room ?? Infinity,
    },
    stations: {
      stationOf: () => (seen.ahead === undefined ? -1 : 0),
      waiting: (station: number) => (station === 0 ? (seen.waiting ?? 0) : 0),
      inside: (station: number) => (station === 0 ? (seen.inside ?? 0) : 0),
      nextWaiting: (_: number, job: number = -1) => [...queue, 0][job < 0 ? 0 : queue.indexOf(job) + 1] ?? -1,
    },
  };
  const { waitMs, ms } = believedCall(context as unknown as PolicyContext, 0, 0);
  return [waitMs / hour, ms / hour];
}

test("nobody ahead and nothing closed: the way there and the service", () => {
  expect(believed({})).toEqual([0, 16]);
});

test("closed until after it comes: the time until then, and those ahead at the believed rate", () => {
  // opens in 30 h: 20 h; two wait, one is inside, one comes earlier: four services of 6 h
  expect(believed({ opening: 30, waiting: 2, inside: 1, before: 1 })).toEqual([20 + 24, 10 + 44 + 6]);
  expect(believed({ opening: 30, waiting: 2, inside: 1, before: 1, factor: 2 })).toEqual([32, 48]);
});

test("those served by then are not ahead any more", () => {
  // opens in 4 h, there in 10 h: one of four is served
  expect(believed({ opening: 4, waiting: 2, inside: 1, before: 1 })[0]).toBeCloseTo(18, 9);
  expect(believed({ waiting: 1, inside: 1, sails: 12 })[0]).toBe(0);
});

test("with one vessel fewer ahead than servers, one is free", () => {
  expect(believed({ servers: 3, inside: 2, sails: 0 })[0]).toBe(0);
  expect(believed({ servers: 3, inside: 3, sails: 0 })[0]).toBeCloseTo(2, 9);
  expect(believed({ servers: 3, inside: 3, waiting: 2, sails: 0 })[0]).toBeCloseTo(6, 9);
});

test("who waits there itself counts those before it", () => {
  expect(believed({ sails: 0, inside: 1, ahead: 2, waiting: 9 })[0]).toBe(18);
});

test("nothing works, no way, or no waiting place left: never", () => {
  expect(believed({ factor: 0 })[0]).toBe(Infinity);
  expect(believed({ sails: Infinity })).toEqual([Infinity, Infinity]);
  expect(believed({ sails: 0, inside: 1, waiting: 2, room: 2 })[0]).toBe(Infinity);
  expect(believed({ sails: 0, inside: 1, waiting: 1, room: 2 })[0]).toBe(12);
});

test("stations are passed one after the other, and only the first has those under way", () => {
  expect(believed({ stations: 2, before: 1, sails: 0 })).toEqual([6, 18]);
});

test("a service of no time makes no queue", () => {
  expect(believed({ serviceHours: 0, waiting: 50, opening: 12 })).toEqual([2, 12]);
});
