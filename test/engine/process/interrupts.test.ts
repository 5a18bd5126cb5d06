import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SimulationFailure } from "#engine/kernel/failure";
import { Interrupt } from "#engine/process/interrupt";
import type { Process, Steps } from "#engine/process/process";
import { Diary, faultOf } from "./diary";

describe("an interrupt", () => {
  test("is caught at the yield, with its cause and what was left of the hold", () => {
    const diary = new Diary();
    const { model } = diary;
    function* ship(): Steps {
      try {
        yield model.hold(10);
      } catch (error) {
        if (!(error instanceof Interrupt)) throw error;
        diary.note(`${String(error.cause)}, ${error.remainingMs} left`);
        yield model.hold(error.remainingMs ?? NaN);
      }
      diary.note("done");
    }
    const other = model.spawn("ship", ship());
    function* storm(): Steps {
      yield model.hold(4);
      expect(model.interrupt(other, "storm")).toBe(true);
      yield model.hold(20);
      expect(model.interrupt(other, "storm")).toBe(false);
    }
    model.spawn("storm", storm());
    model.run();
    expect(diary.lines).toEqual(["4 storm, 6 left", "10 done"]);
  });

  test("takes a place in line and leaves what is held; those behind are served", () => {
    const diary = new Diary();
    const { model } = diary;
    const tugs = model.resource("tugs", { capacity: 2 });
    const berth = model.resource("berth");
    function* ship(name: string, amount: number): Steps {
      try {
        yield model.seize(berth);
        yield model.seize(tugs, { amount });
        diary.note(`${name} has its tugs`);
        yield model.hold(10);
        model.release(tugs);
      } catch (error) {
        if (!(error instanceof Interrupt)) throw error;
        diary.note(`${name} interrupted, ${error.remainingMs}, berth held ${berth.held}`);
      } finally {
        model.release(berth);
      }
    }
    function* tug(): Steps {
      yield model.seize(tugs);
      yield model.hold(30);
      model.release(tugs);
    }
    model.spawn("tug", tug());
    const first = model.spawn("ship", ship("first", 2));
    model.spawn("ship", ship("second", 1));
    function* storm(): Steps {
      yield model.hold(5);
      model.interrupt(first);
    }
    model.spawn("storm", storm());
    model.run();
    expect(diary.lines).toEqual(["5 first interrupted, undefined, berth held 1", "5 second has its tugs"]);
    expect([tugs.held, berth.held]).toEqual([0, 0]);
    expect(tugs.figures.gaveUp).toBe(1);
  });

  test("strikes after services of its instant have ended, and before anybody arrives", () => {
    const diary = new Diary();
    const { model } = diary;
    const berth = model.resource("berth");
    function* guarded(name: string, steps: Steps): Steps {
      try {
        yield* steps;
        diary.note(`${name} ended`);
      } catch (error) {
        if (!(error instanceof Interrupt)) throw error;
        diary.note(`${name} interrupted`);
        if (berth.held > 0) model.release(berth);
      }
    }
    function* served(): Steps {
      yield model.seize(berth);
      yield model.hold(10);
      model.release(berth);
    }
    function* sails(): Steps {
      yield model.hold(10);
    }
    // The storm holds first, so that at 10 it would come first of equals.
    const struck: Process[] = [];
    function* storm(): Steps {
      yield model.hold(10);
      for (const one of struck) model.interrupt(one, "storm");
    }
    model.spawn("storm", storm());
    struck.push(model.spawn("ship", guarded("served", served())));
    struck.push(model.spawn("ship", guarded("under way", sails())));
    model.run();
    expect(diary.lines).toEqual(["10 served ended", "10 under way interrupted"]);
  });

  test("comes once for each time, and to one that has not begun at its first yield", () => {
    const diary = new Diary();
    const { model } = diary;
    function* ship(): Steps {
      for (let left = 3; left > 0; left--) {
        try {
          yield model.hold(10);
          diary.note("held");
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          diary.note(`${String(error.cause)} ${error.remainingMs}`);
        }
      }
    }
    const late = model.spawn("ship", ship(), { delayMs: 7 });
    function* storm(): Steps {
      yield model.hold(2);
      model.interrupt(late, "first");
      model.interrupt(late, "second");
    }
    model.spawn("storm", storm());
    model.run();
    expect(diary.lines).toEqual(["7 first 10", "7 second 10", "17 held"]);
  });

  test("that is not caught stops the run and tells who, when and why", () => {
    const { model } = new Diary();
    function* ship(): Steps {
      yield model.hold(10);
    }
    const other = model.spawn("ship", ship());
    function* storm(): Steps {
      yield model.hold(4);
      model.interrupt(other, "storm");
    }
    model.spawn("storm", storm());
    let said: unknown;
    try {
      model.run();
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(SimulationFailure);
    expect(String(said)).toContain("1970-01-01T00:00:00.004Z, process.interrupted of ship 1");
    expect(String(said)).toContain("does not catch its interrupt");
    expect(String(said)).toContain("storm");
  });

  test("of oneself is refused, and so is one of another model's process", () => {
    const { model } = new Diary();
    function* ship(): Steps {
      model.interrupt(self.ship);
      yield model.hold(1);
    }
    const self: { ship: Process } = { ship: model.spawn("ship", ship()) };
    expect(faultOf(() => model.run()).code).toBe("self-interrupt");
    const stranger = new Diary().model;
    expect(faultOf(() => stranger.interrupt(self.ship)).code).toBe("foreign");
  });
});

test("law: a job that goes on with what is left takes as much longer as it stood still", () => {
  const anyStops = fc.array(fc.record({ at: fc.nat(40), still: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), anyStops, (work, stops) => {
      const { model } = new Diary();
      const machine = model.resource("machine");
      let stoodStill = 0;
      function* job(): Steps {
        yield model.seize(machine);
        let left = work;
        while (left > 0) {
          try {
            yield model.hold(left);
            left = 0;
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
            left = error.remainingMs ?? NaN;
            const still = error.cause as number;
            stoodStill += still;
            yield* patiently(still);
          }
        }
        model.release(machine);
      }
      /** Nothing stops who stands still already. */
      function* patiently(ms: number): Steps {
        const end = model.now + ms;
        while (model.now < end) {
          try {
            yield model.hold(end - model.now);
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
          }
        }
      }
      const one = model.spawn("job", job());
      for (const { at, still } of stops) {
        function* breakdown(): Steps {
          yield model.hold(at);
          model.interrupt(one, still);
        }
        model.spawn("breakdown", breakdown());
      }
      function* clock(): Steps<number> {
        yield model.until(() => one.hasEnded);
        return model.now;
      }
      const watch = model.spawn("clock", clock());
      model.run();
      expect(watch.result).toBe(work + stoodStill);
    }),
    { numRuns: 200, seed: 5 },
  );
});
