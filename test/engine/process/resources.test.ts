import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Steps } from "#engine/process/process";
import type { WaitRow } from "#engine/process/resource";
import { Diary, faultOf } from "./diary";

/** Somebody who comes at an instant, asks for units, and keeps them for a time. */
interface Job {
  readonly at: number;
  readonly amount: number;
  readonly priority: number;
  readonly patience: number | undefined;
  readonly service: number;
}

const job = (at: number, service: number, more: Partial<Job> = {}): Job => ({
  at,
  amount: 1,
  priority: 0,
  patience: undefined,
  service,
  ...more,
});

/** What becomes of jobs at one resource, as rows in the order in which their waits ended. */
function played(jobs: readonly Job[], capacity: number): { rows: readonly string[]; diary: Diary } {
  const rows: string[] = [];
  const onWait = (row: WaitRow): void => {
    rows.push(`${row.number}: ${row.from} to ${row.until} ${row.outcome}`);
  };
  const diary = new Diary({ onWait });
  const { model } = diary;
  const berth = model.resource("berth", { capacity });
  for (const one of jobs) model.spawn("job", steps(one), { delayMs: one.at });
  function* steps({ amount, priority, patience, service }: Job): Steps {
    const limit = patience === undefined ? {} : { patienceMs: patience };
    if (!(yield model.seize(berth, { amount, priority, ...limit }))) return;
    yield model.hold(service);
    model.release(berth);
  }
  model.run();
  expect([berth.held, berth.queue, berth.free]).toEqual([0, 0, capacity]);
  return { rows, diary };
}

describe("a resource", () => {
  test("serves in order of coming, and who finds it free does not wait", () => {
    expect(played([job(0, 10), job(2, 10), job(3, 10), job(40, 1)], 1).rows).toEqual([
      "1: 0 to 0 granted",
      "2: 2 to 10 granted",
      "3: 3 to 20 granted",
      "4: 40 to 40 granted",
    ]);
  });

  test("serves the least priority first, and of equal ones the first to come", () => {
    const jobs = [job(0, 10), job(1, 10), job(2, 10, { priority: -1 }), job(3, 10, { priority: -1 })];
    expect(played(jobs, 1).rows).toEqual([
      "1: 0 to 0 granted",
      "3: 2 to 10 granted",
      "4: 3 to 20 granted",
      "2: 1 to 30 granted",
    ]);
  });

  test("gives nobody behind the first in line anything while that one needs more than is free", () => {
    expect(played([job(0, 10), job(1, 10, { amount: 2 }), job(2, 1)], 2).rows).toEqual([
      "1: 0 to 0 granted",
      "2: 1 to 10 granted",
      "3: 2 to 20 granted",
    ]);
  });

  test("lets on who stands behind one that gives up", () => {
    expect(played([job(0, 10), job(1, 10, { amount: 2, patience: 4 }), job(2, 1)], 2).rows).toEqual([
      "1: 0 to 0 granted",
      "2: 1 to 5 gave-up",
      "3: 2 to 5 granted",
    ]);
  });

  test("gives what comes free at the very instant at which patience ends", () => {
    expect(played([job(0, 10), job(4, 1, { patience: 6 })], 1).rows).toEqual([
      "1: 0 to 0 granted",
      "2: 4 to 10 granted",
    ]);
  });

  test("with a patience of 0 is taken within the instant or not at all", () => {
    const jobs = [job(0, 10), job(4, 1, { patience: 0 }), job(10, 5, { patience: 0 })];
    expect(played(jobs, 1).rows).toEqual(["1: 0 to 0 granted", "2: 4 to 4 gave-up", "3: 10 to 10 granted"]);
  });

  test("counts waits, time averages and those who gave up, after the warm-up alone", () => {
    const diary = new Diary();
    const { model } = diary;
    const berth = model.resource("berth");
    function* ship(patienceMs: number): Steps {
      if (!(yield model.seize(berth, { patienceMs }))) return;
      yield model.hold(10);
      model.release(berth);
    }
    for (const [delayMs, patience] of [
      [0, 99],
      [5, 99],
      [12, 99],
      [13, 4],
    ] as const)
      model.spawn("ship", ship(patience), { delayMs });
    model.run({ time: 11 });
    model.endWarmUp();
    model.run({ time: 31 });
    // Ship 2 came before; 3 waits from 12 to 20; 4 from 13 to 17. Held from 11 to 30.
    expect(berth.figures).toEqual({
      waits: 1,
      meanWaitMs: 8,
      gaveUp: 1,
      meanQueue: (8 + 4) / 20,
      utilisation: 19 / 20,
    });
  });

  test("takes nothing away when its capacity is cut, and serves when it grows", () => {
    const diary = new Diary();
    const { model } = diary;
    const cranes = model.resource("cranes", { capacity: 2 });
    function* work(name: string): Steps {
      yield model.seize(cranes);
      diary.note(`${name} begins`);
      yield model.hold(10);
      model.release(cranes);
    }
    function* shifts(): Steps {
      yield model.hold(5);
      cranes.setCapacity(1);
      diary.note(`free ${cranes.free}`);
      yield model.hold(20);
      cranes.setCapacity(3);
    }
    for (const name of ["a", "b", "c", "d", "e"]) model.spawn("work", work(name));
    model.spawn("shifts", shifts());
    model.run();
    expect(diary.lines).toEqual([
      "0 a begins",
      "0 b begins",
      "5 free -1",
      "10 c begins",
      "20 d begins",
      "25 e begins",
    ]);
  });

  test("may be seized again by who holds some, and given back in parts", () => {
    const { model } = new Diary();
    const tugs = model.resource("tugs", { capacity: 3 });
    const seen: number[] = [];
    function* ship(): Steps {
      yield model.seize(tugs, { amount: 2 });
      yield model.seize(tugs);
      seen.push(tugs.held, tugs.holders.length);
      model.release(tugs, 2);
      seen.push(tugs.held);
      model.release(tugs);
      seen.push(tugs.held);
    }
    model.spawn("ship", ship());
    model.run();
    expect(seen).toEqual([3, 1, 1, 0]);
  });
});

