import { describe, expect, test } from "vitest";
import { SimulationFailure } from "#engine/kernel/failure";
import type { ProcessModel } from "#engine/process/process-model";
import type { Resource } from "#engine/process/resource";
import type { Steps } from "#engine/process/process";
import { Diary, faultOf } from "./diary";

describe("time", () => {
  test("is rounded to whole milliseconds once, where it is held", () => {
    const diary = new Diary({ startMs: 1000 });
    const { model } = diary;
    function* ship(): Steps {
      for (const ms of [0.4, 0.5, 0.4, 2.5]) {
        yield model.hold(ms);
        diary.note("on");
      }
    }
    model.spawn("ship", ship());
    model.run({ time: 5000 });
    expect(diary.lines).toEqual(["1000 on", "1001 on", "1001 on", "1004 on"]);
    expect(model.now).toBe(5000);
  });

  test.each([NaN, -1, Infinity, -Infinity])("%d is refused by hold, delay and patience", (ms) => {
    const { model } = new Diary();
    function* ship(wait: () => ReturnType<typeof model.hold>): Steps {
      yield wait();
    }
    const berth = model.resource("berth");
    const waits = [
      () => model.hold(ms),
      () => model.seize(berth, { patienceMs: ms }),
      () => model.until(() => berth.free > 1, { patienceMs: ms }),
    ];
    for (const wait of waits) {
      model.spawn("ship", ship(wait));
      expect(faultOf(() => model.run()).code).toBe("wrong-value");
    }
    expect(
      faultOf(() =>
        model.spawn(
          "ship",
          ship(() => model.hold(1)),
          { delayMs: ms },
        ),
      ).code,
    ).toBe("wrong-value");
  });
});

describe("what a process yields", () => {
  test("is carried out when it is yielded, and missed when it is not", () => {
    const { model } = new Diary();
    function* ship(): Steps {
      model.hold(10);
      yield model.hold(5);
    }
    model.spawn("ship", ship());
    expect(faultOf(() => model.run()).message).toContain("ship 1 calls hold(...) and does not yield it");
    function* last(): Steps {
      yield model.hold(5);
      model.hold(10);
    }
    model.spawn("ship", last());
    expect(faultOf(() => model.run()).code).toBe("not-yielded");
  });

  test("is what its own model just gave", () => {
    const { model } = new Diary();
    const other = new Diary().model;
    const stale: { wait?: ReturnType<typeof model.hold> } = {};
    function* twice(): Steps {
      const wait = model.hold(5);
      stale.wait = wait;
      yield wait;
      yield wait;
    }
    model.spawn("ship", twice());
    expect(faultOf(() => model.run()).code).toBe("not-a-wait");
    function* strange(): Steps {
      yield other.hold(1);
    }
    model.spawn("ship", strange());
    expect(faultOf(() => model.run()).code).toBe("outside-process");
  });

  test("may be steps of its own", () => {
    const diary = new Diary();
    const { model } = diary;
    function* leg(ms: number): Steps<string> {
      yield model.hold(ms);
      return `leg of ${ms}`;
    }
    function* ship(): Steps {
      diary.note(yield* leg(3));
      diary.note(yield* leg(4));
    }
    model.spawn("ship", ship());
    model.run();
    expect(diary.lines).toEqual(["3 leg of 3", "7 leg of 4"]);
  });

  test("cannot be asked for outside a process", () => {
    const { model } = new Diary();
    const berth = model.resource("berth");
    const deeds = [
      () => model.hold(1),
      () => model.seize(berth),
      () => model.until(() => true),
      () => model.release(berth),
    ];
    expect(deeds.map((deed) => faultOf(deed).code)).toEqual(Array(4).fill("outside-process"));
  });

  test("what a process throws tells the instant and the process", () => {
    const { model } = new Diary();
    function* ship(): Steps {
      yield model.hold(7);
      throw new Error("sunk");
    }
    model.spawn("ship", ship());
    expect(() => model.run()).toThrow(SimulationFailure);
    model.spawn("ship", ship());
    expect(() => model.run()).toThrow("1970-01-01T00:00:00.014Z, process.held of ship 2: sunk");
  });
});

/** Two ships that each hold what the other wants, beside something that goes on for ever. */
function crosswise(model: ProcessModel, patienceMs?: number): readonly [Resource, Resource] {
  const [berth, tug] = [model.resource("berth"), model.resource("tug")];
  function* ship(first: Resource, second: Resource): Steps {
    yield model.seize(first);
    yield model.hold(5);
    if (yield model.seize(second, patienceMs === undefined ? {} : { patienceMs })) model.release(second);
    model.release(first);
  }
  model.spawn("ship", ship(berth, tug));
  model.spawn("ship", ship(tug, berth));
  function* clock(): Steps {
    for (;;) yield model.hold(10);
  }
  model.spawn("clock", clock());
  return [berth, tug];
}

