import { describe, expect, test } from "vitest";
import { HeapCalendar } from "#engine/kernel/heap-calendar";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";

/** A simulation whose one handler writes down when it ran for whom. */
function diary(): { simulation: Simulation; note: number; lines: string[] } {
  const simulation = new Simulation();
  const lines: string[] = [];
  const note = simulation.register({
    name: "note",
    priority: priority.observe,
    run: (subject) => lines.push(`${simulation.now} ${subject}`),
  });
  return { simulation, note, lines };
}

describe("events", () => {
  test("fire in order of time and move the clock", () => {
    const { simulation, note, lines } = diary();
    for (const time of [30, 10, 20]) simulation.schedule(time, note, time + 1);
    expect(simulation.run({})).toEqual({ reason: "empty", time: 30, events: 3 });
    expect(lines).toEqual(["10 11", "20 21", "30 31"]);
  });

  test("after a delay fire at the clock plus the delay, rounded once to a whole millisecond", () => {
    const { simulation, note, lines } = diary();
    simulation.reset(1_000);
    for (const [subject, delay] of [0, 0.4, 0.5, 7.6].entries()) simulation.after(delay, note, subject);
    simulation.run({});
    expect(lines).toEqual(["1000 0", "1000 1", "1001 2", "1008 3"]);
  });

  test("in the past, at fractions, NaN or Infinity, and for nobody are refused", () => {
    const { simulation, note } = diary();
    simulation.reset(100);
    for (const time of [99, 100.5, NaN, Infinity, -Infinity]) {
      expect(() => simulation.schedule(time, note, 0)).toThrow("whole millisecond from the clock");
    }
    for (const delay of [-1, -0.001, NaN, Infinity]) {
      expect(() => simulation.after(delay, note, 0)).toThrow("delay of 0 or more");
    }
    for (const handler of [-1, 1, 0.5, NaN]) {
      expect(() => simulation.schedule(100, handler, 0)).toThrow("registered handler");
    }
    for (const subject of [2 ** 31, 0.5, NaN]) {
      expect(() => simulation.schedule(100, note, subject)).toThrow("32 bits");
    }
    expect(simulation.pending).toBe(0);
  });

  test("are counted: pending before, fired after", () => {
    const { simulation, note } = diary();
    for (let time = 0; time < 5; time++) simulation.schedule(time, note, 0);
    expect([simulation.pending, simulation.events]).toEqual([5, 0]);
    simulation.run({ events: 2 });
    expect([simulation.pending, simulation.events]).toEqual([3, 2]);
  });
});

