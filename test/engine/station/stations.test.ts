import { describe, expect, test } from "vitest";
import { Harbour } from "./harbour";

describe("arriving", () => {
  test("at a free server starts at once, without an event in between, and was never waiting", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 2 });
    expect(harbour.stations.arrive(berth, 4, 100, 0)).toBe("started");
    expect(harbour.lines).toEqual(["0 start 4"]);
    expect([
      harbour.stations.waiting(berth),
      harbour.stations.inside(berth),
      harbour.stations.stationOf(4),
    ]).toEqual([0, 1, berth]);
    expect(harbour.play()).toEqual(["0 start 4", "100 release 4"]);
    expect([harbour.simulation.events, harbour.level("berth.queue"), harbour.stations.stationOf(4)]).toEqual([
      1,
      [],
      -1,
    ]);
  });

  test("at occupied servers waits; the next starts before the last is released", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 1, 100);
    harbour.arriveAt(10, berth, 2, 50);
    harbour.arriveAt(20, berth, 3, 30);
    expect(harbour.play()).toEqual([
      "0 start 1",
      "100 start 2",
      "100 release 1",
      "150 start 3",
      "150 release 2",
      "180 release 3",
    ]);
    expect(harbour.level("berth.queue")).toEqual([
      [10, 1],
      [20, 2],
      [100, 1],
      [150, 0],
    ]);
    expect(harbour.level("berth.busy")).toEqual([
      [0, 1],
      [180, 0],
    ]);
  });

  test("is served by as many as there are servers and no more", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 3 });
    for (let job = 0; job < 5; job++) harbour.arriveAt(job, berth, job, 100);
    harbour.play();
    expect(harbour.lines.filter((line) => line.includes("start"))).toEqual([
      "0 start 0",
      "1 start 1",
      "2 start 2",
      "100 start 3",
      "101 start 4",
    ]);
    expect(Math.max(...harbour.level("berth.busy").map(([, busy]) => busy))).toBe(3);
  });

  test("under priority serves the least rank first, and then first come", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ discipline: "ranked" });
    for (const [job, rank] of [5, 2, 1, 2, 1, 9, 1].entries()) harbour.arriveAt(job, berth, job, 100, rank);
    harbour.play();
    expect(
      harbour.lines.filter((line) => line.includes("start")).map((line) => Number(line.split(" ")[2])),
    ).toEqual([0, 2, 4, 6, 1, 3, 5]);
  });

  test("under fifo ignores the rank", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    for (const [job, rank] of [5, 3, 1].entries()) harbour.arriveAt(job, berth, job, 100, rank);
    expect(harbour.play().filter((line) => line.includes("start"))).toEqual([
      "0 start 0",
      "100 start 1",
      "200 start 2",
    ]);
  });

  test("when every waiting place is taken is turned away; those served need none", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ room: 1 });
    for (let job = 0; job < 4; job++) harbour.arriveAt(job, berth, job, 100);
    expect(harbour.play()).toEqual([
      "0 start 0",
      "2 turned away 2",
      "3 turned away 3",
      "100 start 1",
      "100 release 0",
      "200 release 1",
    ]);
  });

  test("without a waiting place is served or turned away", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ room: 0 });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(1, berth, 1, 100);
    harbour.arriveAt(150, berth, 1, 100);
    expect(harbour.play()).toEqual([
      "0 start 0",
      "1 turned away 1",
      "100 release 0",
      "150 start 1",
      "250 release 1",
    ]);
  });

  test("behind a closure takes a waiting place although servers stand free", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 5, room: 2 });
    harbour.closeFor(0, 50, berth, "finish");
    for (let job = 0; job < 3; job++) harbour.arriveAt(10, berth, job, 100);
    expect(harbour.play()).toEqual([
      "10 turned away 2",
      "50 start 0",
      "50 start 1",
      "150 release 0",
      "150 release 1",
    ]);
  });

  test("twice at once, or with an impossible service, is refused", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.stations.arrive(berth, 1, 100, 0);
    harbour.stations.arrive(berth, 2, 100, 0);
    for (const job of [1, 2])
      expect(() => harbour.stations.arrive(berth, job, 100, 0)).toThrow("one station at a time");
    for (const service of [-1, NaN, Infinity]) {
      expect(() => harbour.stations.arrive(berth, 3, service, 0)).toThrow("0 or more milliseconds");
    }
    expect(() => harbour.open({ servers: 1.5 })).toThrow("whole number of servers");
  });
});

describe("leaving", () => {
  test("the queue is for those who wait there; the others keep their order", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    for (let job = 0; job < 4; job++) harbour.arriveAt(0, berth, job, 100);
    const left: boolean[] = [];
    harbour.at(10, () => left.push(harbour.stations.leave(berth, 0), harbour.stations.leave(berth, 2)));
    harbour.at(20, () => left.push(harbour.stations.leave(berth, 2), harbour.stations.leave(berth, 77)));
    expect(harbour.play().filter((line) => line.includes("start"))).toEqual([
      "0 start 0",
      "100 start 1",
      "200 start 3",
    ]);
    expect(left).toEqual([false, true, false, false]);
  });
});

