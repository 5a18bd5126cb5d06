import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar, Keys } from "#engine/kernel/calendar";

type Entry = readonly [time: number, order: number];

/** Keys that are written beside a calendar, as the slots of a simulation write them. */
class Board implements Keys {
  keys: Float64Array = new Float64Array(4);

  write(slot: number, time: number, order: number): void {
    while (4 * slot + 1 >= this.keys.length) this.grow();
    this.keys[4 * slot] = time;
    this.keys[4 * slot + 1] = order;
  }

  compare(a: number, b: number): number {
    return this.at(4 * a) - this.at(4 * b) || this.at(4 * a + 1) - this.at(4 * b + 1);
  }

  private at(place: number): number {
    return this.keys[place] ?? NaN;
  }

  private grow(): void {
    const longer = new Float64Array(2 * this.keys.length);
    longer.set(this.keys);
    this.keys = longer;
  }
}

/** What a calendar must do, done by an array that is kept sorted. */
class SortedArray implements Calendar {
  entries: number[] = [];
  readonly board: Board;

  constructor(board: Board) {
    this.board = board;
  }

  get size(): number {
    return this.entries.length;
  }
  push(slot: number): void {
    const before = this.entries.findIndex((other) => this.board.compare(slot, other) < 0);
    this.entries.splice(before < 0 ? this.entries.length : before, 0, slot);
  }
  leastSlot(): number {
    return this.entries[0] ?? -1;
  }
  removeLeast(): void {
    this.entries.shift();
  }
  renewLeast(slot: number): void {
    this.removeLeast();
    this.push(slot);
  }
  purge(isStale: (slot: number) => boolean): void {
    this.entries = this.entries.filter((slot) => !isStale(slot));
  }
  clear(): void {
    this.entries = [];
  }
}

type Step =
  | { readonly do: "push"; readonly time: number; readonly rung: number }
  | { readonly do: "renew"; readonly later: number; readonly rung: number }
  | { readonly do: "remove" | "clear" }
  | { readonly do: "purge"; readonly keepEvery: number };

const time = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1_000_000, max: 2 ** 45 }));
const later = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 45 }));
const rung = fc.integer({ min: 0, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 80, arbitrary: fc.record({ do: fc.constant("push" as const), time, rung }) },
  { weight: 40, arbitrary: fc.record({ do: fc.constant("renew" as const), later, rung }) },
  { weight: 50, arbitrary: fc.record({ do: fc.constant("remove" as const) }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("purge" as const), keepEvery: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const) }) },
);

/** So many steps of one kind, with times up to some distance from the least. */
interface Phase {
  readonly do: "push" | "renew" | "remove" | "purge";
  readonly reach: number;
  readonly turns: number;
}

const phase: fc.Arbitrary<Phase> = fc.record({
  do: fc.constantFrom("push", "push", "renew", "renew", "remove", "purge"),
  reach: fc.constantFrom(0, 1, 7, 1_000, 1_000_000, 86_400_000, 1e12),
  turns: fc.nat(400),
});

/**
 * Runs steps on a calendar and its model side by side; slots are given out as a simulation would, freed ones
 * first.
 */
class Pair {
  private readonly free: number[] = [];
  private slots = 0;
  private sequence = 0;
  private draw = 1;
  private readonly board = new Board();
  private readonly model = new SortedArray(this.board);
  private readonly calendar: Calendar;

  constructor(create: (keys: Keys) => Calendar) {
    this.calendar = create(this.board);
  }

  live({ do: deed, reach, turns }: Phase): void {
    if (deed === "purge") this.take({ do: deed, keepEvery: 2 });
    for (let turn = 0; turn < turns; turn++) {
      const later = Math.floor((this.below(1_000) * reach) / 500);
      if (deed === "push") this.take({ do: deed, time: this.now() + later, rung: this.below(7) });
      else if (deed === "renew") this.take({ do: deed, later, rung: this.below(7) });
      else if (deed === "remove") this.take({ do: deed });
    }
  }

  take(step: Step): void {
    if (step.do === "push") this.push(step.time, step.rung);
    else if (step.do === "renew") this.renew(step.later, step.rung);
    else if (step.do === "remove") this.remove();
    else if (step.do === "purge") this.purge(step.keepEvery);
    else this.clear();
    this.compare();
  }

  drain(): void {
    while (this.model.size > 0) this.take({ do: "remove" });
    this.take({ do: "remove" });
  }

  /** The time of the least entry; 0 when empty. */
  private now(): number {
    const slot = this.model.leastSlot();
    return slot < 0 ? 0 : (this.board.keys[4 * slot] ?? NaN);
  }