describe("cancelling", () => {
  test("keeps an event from firing, once", () => {
    const { simulation, note, lines } = diary();
    const first = simulation.schedule(10, note, 1);
    simulation.schedule(20, note, 2);
    expect([simulation.cancel(first), simulation.cancel(first)]).toEqual([true, false]);
    expect([simulation.isPending(first), simulation.pending]).toEqual([false, 1]);
    simulation.run({});
    expect(lines).toEqual(["20 2"]);
  });

  test("is false for what has fired, for the event being run, and for no event at all", () => {
    const { simulation, note } = diary();
    const fired = simulation.schedule(10, note, 1);
    let own = 0;
    const outcomes: boolean[] = [];
    const self = simulation.register({
      name: "self",
      priority: priority.decide,
      run: () => outcomes.push(simulation.isPending(own), simulation.cancel(own)),
    });
    own = simulation.schedule(20, self, 0);
    simulation.run({});
    expect(outcomes).toEqual([false, false]);
    for (const handle of [fired, 0, -1, 0.5, NaN, Infinity, 2 ** 52, fired % 2 ** 26])
      expect(simulation.cancel(handle)).toBe(false);
  });

  test("by an old handle leaves alone the event that uses its slot now", () => {
    const { simulation, note, lines } = diary();
    const old = simulation.schedule(10, note, 1);
    simulation.run({});
    const young = simulation.schedule(20, note, 2);
    expect(old).not.toBe(young);
    expect([simulation.isPending(old), simulation.cancel(old)]).toEqual([false, false]);
    simulation.run({});
    expect(lines).toEqual(["10 1", "20 2"]);
  });

  test("most of what is pending drops their entries and no other", () => {
    let entries = (): number => 0;
    const simulation = new Simulation((keys) => {
      const calendar = new HeapCalendar(keys);
      entries = () => calendar.size;
      return calendar;
    });
    const lines: number[] = [];
    const note = simulation.register({ name: "note", priority: 6, run: (subject) => lines.push(subject) });
    const handles = Array.from({ length: 1_000 }, (_, subject) =>
      simulation.schedule(subject % 97, note, subject),
    );
    for (const [subject, handle] of handles.entries()) if (subject % 10 !== 0) simulation.cancel(handle);
    expect(simulation.pending).toBe(100);
    expect(entries()).toBeLessThan(300);
    simulation.run({});
    expect(lines.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => 10 * index));
  });

  test("over and over uses the same few slots again", () => {
    const { simulation, note } = diary();
    const slots = new Set<number>();
    for (let turn = 0; turn < 10_000; turn++) {
      const handle = simulation.schedule(turn, note, 0);
      slots.add(handle % 2 ** 26);
      simulation.cancel(handle);
    }
    expect(slots.size).toBeLessThan(200);
  });

  test("inside a handler, before it schedules, spares the place that its own event leaves", () => {
    const { simulation, note, lines } = diary();
    const handles = Array.from({ length: 200 }, (_, subject) => simulation.schedule(50, note, subject));
    const sweep = simulation.register({
      name: "sweep",
      priority: priority.restore,
      run: () => {
        for (const handle of handles.slice(1)) simulation.cancel(handle);
        expect(simulation.pending).toBe(1);
        simulation.after(5, note, 777);
      },
    });
    simulation.schedule(10, sweep, 0);
    simulation.run({});
    expect(lines).toEqual(["15 777", "50 0"]);
  });
});

describe("the place of the running event", () => {
  test("is closed when its handler schedules nothing: it does not fire again", () => {
    const { simulation, note, lines } = diary();
    simulation.schedule(10, note, 1);
    expect(simulation.run({}).events).toBe(1);
    expect([simulation.pending, lines]).toEqual([0, ["10 1"]]);
  });

  test("counts as nothing pending while the handler runs", () => {
    const simulation = new Simulation();
    const pending: number[] = [];
    const look = simulation.register({
      name: "look",
      priority: priority.observe,
      run: () => {
        pending.push(simulation.pending);
        if (simulation.now < 2) simulation.after(1, look, 0);
        pending.push(simulation.pending);
      },
    });
    simulation.schedule(1, look, 0);
    simulation.run({});
    expect(pending).toEqual([0, 1, 0, 0]);
  });

  test("is closed after a handler that throws, so that the rest can go on", () => {
    const { simulation, note, lines } = diary();
    const fail = simulation.register({
      name: "fail",
      priority: priority.restore,
      run: () => {
        throw new Error("no");
      },
    });
    simulation.schedule(10, fail, 0);
    simulation.schedule(20, note, 2);
    expect(() => simulation.run({})).toThrow("no");
    expect(simulation.run({})).toEqual({ reason: "empty", time: 20, events: 1 });
    expect(lines).toEqual(["20 2"]);
  });
});