describe("changing the servers", () => {
  test("to more starts those who wait at once", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    for (let job = 0; job < 3; job++) harbour.arriveAt(0, berth, job, 100);
    harbour.at(40, () => harbour.stations.setServers(berth, 2));
    expect(harbour.play()).toEqual([
      "0 start 0",
      "40 start 1",
      "100 start 2",
      "100 release 0",
      "140 release 1",
      "200 release 2",
    ]);
  });

  test("to fewer lets the latest started stand still with their work, before anyone who waits", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 2 });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(10, berth, 1, 100);
    harbour.arriveAt(20, berth, 2, 100);
    harbour.at(50, () => harbour.stations.setServers(berth, 1));
    expect(harbour.play()).toEqual([
      "0 start 0",
      "10 start 1",
      "100 release 0",
      "160 start 2",
      "160 release 1",
      "260 release 2",
    ]);
    expect(harbour.level("berth.busy")).toEqual([
      [0, 1],
      [10, 2],
      [100, 1],
      [260, 0],
    ]);
  });

  test("to none and back keeps the work in progress", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 2 });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(0, berth, 1, 60);
    harbour.at(50, () => harbour.stations.setServers(berth, 0));
    harbour.at(500, () => harbour.stations.setServers(berth, 1));
    expect(harbour.play()).toEqual(["0 start 0", "0 start 1", "550 release 0", "560 release 1"]);
  });
});

describe("changing the factor", () => {
  test("divides what is left by the new factor and rounds once", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.at(40, () => harbour.stations.setFactor(berth, 0.7));
    expect(harbour.play()).toEqual(["0 start 0", `${40 + Math.round(60 / 0.7)} release 0`]);
  });

  test("counts for those who start under it", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.stations.setFactor(berth, 2);
    harbour.arriveAt(0, berth, 0, 100);
    harbour.at(20, () => harbour.stations.setFactor(berth, 1));
    expect(harbour.play()).toEqual(["0 start 0", "80 release 0"]);
    expect(harbour.stations.factor(berth)).toBe(1);
  });

  test("to 0 lets everything inside stand still; a free server still takes who comes", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 2 });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.at(30, () => harbour.stations.setFactor(berth, 0));
    harbour.arriveAt(50, berth, 1, 100);
    harbour.at(200, () => harbour.stations.setFactor(berth, 1));
    expect(harbour.play()).toEqual(["0 start 0", "50 start 1", "270 release 0", "300 release 1"]);
  });

  test("back to what it was in one instant moves no release, even by a rounding", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.at(33, () => {
      for (const factor of [0.3, 0.7, 1]) harbour.stations.setFactor(berth, factor);
    });
    harbour.at(50, () => {
      for (const factor of [3, 0.9]) harbour.stations.setFactor(berth, factor);
    });
    expect(harbour.play()).toEqual(["0 start 0", "106 release 0"]); // 50 + 50 / 0.9 = 105.56
  });

  test("so small that a service would outlast the calendar lets it last to the end of the calendar", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 1e13);
    harbour.at(1, () => harbour.stations.setFactor(berth, 1e-6));
    harbour.at(2, () => harbour.stations.setFactor(berth, 1));
    expect(harbour.play()).toEqual(["0 start 0", `${1e13 + 1} release 0`]);
  });

  test("to 1 where it is 1 changes nothing, not even the events", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.at(40, () => harbour.stations.setFactor(berth, 1));
    expect([harbour.play(), harbour.simulation.events]).toEqual([["0 start 0", "100 release 0"], 3]);
    expect(() => harbour.stations.setFactor(berth, -1)).toThrow("factor of 0 or more");
    expect(() => harbour.stations.setFactor(berth, NaN)).toThrow("factor of 0 or more");
  });
});

