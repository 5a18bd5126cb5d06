import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inside } from "#engine/station/station-client";
import { Line } from "./line";

/** A berth before a yard that blocks; ships are served 10 ms at the berth and 100 ms in the yard. */
function port(room: number, { berths = 1 } = {}): { line: Line; berth: number; yard: number } {
  const line = new Line();
  const berth = line.open("berth", { servers: berths });
  const yard = line.open("yard", { room, whenFull: "block" });
  return { line, berth, yard };
}

describe("a job that is done while the next station has no room", () => {
  test("keeps its server until there is room, and those behind it wait", () => {
    const { line, berth, yard } = port(0);
    for (const job of [1, 2, 3])
      line.begin(0, job, [
        [berth, 10],
        [yard, 100],
      ]);
    line.simulation.run({});
    expect([1, 2, 3].map((job) => line.diary(job))).toEqual([
      ["0 at berth", "10 at yard", "110 gone"],
      ["10 at berth", "20 blocked at berth for yard", "110 at yard", "210 gone"],
      ["110 at berth", "120 blocked at berth for yard", "210 at yard", "310 gone"],
    ]);
    expect(line.level("berth")).toEqual([
      [20, 1],
      [110, 0],
      [120, 1],
      [210, 0],
    ]);
    expect(line.problems).toEqual([]);
  });

  test("takes a waiting place where there is one", () => {
    const { line, berth, yard } = port(1);
    for (const job of [1, 2, 3])
      line.begin(0, job, [
        [berth, 10],
        [yard, 100],
      ]);
    line.simulation.run({});
    expect(line.diary(2)).toEqual(["10 at berth", "110 at yard", "210 gone"]);
    expect(line.diary(3)).toEqual(["20 at berth", "30 blocked at berth for yard", "210 at yard", "310 gone"]);
    expect(line.level("berth")).toEqual([
      [30, 1],
      [110, 0],
    ]);
  });

  test("goes on first come, first served, from whatever station", () => {
    const { line, berth, yard } = port(0);
    const quay = line.open("quay", { servers: 2 });
    line.begin(0, 1, [[yard, 100]]);
    line.begin(0, 2, [
      [quay, 30],
      [yard, 5],
    ]);
    line.begin(0, 3, [
      [berth, 20],
      [yard, 5],
    ]);
    line.begin(0, 4, [
      [quay, 10],
      [yard, 5],
    ]);
    line.simulation.run({});
    expect(line.lines.filter((text) => text.includes("at yard"))).toEqual([
      "0 at yard #1",
      "100 at yard #4",
      "105 at yard #3",
      "110 at yard #2",
    ]);
  });

  test("frees a whole line of stations as one place becomes free at its end", () => {
    const line = new Line();
    const stations = ["a", "b", "c"].map((name) => line.open(name, { room: 0, whenFull: "block" }));
    const path = stations.map((station, place) => [station, place === 2 ? 100 : 10] as const);
    for (const job of [1, 2, 3, 4]) line.begin(0, job, path);
    line.simulation.run({ time: 100 });
    expect([1, 2, 3, 4].map((job) => line.stations.stationOf(job))).toEqual([2, 1, 0, 0]);
    expect([2, 3].map((job) => line.stations.isBlocked(job))).toEqual([true, true]);
    line.simulation.run({});
    expect([2, 3, 4].map((job) => line.diary(job).at(-1))).toEqual(["220 gone", "320 gone", "420 gone"]);
    expect(line.problems).toEqual([]);
  });

  test("one that comes from no station waits in line, whatever the room", () => {
    const { line, yard } = port(1);
    for (const job of [1, 2, 3, 4]) line.begin(0, job, [[yard, 100]]);
    line.simulation.run({});
    expect(line.diary(4)).toEqual(["300 at yard", "400 gone"]);
  });

  test("goes back to its own station without being blocked by itself", () => {
    const { line, yard } = port(0);
    line.begin(0, 1, [
      [yard, 10],
      [yard, 10],
    ]);
    line.simulation.run({});
    expect(line.diary(1)).toEqual(["0 at yard", "10 at yard", "20 gone"]);
  });
});

