import fc from "fast-check";
import { expect, test } from "vitest";
import { WaitingLines } from "#domain/world/waiting-lines";

test("who joins first is first, and who leaves from the middle closes the gap", () => {
  const lines = new WaitingLines();
  const line = lines.open();
  for (const job of [7, 3, 9]) lines.join(line, job);
  expect(lines.jobs(line)).toEqual([7, 3, 9]);
  expect([lines.ahead(7), lines.ahead(3), lines.ahead(9)]).toEqual([0, 1, 2]);
  lines.leave(line, 3);
  expect(lines.jobs(line)).toEqual([7, 9]);
  expect(lines.ahead(9)).toBe(1);
});

test("a job stands in one line at a time, and leaves only the line in which it stands", () => {
  const lines = new WaitingLines();
  const [one, other] = [lines.open(), lines.open()];
  lines.join(one, 5);
  expect(() => lines.join(other, 5)).toThrow("one line at a time");
  expect(() => lines.leave(other, 5)).toThrow("stands in it");
  expect(lines.holds(one, 5)).toBe(true);
  expect(lines.holds(other, 5)).toBe(false);
  expect(lines.holds(one, 100_000)).toBe(false);
});

test("a reset empties all lines and lets everybody join again", () => {
  const lines = new WaitingLines();
  const line = lines.open();
  lines.join(line, 1000);
  lines.reset();
  expect(lines.length(line)).toBe(0);
  expect(lines.first(line)).toBe(-1);
  lines.join(line, 1000);
  expect(lines.jobs(line)).toEqual([1000]);
});

test("two lines behave like two lists, whatever comes and goes", () => {
  const move = fc.record({ line: fc.nat(1), job: fc.nat(600), goes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
      const lines = new WaitingLines();
      const [one, other] = [lines.open(), lines.open()];
      const lists: [number[], number[]] = [[], []];
      for (const { line, job, goes } of moves) {
        const list = lists[line === 0 ? 0 : 1];
        const number = line === 0 ? one : other;
        const isInAny = lists.some((each) => each.includes(job));
        if (goes && list.includes(job)) {
          lines.leave(number, job);
          list.splice(list.indexOf(job), 1);
        } else if (!goes && !isInAny) {
          lines.join(number, job);
          list.push(job);
        }
      }
      expect(lines.jobs(one)).toEqual(lists[0]);
      expect(lines.jobs(other)).toEqual(lists[1]);
      expect([lines.length(one), lines.length(other)]).toEqual(lists.map(({ length }) => length));
      for (const job of lists[0]) expect(lines.ahead(job)).toBe(lists[0].indexOf(job));
    }),
    { seed: 20_240_101, numRuns: 100 },
  );
});

test("where somebody is preferred, a line is those and then the others, each as they came", () => {
  const step = fc.record({ job: fc.nat(40), what: fc.constantFrom("join", "leave", "even", "none") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const lines = new WaitingLines();
      const line = lines.open();
      const list: number[] = [];
      let isFirst: ((job: number) => boolean) | undefined = undefined;
      for (const { job, what } of steps) {
        if (what === "even" || what === "none") {
          isFirst = what === "even" ? (number: number) => number % 2 === 0 : undefined;
          lines.prefer(line, isFirst);
        } else if (what === "join" && !list.includes(job)) {
          lines.join(line, job);
          list.push(job);
        } else if (what === "leave" && list.includes(job)) {
          lines.leave(line, job);
          list.splice(list.indexOf(job), 1);
        }
        const picks = isFirst ?? ((): boolean => true);
        const due = [...list.filter(picks), ...list.filter((one) => !picks(one))];
        expect(lines.jobs(line)).toEqual(due);
        for (const one of due) expect(lines.ahead(one)).toBe(due.indexOf(one));
      }
    }),
    { seed: 20_240_102, numRuns: 60 },
  );
});