describe("closing", () => {
  /** One is served from 0 for 100, another waits for it; closed from 40 to 240. */
  function closed(inside: "finish" | "resume" | "restart" | "lose"): string[] {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(10, berth, 1, 50);
    harbour.closeFor(40, 240, berth, inside);
    return harbour.play();
  }

  test("with finish lets those inside go on and admits nobody", () => {
    expect(closed("finish")).toEqual(["0 start 0", "100 release 0", "240 start 1", "290 release 1"]);
  });

  test("with resume lets those inside stand still and go on with what is left", () => {
    expect(closed("resume")).toEqual(["0 start 0", "300 start 1", "300 release 0", "350 release 1"]);
  });

  test("with restart lets those inside begin anew", () => {
    expect(closed("restart")).toEqual(["0 start 0", "340 start 1", "340 release 0", "390 release 1"]);
  });

  test("with lose throws those inside out; those who wait go on waiting", () => {
    expect(closed("lose")).toEqual(["0 start 0", "40 lost 0", "240 start 1", "290 release 1"]);
  });

  test("starts nobody, whether there are free servers, new ones, or one is left behind", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ servers: 2 });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.closeFor(10, 500, berth, "finish");
    harbour.arriveAt(20, berth, 1, 100);
    harbour.at(30, () => harbour.stations.setServers(berth, 4));
    harbour.at(40, () => harbour.stations.setFactor(berth, 2));
    expect(harbour.play()).toEqual(["0 start 0", "70 release 0", "500 start 1", "550 release 1"]);
  });

  test("counts those who stand still as occupied servers, not as waiting", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.closeFor(40, 240, berth, "resume");
    const seen: number[] = [];
    harbour.at(100, () => {
      const { stations } = harbour;
      seen.push(
        stations.inside(berth),
        stations.waiting(berth),
        stations.working(berth),
        Number(stations.isOpen(berth)),
      );
    });
    harbour.play();
    expect(seen).toEqual([1, 0, 0, 0]);
    expect(harbour.level("berth.busy")).toEqual([
      [0, 1],
      [300, 0],
    ]);
  });

  test("overlaps: a job stands still while any says so, and nobody is admitted while any is in force", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(0, berth, 1, 10);
    harbour.closeFor(20, 200, berth, "resume");
    harbour.closeFor(50, 80, berth, "resume");
    harbour.closeFor(60, 400, berth, "finish");
    expect(harbour.play()).toEqual(["0 start 0", "280 release 0", "400 start 1", "410 release 1"]);
  });

  test("overlaps: a restart during a standstill takes the work of those who stand still already", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.arriveAt(0, berth, 0, 100);
    harbour.closeFor(60, 300, berth, "resume");
    harbour.closeFor(70, 80, berth, "restart");
    expect(harbour.play()).toEqual(["0 start 0", "400 release 0"]);
  });

  test("is lifted only in a mode that is in force", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.stations.close(berth, "finish");
    expect(() => harbour.stations.reopen(berth, "resume")).toThrow("none of mode resume");
    harbour.stations.reopen(berth, "finish");
    expect(() => harbour.stations.reopen(berth, "finish")).toThrow("none of mode finish");
  });
});

describe("the whole of it", () => {
  test("an empty calendar while jobs are stuck is a deadlock that names the station", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ name: "NLRTM.berth" });
    harbour.arriveAt(0, berth, 0, 100);
    harbour.arriveAt(0, berth, 1, 100);
    harbour.at(50, () => harbour.stations.close(berth, "resume"));
    const stop = harbour.simulation.run({});
    expect([stop.reason, stop.detail]).toEqual([
      "deadlock",
      "nothing is scheduled after 1970-01-01T00:00:00.050Z, yet somebody waits: 2 at NLRTM.berth",
    ]);
  });

  test("those who wait can be walked in the order in which they will be served", () => {
    const harbour = new Harbour();
    const berth = harbour.open({ discipline: "ranked" });
    for (const [job, rank] of [0, 3, 1, 2].entries()) harbour.stations.arrive(berth, job, 100, rank);
    const walked: number[] = [];
    for (
      let job = harbour.stations.nextWaiting(berth);
      job >= 0;
      job = harbour.stations.nextWaiting(berth, job)
    ) {
      walked.push(job);
    }
    expect(walked).toEqual([2, 3, 1]);
  });

  test("a reset empties the stations, lifts closures and restores servers and factors", () => {
    const harbour = new Harbour();
    const berths = Array.from({ length: 20 }, (_, index) =>
      harbour.open({ name: `berth ${index}`, servers: 2 }),
    );
    const play = (): string[] => {
      harbour.simulation.reset(0);
      harbour.stations.reset();
      for (let job = 0; job < 100; job++) harbour.stations.arrive(berths[job % 20] ?? -1, job, 10 + job, 0);
      harbour.simulation.run({ events: 20 });
      for (const berth of berths) harbour.stations.close(berth, "resume");
      for (const berth of berths) harbour.stations.setServers(berth, 1);
      for (const berth of berths) harbour.stations.setFactor(berth, 0.5);
      return harbour.lines.splice(0);
    };
    const first = play();
    expect(first.length).toBeGreaterThan(60);
    expect(play()).toEqual(first);
  });

  test("a recount finds a job whose event was taken away", () => {
    const harbour = new Harbour();
    const berth = harbour.open();
    harbour.stations.arrive(berth, 0, 100, 0);
    expect(harbour.stations.recount(berth)).toEqual([]);
    harbour.simulation.reset(0);
    expect(harbour.stations.recount(berth)).toEqual(["berth: job 0 stands still and should not"]);
  });
});
