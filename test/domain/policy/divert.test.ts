import { expect, test } from "vitest";
import { digest, run, stages, voyages } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, forkedCanal } from "../small-worlds.ts";

/**
 * Straight through: 7 h without a wait. Round the cape: 40 h. The detour is 33 h from the start, and 35 h
 * from the canal.
 */

const headway = "time: 3 h, admission: { kind: headway, every: 4 h }";

function facing(end: string, masters: string, more: string = ""): Run {
  return run(
    canal(headway, {
      days: 8,
      disruptions: `block: { kind: closure, of: cut, start: 28 h, end: ${end}${more} }`,
      policies: `masters: { kind: divert, of: cut, ${masters} }`,
    }),
  );
}

/** The starts of those who were diverted, in hours. */
function diverted(of: Run): number[] {
  return voyages(of)
    .filter((voyage) => voyage.diverted)
    .map(({ start }) => start);
}

test("under wait nobody ever leaves, and nobody is even asked", () => {
  const [waiting, asked] = [facing("150 h", "rule: wait"), facing("150 h", "rule: cheapest, margin: 300 d")];
  expect(diverted(waiting)).toEqual([]);
  expect(digest(waiting.recorder)).toBe(digest(asked.recorder));
  expect(waiting.report.events).toBeLessThan(asked.report.events);
});

test(
  "under divert whoever would wait at all leaves while a closure is announced, and nobody before " +
    "or after",
  () => {
    // at 28 h the ship of 24 h passes; from 30 h on all would wait, until the one of 66 h comes after the end
    // at 68 h
    expect(diverted(facing("68 h", "rule: divert"))).toEqual([30, 36, 42, 48, 54, 60]);
  },
);

test(
  "under cheapest a ship leaves when the believed wait exceeds the detour and the margin, not " +
    "when it equals them",
  () => {
    // the ship of 30 h comes at 32 h: it would wait 40 h until 72 h, and the detour is 33 h
    expect(diverted(facing("72 h", "rule: cheapest, margin: 6 h"))).toContain(30);
    expect(diverted(facing("72 h", "rule: cheapest, margin: 419 min"))).toContain(30);
    expect(diverted(facing("72 h", "rule: cheapest, margin: 7 h"))).toEqual([]);
  },
);

test("those ahead count: behind one who stays the next waits a headway more and the gap less", () => {
  // with a margin of 3 h: 30 h leaves (40 > 36); 36 h has nobody ahead: 34 h, stays; the later ones wait 28 h
  // and 4 h ...
  expect(diverted(facing("72 h", "rule: cheapest, margin: 3 h"))).toEqual([30]);
  // with a closure until 76 h and 7 h of margin: 44 > 40 leaves; 38 stays; 32 + 4; 26 + 8; ...
  expect(diverted(facing("76 h", "rule: cheapest, margin: 7 h"))).toEqual([30]);
});

test("a premium is what the risk of waiting is worth on top", () => {
  expect(diverted(facing("60 h", "rule: cheapest"))).toEqual([]);
  // 28 h of wait and 5 h are the 33 h of the detour: not more
  expect(diverted(facing("60 h", "rule: cheapest, premium: 5 h"))).toEqual([]);
  expect(diverted(facing("60 h", "rule: cheapest, premium: 301 min"))).toEqual([30]);
});

test("margin and premium may be drawn: each master has one of his own, and keeps it", () => {
  for (const [all, drawn] of [
    ["margin: 0 h", "margin: { kind: discrete, values: { 0 h: 1, 300 d: 1 } }"],
    [
      "margin: 130 h, premium: 70 h",
      "margin: 130 h, premium: { kind: discrete, values: { 0 h: 1, 70 h: 1 } }",
    ],
  ] as const) {
    // those of the first days: later ones may leave for the line before them
    const early = (masters: string): number[] =>
      diverted(facing("190 h", `rule: cheapest, ${masters}`)).filter((start) => start <= 90);
    expect(early(all)).toEqual([30, 36, 42, 48, 54, 60, 66, 72, 78, 84, 90]);
    expect(early(drawn).length).toBeGreaterThan(0);
    expect(early(drawn).length).toBeLessThan(11);
  }
  for (const [plain, constant] of [
    ["margin: 3 h", "margin: { kind: constant, value: 3 h }"],
    ["premium: 301 min", "premium: { kind: constant, value: 301 min }"],
  ] as const) {
    const told = (masters: string): number[] => diverted(facing("72 h", `rule: cheapest, ${masters}`));
    expect(told(constant)).toEqual(told(plain));
  }
});