describe("a run", () => {
  test("until a time fires everything at or before it and leaves the clock there", () => {
    const { simulation, note, lines } = diary();
    for (const time of [10, 20, 21]) simulation.schedule(time, note, 0);
    expect(simulation.run({ time: 20 })).toEqual({ reason: "time", time: 20, events: 2 });
    expect(simulation.run({ time: 20 })).toEqual({ reason: "time", time: 20, events: 0 });
    expect(simulation.run({ time: 100 })).toEqual({ reason: "time", time: 100, events: 1 });
    expect(lines).toEqual(["10 0", "20 0", "21 0"]);
    expect(() => simulation.run({ time: 99 })).toThrow("at or after the clock");
  });

  test("until an event count fires so many and no more, also none", () => {
    const { simulation, note } = diary();
    for (let time = 0; time < 5; time++) simulation.schedule(time, note, 0);
    expect(simulation.run({ events: 3 })).toEqual({ reason: "events", time: 2, events: 3 });
    expect(simulation.run({ events: 0 })).toEqual({ reason: "events", time: 2, events: 0 });
    expect(simulation.run({ events: 9 })).toEqual({ reason: "empty", time: 4, events: 2 });
  });

  test("until a condition stops before the first event at which it holds", () => {
    const { simulation, note, lines } = diary();
    for (let time = 0; time < 5; time++) simulation.schedule(time, note, 0);
    const when = (): boolean => lines.length >= 2;
    expect(simulation.run({ when })).toEqual({ reason: "condition", time: 1, events: 2 });
    expect(simulation.run({ when })).toEqual({ reason: "condition", time: 1, events: 0 });
  });

  test("by steps fires one event at a time and says when there is none", () => {
    const { simulation, note, lines } = diary();
    simulation.schedule(10, note, 1);
    simulation.cancel(simulation.schedule(5, note, 0));
    expect([simulation.step(), simulation.step()]).toEqual([true, false]);
    expect(lines).toEqual(["10 1"]);
  });

  test("is not started by a handler, nor is the simulation reset by one", () => {
    const simulation = new Simulation();
    const deeds = [() => simulation.run({}), () => simulation.step(), () => simulation.reset(0)];
    const act = simulation.register({ name: "act", priority: 0, run: (deed) => deeds[deed]?.() });
    for (const deed of deeds.keys()) simulation.schedule(10, act, deed);
    for (const _ of deeds) expect(() => simulation.run({})).toThrow("handler");
    expect(simulation.run({}).reason).toBe("empty");
  });

  test("after a reset repeats what it did, and old handles stay void", () => {
    const { simulation, note, lines } = diary();
    const play = (): string[] => {
      simulation.reset(1_000);
      for (let subject = 0; subject < 50; subject++) simulation.after((subject * 7) % 11, note, subject);
      simulation.run({ events: 30 });
      return lines.splice(0);
    };
    const first = play();
    const left = simulation.schedule(5_000, note, 0);
    expect(play()).toEqual(first);
    expect([simulation.isPending(left), simulation.pending, simulation.events]).toEqual([false, 20, 30]);
  });
});