describe("what acts on stations while somebody is blocked", () => {
  /** Ship 2 is blocked at the berth from 20 to 110. */
  function blocked(deed: (line: Line, berth: number, yard: number) => void): Line {
    const { line, berth, yard } = port(0);
    for (const job of [1, 2])
      line.begin(0, job, [
        [berth, 10],
        [yard, 100],
      ]);
    deed(line, berth, yard);
    line.simulation.run({});
    expect(line.problems).toEqual([]);
    return line;
  }

  test.each<Inside>(["finish", "resume", "restart"])(
    "a closure %s of its own station leaves it",
    (inside) => {
      const line = blocked((stage, berth) => {
        stage.at(50, () => stage.stations.close(berth, inside));
        stage.at(300, () => stage.stations.reopen(berth, inside));
      });
      expect(line.diary(2).slice(-2)).toEqual(["110 at yard", "210 gone"]);
    },
  );

  test("a closure that loses those inside loses it too", () => {
    const line = blocked((stage, berth) => {
      stage.at(50, () => stage.stations.close(berth, "lose"));
      stage.at(60, () => stage.stations.reopen(berth, "lose"));
    });
    expect(line.diary(2).at(-1)).toBe("50 lost");
    expect(line.level("berth")).toEqual([
      [20, 1],
      [50, 0],
    ]);
  });

  test("one more server of the next station lets it on", () => {
    const line = blocked((stage, _, yard) => stage.at(50, () => stage.stations.setServers(yard, 2)));
    expect(line.diary(2).slice(-2)).toEqual(["50 at yard", "150 gone"]);
  });

  test("a closed next station takes as many as may wait, and no more", () => {
    const { line, berth, yard } = port(1);
    line.at(0, () => line.stations.close(yard, "resume"));
    line.at(500, () => line.stations.reopen(yard, "resume"));
    for (const job of [1, 2])
      line.begin(0, job, [
        [berth, 10],
        [yard, 100],
      ]);
    line.simulation.run({});
    expect(line.diary(1)).toEqual(["0 at berth", "500 at yard", "600 gone"]);
    expect(line.diary(2).slice(1)).toEqual(["20 blocked at berth for yard", "600 at yard", "700 gone"]);
  });

  test("it occupies a server where some are missing, and is not working", () => {
    const { line, berth, yard } = port(0, { berths: 2 });
    line.begin(0, 1, [[yard, 100]]);
    line.begin(0, 2, [
      [berth, 10],
      [yard, 10],
    ]);
    line.begin(0, 3, [[berth, 40]]);
    line.at(20, () => line.stations.setServers(berth, 1));
    line.simulation.run({ time: 50 });
    const { stations } = line;
    expect([stations.inside(berth), stations.working(berth), stations.jobsInside(berth, false)]).toEqual([
      2,
      0,
      [3],
    ]);
    line.simulation.run({});
    expect(line.diary(3).at(-1)).toBe("120 gone");
    expect(line.problems).toEqual([]);
  });
});

describe("those who block each other", () => {
  /** A lock that ships pass on their way in and out, with one berth behind it. */
  function lock(): Line {
    const line = new Line();
    const gate = line.open("lock", { room: 0, whenFull: "block" });
    const berth = line.open("berth", { room: 0, whenFull: "block" });
    for (const job of [1, 2])
      line.begin(0, job, [
        [gate, 10],
        [berth, 30],
        [gate, 10],
      ]);
    return line;
  }

  const sentence =
    "since 1970-01-01T00:00:00.040Z some who are done wait for each other: " +
    "ship-2 at lock for room at berth; ship-1 at berth for room at lock";

  test("are a deadlock that names stations and jobs, when nothing else is to come", () => {
    const stop = lock().simulation.run({});
    expect([stop.reason, stop.detail]).toEqual([
      "deadlock",
      "nothing is scheduled after 1970-01-01T00:00:00.040Z, yet somebody waits: 1 at lock, 1 at berth; " +
        sentence,
    ]);
  });

  test("and at the end of a run in which all else goes on", () => {
    const line = lock();
    const island = line.open("island");
    line.begin(0, 3, [[island, 5000]]);
    expect(line.simulation.run({ time: 1000 })).toMatchObject({ reason: "deadlock", detail: sentence });
  });

  test("are none while a server may come back, or somebody is only slow", () => {
    const line = lock();
    line.at(0, () => line.stations.setServers(0, 2));
    line.at(45, () => line.stations.setServers(0, 1));
    expect(line.simulation.run({}).reason).toBe("empty");
    const slow = port(0);
    for (const job of [1, 2])
      slow.line.begin(0, job, [
        [slow.berth, 10],
        [slow.yard, 1000],
      ]);
    expect(slow.line.simulation.run({ time: 500 }).reason).toBe("time");
  });

  test("are gone when the stations are reset", () => {
    const line = lock();
    line.simulation.run({});
    line.stations.reset();
    line.simulation.reset(0);
    expect([line.stations.isBlocked(1), line.stations.inside(0)]).toEqual([false, 0]);
    expect(line.simulation.run({ time: 10 }).reason).toBe("time");
  });
});

