import { expect, test } from "vitest";
import { announcements, happenings, hoursOf, run, scenarioOf, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const slots = "time: 3 h, admission: { kind: slots, rate: 8 /d }";
const few = "time: 3 h, admission: { kind: slots, rate: 4 /d }";

/** The canal, a second passage beside it that is as near, and the way round the cape. */
function canals(disruptions: string, parts: SmallParts = {}): string {
  return canal(slots, { disruptions, days: 6, seed: "attack", ...parts })
    .replace("cape: {", `side: { type: passage, at: [0.1, 0.1], transit: { ${few} } }\n    cape: {`)
    .replace(
      "  links:",
      "  links:\n    west-side: { from: west, to: side, mode: sea, distance: 30 km }\n" +
        "    side-east: { from: side, to: east, mode: sea, distance: 30 km }",
    );
}

const told = (of: Run): unknown => [voyages(of), stages(of)];

/** `[hour, start or end, elements]` of the disruption. */
function strikes(of: Run): [number, string, string][] {
  return of.recorder.timeline.rows
    .filter(({ id, what }) => id === "raid" && what.startsWith("disruption-"))
    .map(({ time, what, of: on }) => [hoursOf(of, time), what.slice("disruption-".length), on.join()]);
}

test("on a fixed list it strikes each of the list as the effect does alone", () => {
  const span = "start: 28 h, end: 60 h";
  for (const effect of [
    "kind: closure",
    "kind: closure, inside: lose",
    "kind: capacity, factor: 0.25",
    "kind: capacity, rate: 1 /d, recovery: { kind: linear, over: 1 d }",
    "kind: ban, classes: [ship]",
  ]) {
    const raid = run(canals(`raid: { kind: attack, of: [cut, side], ${span}, effect: { ${effect} } }`));
    const plain = run(canals(`raid: { ${effect}, of: [cut, side], ${span} }`));
    expect(told(raid)).toEqual(told(plain));
    expect(told(raid)).not.toEqual(told(run(canals("raid: { kind: closure, of: cape-east, start: 5 d }"))));
  }
  expect(
    strikes(run(canals(`raid: { kind: attack, of: [cut, side], ${span}, effect: { kind: closure } }`))),
  ).toEqual([
    [28, "start", "cut.transit"],
    [28, "start", "side.transit"],
    [60, "end", "cut.transit"],
    [60, "end", "side.transit"],
  ]);
});

test("on links and stations it strikes too", () => {
  const berth = "servers: 1, service: 2 h";
  const slow = (raid: string): unknown => told(run(harbour(berth, { disruptions: `raid: { ${raid} }` })));
  const span = "start: 28 h, end: 60 h";
  expect(slow(`kind: attack, of: lane, effect: { kind: slowdown, factor: 0.5 }, ${span}`)).toEqual(
    slow(`kind: slowdown, of: lane, factor: 0.5, ${span}`),
  );
  expect(
    slow(`kind: attack, of: quay, effect: { kind: capacity, factor: 0.5, scales: servers }, ${span}`),
  ).toEqual(slow(`kind: capacity, of: quay, factor: 0.5, scales: servers, ${span}`));
});

/** Whom an attack on five strikes in a replication. */
function struck(
  count: number,
  replication: number,
  list: string = "[cut, side, west-cut, cut-east, west-cape]",
): string[] {
  const text = canals(
    `raid: { kind: attack, of: ${list}, count: ${count}, start: 28 h, end: 60 h, effect: { kind: closure } }`,
  );
  return strikes(run(text, replication, {})).flatMap(([, what, of]) => (what === "start" ? [of] : []));
}

test("a count strikes so many of the list, a larger one all of those and more, each alike often", () => {
  const often = new Map<string, number>();
  for (let replication = 0; replication < 40; replication++) {
    const [two, three] = [struck(2, replication), struck(3, replication)];
    expect([two.length, three.length]).toEqual([2, 3]);
    expect(three).toEqual(expect.arrayContaining(two));
    for (const id of two) often.set(id, (often.get(id) ?? 0) + 1);
  }
  expect(often.size).toBe(5);
  // 16 expected of 40, standard deviation 3.1.
  for (const count of often.values()) expect(Math.abs(count - 16)).toBeLessThanOrEqual(9);
});

test("one more on the list moves nobody's draw: it is struck, or all is as it was", () => {
  for (let replication = 0; replication < 20; replication++) {
    const four = struck(2, replication, "[cut, side, west-cut, cut-east]");
    const five = struck(2, replication);
    expect(five.includes("west-cape") || five.join() === four.join()).toBe(true);
  }
});

test("each occurrence chooses anew", () => {
  const raids = run(
    canals(
      "raid: { kind: attack, of: [cut, side, west-cut, cut-east], count: 1, " +
        "occurs: { kind: regular, every: 6 h }, " +
        "duration: 2 h, effect: { kind: capacity, factor: 1 } }".replace(
          "kind: capacity, factor: 1",
          "kind: closure",
        ),
      { days: 20 },
    ),
    0,
    {},
  );
  const chosen = strikes(raids).filter(([, what]) => what === "start");
  expect(chosen.length).toBeGreaterThan(60);
  expect(new Set(chosen.map(([, , of]) => of)).size).toBe(4);
});

test("a factor of 1 changes nothing, and what was struck and freed is as it was", () => {
  const headway = "time: 3 h, admission: { kind: headway, every: 3 h }";
  const rare = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 4 d } }";
  const quiet = told(
    run(canals("", { days: 20, flows: rare }).replace("disruptions: {  }\n", "").replace(slots, headway)),
  );
  const raid = (effect: string): unknown =>
    told(
      run(
        canals(`raid: { kind: attack, of: [cut, side], start: 50 h, end: 70 h, effect: { ${effect} } }`, {
          days: 20,
          flows: rare,
        }).replace(slots, headway),
      ),
    );
  for (const effect of ["kind: closure", "kind: capacity, factor: 0.2", "kind: ban, share: 0.5"])
    expect(raid(effect)).toEqual(quiet);
  const always = (effect: string): unknown =>
    told(run(canals(`raid: { kind: attack, of: [cut, side], start: 28 h, effect: { ${effect} } }`)));
  const usual = told(run(canals("").replace("disruptions: {  }\n", "")));
  expect(always("kind: capacity, factor: 1")).toEqual(usual);
  expect(always("kind: capacity, factor: 0.5")).not.toEqual(usual);
});