describe("what goes wrong", () => {
  test("an empty calendar while somebody waits is a deadlock that names them", () => {
    const { simulation, note } = diary();
    let ships = 2;
    simulation.expectWaiting("NLRTM.berth", () => ships);
    simulation.expectWaiting("suez.transit", () => 0);
    simulation.schedule(86_400_000, note, 0);
    expect(simulation.run({ time: 1e9 })).toEqual({
      reason: "deadlock",
      time: 86_400_000,
      events: 1,
      detail: "nothing is scheduled after 1970-01-02T00:00Z, yet somebody waits: 2 at NLRTM.berth",
    });
    ships = 0;
    expect(simulation.run({ time: 1e9 }).reason).toBe("time");
  });

  test("over a million events in one instant are a runaway that names the handler and the subject", () => {
    const simulation = new Simulation();
    const spin = simulation.register({
      name: "spin",
      priority: priority.decide,
      run: (ship) => simulation.after(0, spin, ship),
      describe: (ship) => `ship ${ship}`,
    });
    simulation.schedule(1_000, spin, 7);
    expect(simulation.run({})).toEqual({
      reason: "runaway",
      time: 1_000,
      events: 1_000_001,
      detail: "more than 1000000 events at 1970-01-01T00:00:01Z; the last was spin of ship 7",
    });
  });

  test("a million events in one instant are a runaway however many runs they come in, and stay one", () => {
    const simulation = new Simulation();
    const spin = simulation.register({ name: "spin", priority: 0, run: () => simulation.after(0, spin, 0) });
    const seen: number[] = [];
    simulation.observe(400_000, () => seen.push(simulation.events));
    simulation.reset(1_000);
    simulation.after(0, spin, 0);
    expect(simulation.run({ events: 600_000 }).reason).toBe("events");
    let steps = 0;
    while (steps < 100_000 && simulation.step()) steps++;
    expect(simulation.run({})).toMatchObject({ reason: "runaway", events: 300_001 });
    expect([simulation.run({}), simulation.run({ time: 5_000 })]).toMatchObject([
      { reason: "runaway", time: 1_000, events: 0 },
      { reason: "runaway", time: 1_000, events: 0 },
    ]);
    expect([simulation.step(), steps, seen]).toEqual([false, 100_000, [400_000, 800_000]]);
    simulation.reset(1_000);
    simulation.after(0, spin, 0);
    expect(simulation.run({ events: 1_000_000 }).reason).toBe("events");
  });

  test("events of two instants are not counted together, though a run moved the clock between them", () => {
    const simulation = new Simulation();
    let left = 0;
    const spin = simulation.register({
      name: "spin",
      priority: 0,
      run: () => (--left > 0 ? simulation.after(0, spin, 0) : 0),
    });
    for (const time of [10, 20]) {
      left = 600_000;
      simulation.after(0, spin, 0);
      expect(simulation.run({ time })).toMatchObject({ reason: "time", events: 600_000 });
    }
  });

  test("a handler that throws stops the run and is named with the simulated time and the entity", () => {
    const simulation = new Simulation();
    const cause = new RangeError("no such berth");
    const berth = simulation.register({
      name: "berth.finish",
      priority: priority.release,
      run: (ship) => {
        simulation.after(1, berth, ship + 1);
        throw cause;
      },
      describe: (ship) => `ship ${ship}`,
    });
    simulation.schedule(1_616_478_000_000, berth, 3);
    const message = "at 2021-03-23T05:40Z, berth.finish of ship 3: no such berth";
    expect(() => simulation.run({})).toThrow(
      expect.objectContaining({
        name: "SimulationFailure",
        message,
        cause,
        place: { time: 1_616_478_000_000, handler: "berth.finish", subject: "ship 3" },
      }),
    );
  });
});

describe("looking on", () => {
  test("a condition that throws before the first event is passed on as it is", () => {
    const { simulation } = diary();
    const cause = new Error("no gauge");
    const when = (): boolean => {
      throw cause;
    };
    expect(() => simulation.run({ when })).toThrow(cause);
  });

  test("an observer is called after each so-many-th event, over several runs, until switched off", () => {
    const { simulation, note } = diary();
    const seen: number[] = [];
    for (let time = 0; time < 20; time++) simulation.schedule(time, note, 0);
    simulation.observe(3, () => seen.push(simulation.events));
    simulation.run({ events: 3 });
    simulation.run({ events: 1 });
    simulation.run({ time: 11 });
    simulation.observe(0, () => seen.push(-1));
    simulation.run({});
    expect(seen).toEqual([3, 6, 9, 12]);
  });

  test("an observer that throws stops the run and names the event before it", () => {
    const { simulation, note } = diary();
    simulation.schedule(1_000, note, 4);
    simulation.observe(1, () => {
      throw new Error("the ledger does not balance");
    });
    expect(() => simulation.run({})).toThrow(
      "at 1970-01-01T00:00:01Z, note of 4: the ledger does not balance",
    );
  });

  test("a trace shows each event just before it happens, until it is switched off", () => {
    const { simulation, note, lines } = diary();
    const traced: string[] = [];
    const hail = simulation.register({
      name: "hail",
      priority: 4,
      run: () => 0,
      describe: (ship) => `ship ${ship}`,
    });
    simulation.schedule(1, note, 8);
    simulation.schedule(2, hail, 9);
    simulation.schedule(3, note, 0);
    simulation.trace = ({ time, priority: rung, handler, subject, described }) => {
      traced.push(`${lines.length} ${time} ${rung} ${handler} ${subject} ${described}`);
    };
    simulation.run({ time: 2 });
    simulation.trace = undefined;
    simulation.run({});
    expect(traced).toEqual(["0 1 6 note 8 8", "1 2 4 hail 9 ship 9"]);
  });
});