const stationCount = 3;
const acts = fc.constantFrom("servers", "factor", "resume", "restart", "finish");
const acted = fc.record({ station: fc.nat(stationCount - 1), act: acts, at: fc.nat(600) });
const visits = fc.array(fc.tuple(fc.nat(stationCount - 1), fc.nat(120)), { minLength: 1, maxLength: 4 });
const ships = fc.array(fc.record({ at: fc.nat(600), path: visits }), { maxLength: 25, size: "max" });
const rooms = fc.array(fc.nat(2), { minLength: stationCount, maxLength: stationCount });

type Ships = readonly { readonly at: number; readonly path: [number, number][] }[];

/** Of two events in one instant the first to be scheduled is the first: odd parts keep them apart. */
const unit = 100_000;

function harbourOf(room: readonly number[], fleet: Ships, whenFull: "block" | "turn-away"): Line {
  const line = new Line();
  for (let station = 0; station < stationCount; station++)
    line.open(`s${station}`, { servers: 1 + (station % 2), room: room[station] ?? 0, whenFull });
  fleet.forEach(({ at, path }, job) => {
    // Those who go up the line only can block nobody in a circle.
    const upward = [...path].sort(([a], [b]) => a - b);
    const odd = 2 ** (job % 16) + job;
    line.begin(
      at * unit + odd,
      job,
      upward.map(([station, ms]) => [station, ms * unit + odd] as const),
    );
  });
  return line;
}

describe("whatever ships do that only go up a line of stations that block", () => {
  test("each of them arrives, and every recount fits", () => {
    fc.assert(
      fc.property(ships, rooms, (fleet, room) => {
        const line = harbourOf(room, fleet, "block");
        expect(line.simulation.run({}).reason).toBe("empty");
        expect(line.problems).toEqual([]);
        expect(line.lines.filter((text) => text.includes("gone")).length).toBe(fleet.length);
      }),
      { seed: 0x5eed11, numRuns: 200 },
    );
  });

  test("what is applied and reverted in one instant changes nothing, and so does a factor of 1", () => {
    fc.assert(
      fc.property(ships, rooms, fc.array(acted, { maxLength: 10 }), (fleet, room, deeds) => {
        const quiet = harbourOf(room, fleet, "block");
        const line = harbourOf(room, fleet, "block");
        for (const { station, act, at } of deeds) {
          line.at(at * unit, () => {
            const { stations } = line;
            if (act === "factor") stations.setFactor(station, 1);
            else if (act === "servers") {
              const servers = stations.servers(station);
              stations.setServers(station, 0);
              stations.setServers(station, servers);
            } else if (act !== "restart" || stations.working(station) === 0) {
              stations.close(station, act); // the rest are modes of closures
              stations.reopen(station, act); // the same
            }
          });
        }
        quiet.simulation.run({});
        line.simulation.run({});
        expect(line.lines).toEqual(quiet.lines);
        expect(line.problems).toEqual([]);
      }),
      { seed: 0x5eed12, numRuns: 200 },
    );
  });

  test("with room for all it is as if nobody blocked", () => {
    fc.assert(
      fc.property(ships, (fleet) => {
        const room = [30, 30, 30];
        const [blocking, turning] = (["block", "turn-away"] as const).map((whenFull) => {
          const line = harbourOf(room, fleet, whenFull);
          line.simulation.run({});
          return line.lines;
        });
        expect(blocking).toEqual(turning);
      }),
      { seed: 0x5eed13, numRuns: 100 },
    );
  });
});