describe("what is no way to use a resource", () => {
  const inProcess = (deed: (diary: Diary) => Steps): string => {
    const diary = new Diary();
    const steps = deed(diary);
    diary.model.spawn("ship", steps);
    const { code, message } = faultOf(() => diary.model.run());
    return `${code}: ${message}`;
  };

  test("to release what is not held, or more than is", () => {
    const said = (seized: number, given?: number): string =>
      inProcess(function* ({ model }) {
        const berth = model.resource("berth", { capacity: 5 });
        if (seized > 0) yield model.seize(berth, { amount: seized });
        model.release(berth, given);
      });
    expect(said(0)).toBe("not-held: ship 1 releases 1 of berth, and holds 0");
    expect(said(2, 3)).toBe("not-held: ship 1 releases 3 of berth, and holds 2");
  });

  test("to end and still hold some", () => {
    const said = inProcess(function* ({ model }) {
      yield model.seize(model.resource("berth"));
    });
    expect(said).toMatch(/^ended-holding: ship 1 ends and still holds 1 of berth/);
  });

  test("to ask for more than it ever had", () => {
    const said = inProcess(function* ({ model }) {
      yield model.seize(model.resource("berth"), { amount: 2 });
    });
    expect(said).toBe("never-enough: 2 of berth are asked for, which never had more than 1");
  });

  test.each([NaN, -1, 0, 1.5, Infinity])("to ask for %d units", (amount) => {
    const said = inProcess(function* ({ model }) {
      yield model.seize(model.resource("berth"), { amount });
    });
    expect(said).toMatch(/^wrong-value: /);
  });

  test.each([NaN, -1, 1.5])("to have a capacity of %d", (capacity) => {
    expect(faultOf(() => new Diary().model.resource("berth", { capacity })).code).toBe("wrong-value");
  });

  test("to be of another model, or of a name that is taken", () => {
    const foreign = new Diary().model.resource("berth");
    const said = inProcess(function* ({ model }) {
      yield model.seize(foreign);
    });
    expect(said).toMatch(/^foreign: /);
    const { model } = new Diary();
    model.resource("berth");
    expect(faultOf(() => model.resource("berth")).code).toBe("name-taken");
  });
});

/** The same, millisecond by millisecond and without any calendar. */
function plainly(jobs: readonly Job[], capacity: number): readonly string[] {
  const rows: string[] = [];
  const line: number[] = [];
  const inside: { number: number; end: number; amount: number }[] = [];
  const of = (number: number): Job => jobs[number - 1] as Job;
  const free = (): number => capacity - inside.reduce((sum, { amount }) => sum + amount, 0);
  const serve = (now: number): void => {
    for (let [first] = line; first !== undefined && of(first).amount <= free(); [first] = line) {
      line.shift();
      inside.push({ number: first, end: now + of(first).service, amount: of(first).amount });
      rows.push(`${first}: ${of(first).at} to ${now} granted`);
    }
  };
  for (let now = 0; now <= 400; now++) {
    for (let at = 0; at < inside.length; ) {
      if (inside[at]?.end !== now) at++;
      else {
        inside.splice(at, 1);
        serve(now);
      }
    }
    jobs.forEach(({ at, priority }, index) => {
      if (at !== now) return;
      const place = line.findIndex((other) => of(other).priority > priority);
      line.splice(place < 0 ? line.length : place, 0, index + 1);
      serve(now);
    });
    const weary = line.filter((number) => of(number).at + (of(number).patience ?? Infinity) === now);
    for (const number of weary.sort((a, b) => of(a).at - of(b).at || a - b)) {
      if (!line.includes(number)) continue;
      line.splice(line.indexOf(number), 1);
      rows.push(`${number}: ${of(number).at} to ${now} gave-up`);
      serve(now);
    }
  }
  return rows;
}

test("law: whoever comes, a resource does what its rules say, as if played by hand", () => {
  const anyJob = fc.record({
    at: fc.nat(30),
    amount: fc.integer({ min: 1, max: 3 }),
    priority: fc.integer({ min: 0, max: 2 }),
    patience: fc.option(fc.nat(15), { nil: undefined }),
    service: fc.integer({ min: 1, max: 12 }),
  });
  const anyJobs = fc.array(anyJob, { maxLength: 20 });
  fc.assert(
    fc.property(anyJobs, fc.integer({ min: 3, max: 5 }), (some, capacity) => {
      expect(played(some, capacity).rows).toEqual(plainly(some, capacity));
    }),
    { numRuns: 300, seed: 5 },
  );
});