describe("a deadlock is named", () => {
  test("of those who wait for each other while others go on", () => {
    const { model } = new Diary();
    crosswise(model);
    const { code, message } = faultOf(() => model.run({ time: 100 }));
    expect(code).toBe("deadlock");
    expect(message).toBe(
      "ship 1 waits for 1 of tug, held by ship 2; ship 2 waits for 1 of berth, held by ship 1",
    );
  });

  test("and is none where one of them has not the patience", () => {
    const { model } = new Diary();
    const both = crosswise(model, 20);
    expect(model.run({ time: 100 }).reason).toBe("time");
    expect(both.map(({ held }) => held)).toEqual([0, 0]);
  });

  test("of one who waits in line, or for a condition, when nothing happens any more", () => {
    const { model } = new Diary();
    const none = model.resource("none", { capacity: 1 });
    none.setCapacity(0);
    const gate = model.state("gate", false);
    function* inLine(): Steps {
      yield model.seize(none);
    }
    function* outside(): Steps {
      yield model.until(() => gate.value);
    }
    model.spawn("ship", inLine());
    model.spawn("ship", outside());
    const { code, message } = faultOf(() => model.run());
    expect(code).toBe("deadlock");
    expect(message).toContain("1 at a condition, 1 at none");
  });

  test("but not of a daemon, nor of one who waits for what somebody else still holds", () => {
    const { model } = new Diary();
    const berth = model.resource("berth");
    const jobs = model.state("jobs", 0);
    function* server(): Steps {
      for (;;) {
        yield model.until(() => jobs.value > 0);
        jobs.value -= 1;
      }
    }
    function* ship(): Steps {
      yield model.seize(berth);
      jobs.value += 1;
      yield model.hold(30);
      model.release(berth);
    }
    model.spawn("server", server(), { isDaemon: true });
    model.spawn("ship", ship());
    model.spawn("ship", ship());
    expect(model.run({ time: 40 }).reason).toBe("time");
    expect(model.run().reason).toBe("empty");
    expect(jobs.value).toBe(0);
  });
});

describe("what would never end", () => {
  test("is named when it is a chain of events", () => {
    const { model } = new Diary();
    function* ship(): Steps {
      for (;;) yield model.hold(0);
    }
    model.spawn("ship", ship());
    const { code, message } = faultOf(() => model.run());
    expect(code).toBe("runaway");
    expect(message).toContain("process.held of ship 1");
  });

  test("and when it is a chain of answers without any event", () => {
    const { model } = new Diary();
    const berth = model.resource("berth");
    function* ship(): Steps {
      for (;;) {
        yield model.seize(berth);
        model.release(berth);
      }
    }
    model.spawn("ship", ship());
    expect(faultOf(() => model.run()).code).toBe("runaway");
  });
});

describe("draws", () => {
  test("are those of seed, replication and name, whatever else is drawn", () => {
    const drawn = (seed: string, replication: number, name: string, others: readonly string[]): number => {
      const { model } = new Diary({ seed, replication });
      for (const other of others) model.stream(other).uniform();
      return model.sampler(name, { kind: "exponential", mean: 10 })();
    };
    const one = drawn("a", 3, "arrivals", []);
    expect(drawn("a", 3, "arrivals", ["x", "y"])).toBe(one);
    expect(new Set([one, drawn("b", 3, "arrivals", []), drawn("a", 4, "arrivals", [])]).size).toBe(3);
  });

  test("are refused to two of one name", () => {
    const { model } = new Diary();
    model.stream("arrivals");
    expect(faultOf(() => model.stream("arrivals")).code).toBe("name-taken");
  });

  test.each([
    [{ kind: "exponental", mean: 1 }, 'a known distribution (beta, constant, .*), not "exponental"'],
    [{ kind: "exponential", mean: -1 }, 'whose "mean" cannot be -1'],
    [{ kind: "exponential", mean: NaN }, 'whose "mean" is a number, not NaN'],
    [{ kind: "exponential" }, 'whose "mean" is missing'],
    [{ kind: "exponential", mean: 1, sd: 1 }, 'which has no "sd"; it has mean'],
    [{ kind: "uniform", min: 3, max: 2 }, "`max` is below `min`"],
  ])("of %j are refused", (law, words) => {
    const { model } = new Diary();
    expect(faultOf(() => model.sampler("x", law)).message).toMatch(
      new RegExp(words.replace(/[()]/g, "\\$&")),
    );
  });

  test("take every distribution of the language that has plain parameters", () => {
    const { model } = new Diary();
    expect(model.sampler("a", { kind: "constant", value: 4 })()).toBe(4);
    expect(model.sampler("b", { kind: "triangular", min: 1, mode: 2, max: 3 })()).toBeGreaterThan(1);
    expect(model.sampler("c", { kind: "lognormal", mean: 5, sd: 2 })()).toBeGreaterThan(0);
  });
});
