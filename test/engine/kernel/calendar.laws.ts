import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar } from "#engine/kernel/calendar";

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly slot: number;
}

/** What a calendar must do, done by an array that is sorted anew each time. */
class SortedArray implements Calendar {
  entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }
  push(time: number, order: number, slot: number): void {
    this.entries.push({ time, order, slot });
    this.entries.sort((a, b) => a.time - b.time || a.order - b.order);
  }
  leastTime(): number {
    return this.entries[0]?.time ?? Infinity;
  }
  leastSlot(): number {
    return this.entries[0]?.slot ?? -1;
  }
  removeLeast(): void {
    this.entries.shift();
  }
  replaceLeast(time: number, order: number, slot: number): void {
    this.removeLeast();
    this.push(time, order, slot);
  }
  purge(isStale: (slot: number) => boolean): void {
    this.entries = this.entries.filter((entry) => !isStale(entry.slot));
  }
  clear(): void {
    this.entries = [];
  }
}

type Step =
  | { readonly do: "push" | "replace"; readonly time: number; readonly rung: number }
  | { readonly do: "remove" | "clear" }
  | { readonly do: "purge"; readonly keepEvery: number };

const time = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1_000_000, max: 2 ** 45 }));
const rung = fc.integer({ min: 0, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 80, arbitrary: fc.record({ do: fc.constant("push" as const), time, rung }) },
  { weight: 40, arbitrary: fc.record({ do: fc.constant("replace" as const), time, rung }) },
  { weight: 50, arbitrary: fc.record({ do: fc.constant("remove" as const) }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("purge" as const), keepEvery: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const) }) },
);

/**
 * Runs steps on a calendar and its model side by side; slots are given out as a simulation would, freed ones
 * first.
 */
class Pair {
  private readonly free: number[] = [];
  private slots = 0;
  private sequence = 0;
  readonly model = new SortedArray();
  readonly calendar: Calendar;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  take(step: Step): void {
    if (step.do === "push") this.push(step.time, step.rung);
    else if (step.do === "replace") this.replace(step.time, step.rung);
    else if (step.do === "remove") this.remove();
    else if (step.do === "purge") this.purge(step.keepEvery);
    else this.clear();
    this.compare();
  }

  drain(): void {
    while (this.model.size > 0) this.take({ do: "remove" });
    this.take({ do: "remove" });
  }

  private compare(): void {
    expect([this.calendar.size, this.calendar.leastTime(), this.calendar.leastSlot()]).toEqual([
      this.model.size,
      this.model.leastTime(),
      this.model.leastSlot(),
    ]);
  }

  private push(at: number, on: number): void {
    const entry = [at, on * 2 ** 50 + this.sequence++, this.free.pop() ?? this.slots++] as const;
    this.calendar.push(...entry);
    this.model.push(...entry);
  }

  private replace(at: number, on: number): void {
    if (this.model.size > 0) this.free.push(this.model.leastSlot());
    const entry = [at, on * 2 ** 50 + this.sequence++, this.free.pop() ?? this.slots++] as const;
    this.calendar.replaceLeast(...entry);
    this.model.replaceLeast(...entry);
  }

  private remove(): void {
    if (this.model.size > 0) this.free.push(this.model.leastSlot());
    this.calendar.removeLeast();
    this.model.removeLeast();
  }

  private purge(keepEvery: number): void {
    const asked: number[] = [];
    const isStale = (slot: number): boolean => slot % keepEvery !== 0;
    const held = this.model.entries.map((entry) => entry.slot);
    this.calendar.purge((slot) => {
      asked.push(slot);
      return isStale(slot);
    });
    this.model.purge(isStale);
    expect(asked.sort((a, b) => a - b)).toEqual(held.sort((a, b) => a - b));
    this.free.push(...held.filter(isStale));
  }

  private clear(): void {
    this.free.push(...this.model.entries.map((entry) => entry.slot));
    this.calendar.clear();
    this.model.clear();
  }
}

/** The laws that every calendar keeps, whatever it is made of. */
export function calendarLaws(name: string, create: () => Calendar): void {
  describe(`${name} keeps the laws of a calendar`, () => {
    test("an empty calendar has no least entry and forgives a removal", () => {
      const calendar = create();
      calendar.removeLeast();
      expect([calendar.size, calendar.leastTime(), calendar.leastSlot()]).toEqual([0, Infinity, -1]);
    });

    test("entries of one time leave in their order, whatever the order they came in", () => {
      const calendar = create();
      for (const order of [5, 3, 9, 1, 7, 0, 8, 2, 6, 4]) calendar.push(10, order, order);
      expect(drained(calendar)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    test("an earlier time goes before a lesser order", () => {
      const calendar = create();
      calendar.push(20, 1, 1);
      calendar.push(10, 2, 2);
      expect(drained(calendar)).toEqual([2, 1]);
    });

    test("a replacement may take over the slot of the entry it replaces", () => {
      const calendar = create();
      calendar.push(10, 1, 0);
      calendar.push(20, 2, 1);
      calendar.replaceLeast(20, 3, 0);
      expect(drained(calendar)).toEqual([1, 0]);
    });

    test("any sequence of steps leaves what a sorted array would leave", () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
          const pair = new Pair(create());
          for (const one of steps) pair.take(one);
          pair.drain();
        }),
        { seed: 0x5eed01, numRuns: 300 },
      );
    });

    test("ten thousand entries that grow it come out sorted", () => {
      const calendar = create();
      for (let i = 0; i < 10_000; i++) calendar.push((i * 7_919) % 1_009, i, i);
      const slots = drained(calendar);
      const expected = Array.from(slots.keys()).sort(
        (a, b) => ((a * 7_919) % 1_009) - ((b * 7_919) % 1_009) || a - b,
      );
      expect(slots).toEqual(expected);
    });
  });
}

function drained(calendar: Calendar): number[] {
  const slots: number[] = [];
  for (; calendar.size > 0; calendar.removeLeast()) slots.push(calendar.leastSlot());
  return slots;
}