test("waits are laid at its door, and what is announced is the end of those whom it struck", () => {
  const text = canals(
    "raid: { kind: attack, of: [cut, west-cape, cape-east], start: 28 h, end: 60 h, " +
      "effect: { kind: closure } }",
  );
  const raid = run(text);
  expect(waits(raid, "cut.transit").some(([, , reason]) => reason === "raid")).toBe(true);
  expect(announcements(raid).filter(([hour]) => hour === 28)).toEqual([
    [28, "raid", 60],
    [28, "raid", 60],
    [28, "raid", 60],
  ]);
  expect(happenings(raid).filter(([, what]) => what === "disruption-start").length).toBe(3);
});

test("a schedule inside the effect goes by the attack's own start", () => {
  const factor = "factor: { raid.start: 0.5, raid.start + 8 h: 0.25 }";
  const span = "start: 28 h, end: 60 h";
  expect(
    told(run(canals(`raid: { kind: attack, of: cut, ${span}, effect: { kind: capacity, ${factor} } }`))),
  ).toEqual(told(run(canals(`raid: { kind: capacity, of: cut, ${span}, ${factor} }`))));
});

test("more than there are, and an effect that its elements do not have, are refused", () => {
  const raid = (written: string): (() => unknown) => {
    const text = canals(`raid: { kind: attack, of: [cut, side], start: 28 h, ${written} }`);
    return () => scenarioOf(text);
  };
  expect(raid("count: 3, effect: { kind: closure }")).toThrow(
    /VALUES_WRONG disruptions.raid: it strikes 3 of 2/,
  );
  expect(raid("effect: { kind: slowdown, factor: 0.5 }")).toThrow(/only links have a speed to slow/);
  expect(raid("effect: { kind: failure, between: 5 d, repair: 1 d }")).toThrow(
    /there is no kind "failure" here/,
  );
  expect(raid("effect: { kind: closure, start: 5 d }")).toThrow(/KEY_UNKNOWN/);
});

test("why it came stands on the rows of its starts, of those that say why", () => {
  const rows = run(
    canals(
      "raid: { kind: attack, of: [cut, side], start: 28 h, end: 60 h, cause: cyber, " +
        "effect: { kind: closure } }, " +
        "silt: { kind: capacity, of: cut, start: 28 h, end: 60 h, factor: 0.5 }",
    ),
  ).recorder.timeline.rows;
  const causes = rows.map(({ what, id, cause }) => `${id} ${what} ${cause}`);
  expect(causes.filter((row) => row.endsWith(" cyber"))).toEqual([
    "raid disruption-start cyber",
    "raid disruption-start cyber",
  ]);
  expect(causes).toContain("silt disruption-start undefined");
});