test("a hundred policies that divert stand side by side and act as one where all say the same", () => {
  const others = (rule: string): string =>
    Array.from({ length: 99 }, (_, k) => `other-${k}: { kind: divert, of: cut, rule: ${rule} }`).join(", ");
  const facingWith = (rule: string): Run =>
    run(
      canal(headway, {
        days: 8,
        disruptions: "block: { kind: closure, of: cut, start: 28 h, end: 68 h }",
        policies: `${others(rule)}, masters: { kind: divert, of: cut, rule: divert }`,
      }),
    );
  expect(diverted(facingWith("divert"))).toEqual([30, 36, 42, 48, 54, 60]);
  expect(diverted(facingWith("wait"))).toEqual([30, 36, 42, 48, 54, 60]);
});

test("only the classes that are named choose", () => {
  const vessels = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";
  const flows =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 12 h } }, " +
    "boats: { from: west, to: east, vessel: boat, arrivals: { kind: regular, every: 12 h, offset: 6 h } }";
  const some = run(
    canal(headway, {
      days: 8,
      vessels,
      flows,
      disruptions: "block: { kind: closure, of: cut, start: 28 h, end: 150 h }",
      policies: "masters: { kind: divert, of: cut, rule: divert, vessels: [boat] }",
    }),
  );
  const names = new Set(
    voyages(some)
      .filter((voyage) => voyage.diverted)
      .map(({ name }) => name.split("/")[0]),
  );
  expect(names).toEqual(new Set(["boats"]));
});

test("a ship that waits there leaves a decision delay after an announcement that changes its mind", () => {
  // no date at first, so any moment; at 50 h the end is said to be 200 h: 5 h later those in line turn, back
  // to the fork; the ship that reaches the canal at 50 h decides there, at once
  const forked = forkedCanal(headway, {
    days: 8,
    disruptions:
      "block: { kind: closure, of: cut, start: 28 h, end: 170 h, foresight: { block.start: none, 50 " +
      "h: 200 h } }",
    policies: "masters: { kind: divert, of: cut, rule: cheapest, decision-delay: 5 h }",
  });
  const late = run(forked);
  const gaveUp = stages(late).filter(({ kind }) => kind === "abandoned");
  expect(gaveUp.map(({ voyage, place, from, to, reason }) => [voyage, place, from, to, reason])).toEqual([
    ["calls/5", "cut.transit", 32, 55, "block"],
    ["calls/6", "cut.transit", 38, 55, "block"],
    ["calls/7", "cut.transit", 44, 55, "block"],
  ]);
  // 20 km out, 10 km back, 400 km round: 41 h after 55 h
  expect(voyages(late)[5]).toMatchObject({ diverted: true, end: 96, kilometres: 430 });
});

test(
  "without a date, and after a date that has passed, reopening is expected at any moment, and " +
    "nobody leaves",
  () => {
    expect(diverted(facing("80 h", "rule: cheapest", ", foresight: none"))).toEqual([]);
    expect(diverted(facing("80 h", "rule: cheapest", ", foresight: { block.start: 29 h }"))).toEqual([]);
  },
);

test("a backlog alone makes the wait longer than the detour, whatever is said of the end", () => {
  // the ship of 84 h comes at 86 h: nine wait, half a one would be let in by then; 34 h against 33 h
  expect(diverted(facing("100 h", "rule: cheapest", ", foresight: none"))).toEqual([84, 90, 96]);
});