  private below(count: number): number {
    this.draw = (this.draw * 48_271) % 2_147_483_647;
    return this.draw % count;
  }

  private compare(): void {
    expect([this.calendar.size, this.calendar.leastSlot()]).toEqual([
      this.model.size,
      this.model.leastSlot(),
    ]);
  }

  private push(at: number, on: number): void {
    const slot = this.free.pop() ?? this.slots++;
    this.write(slot, at, on);
    this.calendar.push(slot);
    this.model.push(slot);
  }

  private renew(later: number, on: number): void {
    const slot = this.model.leastSlot();
    if (slot < 0) return;
    this.write(slot, (this.board.keys[4 * slot] ?? NaN) + later, later === 0 ? 6 : on);
    this.calendar.renewLeast(slot);
    this.model.renewLeast(slot);
  }

  private write(slot: number, at: number, on: number): void {
    this.board.write(slot, at, on * 2 ** 50 + this.sequence++);
  }

  private remove(): void {
    if (this.model.size > 0) this.free.push(this.model.leastSlot());
    this.calendar.removeLeast();
    this.model.removeLeast();
  }

  private purge(keepEvery: number): void {
    const asked: number[] = [];
    const isStale = (slot: number): boolean => slot % keepEvery !== 0;
    const held = [...this.model.entries];
    this.calendar.purge((slot) => {
      asked.push(slot);
      return isStale(slot);
    });
    this.model.purge(isStale);
    expect(asked.sort((a, b) => a - b)).toEqual(held.sort((a, b) => a - b));
    this.free.push(...held.filter(isStale));
  }

  private clear(): void {
    this.free.push(...[...this.model.entries]);
    this.calendar.clear();
    this.model.clear();
  }
}

/** The laws that every calendar keeps, whatever it is made of. */
export function calendarLaws(name: string, create: (keys: Keys) => Calendar): void {
  const filled = (entries: readonly Entry[]): [Calendar, Board] => fill(create, entries);

  describe(`${name} keeps the laws of a calendar`, () => {
    test("an empty calendar has no least entry and forgives a removal", () => {
      const [calendar] = filled([]);
      calendar.removeLeast();
      expect([calendar.size, calendar.leastSlot()]).toEqual([0, -1]);
    });

    test("entries of one time leave in their order, whatever the order they came in", () => {
      const orders = [5, 3, 9, 1, 7, 0, 8, 2, 6, 4];
      const [calendar] = filled(orders.map((order) => [10, order]));
      expect(drained(calendar).map((slot) => orders[slot])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    test("an earlier time goes before a lesser order", () => {
      const [calendar] = filled([
        [20, 1],
        [10, 2],
      ]);
      expect(drained(calendar)).toEqual([1, 0]);
    });

    test("the least entry with a new key goes to where that wants it", () => {
      const [calendar, board] = filled([
        [10, 1],
        [20, 2],
      ]);
      board.write(0, 20, 3);
      calendar.renewLeast(0);
      expect(drained(calendar)).toEqual([1, 0]);
    });

    test("any sequence of steps leaves what a sorted array would leave", () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
          const pair = new Pair(create);
          for (const one of steps) pair.take(one);
          pair.drain();
        }),
        { seed: 0x5eed01, numRuns: 300 },
      );
    });

    test("with hundreds pending, near and far, it leaves what a sorted array would leave", () => {
      fc.assert(
        fc.property(fc.array(phase, { maxLength: 25 }), (phases) => {
          const pair = new Pair(create);
          for (const one of phases) pair.live(one);
          pair.drain();
        }),
        { seed: 0x5eed02, numRuns: 40 },
      );
    });

    test("ten thousand entries that grow it come out sorted", () => {
      const times = Array.from({ length: 10_000 }, (_, slot) => (slot * 7_919) % 1_009);
      const slots = drained(filled(times.map((time, slot) => [time, slot]))[0]);
      const expected = [...times.keys()].sort((a, b) => (times[a] ?? NaN) - (times[b] ?? NaN) || a - b);
      expect(slots).toEqual(expected);
    });
  });
}

function drained(calendar: Calendar): number[] {
  const slots: number[] = [];
  for (; calendar.size > 0; calendar.removeLeast()) slots.push(calendar.leastSlot());
  return slots;
}

/** A calendar whose slots from 0 on have these keys. */
function fill(create: (keys: Keys) => Calendar, entries: readonly Entry[]): [Calendar, Board] {
  const board = new Board();
  const calendar = create(board);
  for (const [slot, [time, order]] of entries.entries()) {
    board.write(slot, time, order);
    calendar.push(slot);
  }
  return [calendar, board];
}
