import { expect, test } from "vitest";
import { transitFields } from "#domain/passage/passage-fields";
import { canal } from "../domain/small-worlds.ts";
import { changeLaws } from "./change.laws.ts";
import type { Change } from "./change.laws.ts";

/*
 * Every setting of a passage: at its neutral setting it changes nothing, what is over leaves the world as it
 * was, and more capacity never lowers throughput. The rules of admission have `admissions.test.ts`.
 */

const poisson = (perDay: number): string => `arrivals: { kind: poisson, rate: ${perDay} /d }`;
const oneWay = `calls: { from: west, to: east, vessel: ship, ${poisson(5)} }`;
const usual = {
  days: 20,
  seed: "laws of passages",
  vessels: "ship: { mode: sea, speed: 10 km/h, draft: 9 m, flag: blue }",
  flows: oneWay,
  warmUp: "3 d",
};
const bothWays = {
  ...usual,
  flows: `${oneWay}, back: { from: east, to: west, vessel: ship, ${poisson(4)} }`,
};

const time = "time: { kind: uniform, min: 2 h, max: 6 h }";
const headway = (every: number): string => `admission: { kind: headway, every: ${every} h }`;
const strait = (setting?: string): string =>
  canal(`${time}, ${headway(3)}${setting === undefined ? "" : `, ${setting}`}`, usual);
const bothDirections = (directions: string): string =>
  canal(`${time}, ${headway(4)}, directions: ${directions}`, bothWays);

type Entry = Partial<Change> & Pick<Change, "world">;

const settings: Readonly<Record<string, readonly Entry[]>> = {
  admission: [
    {
      world: (of = headway(3)) => canal(`${time}, ${of}`, usual),
      onEveryPath: [
        { less: canal(`${time}, ${headway(4)}`, usual), more: canal(`${time}, ${headway(2)}`, usual) },
      ],
    },
  ],
  directions: [
    { world: strait, neutral: ["directions: shared", "directions: separate"] },
    {
      world: () => bothDirections("shared"),
      onEveryPath: [{ less: bothDirections("shared"), more: bothDirections("separate") }],
    },
  ],
  limits: [
    {
      world: strait,
      neutral: [
        "limits: { draft: 9 m, classes: [ship], flags: [blue] }",
        "limits: { draft: { 2024-01-05T00:00Z: 12 m, 2024-01-08T00:00Z: 9 m } }",
      ],
      passing: [
        "limits: { draft: { 2024-01-05T00:00Z: 8 m, 2024-01-07T00:00Z: 9 m } }",
        "limits: { flags: { 2024-01-05T00:00Z: [red], 2024-01-07T00:00Z: [red, blue] } }",
      ],
      overAt: 300,
      inTheMean: [
        {
          less: strait("limits: { draft: { 2024-01-05T00:00Z: 8 m, 2024-01-12T00:00Z: 9 m } }"),
          more: strait("limits: { draft: { 2024-01-05T00:00Z: 8 m, 2024-01-07T00:00Z: 9 m } }"),
        },
      ],
    },
  ],
  time: [
    {
      world: (of = "time: 4 h") => canal(`${of}, ${headway(3)}`, usual),
      neutral: ["time: { kind: constant, value: 4 h }"],
      onEveryPath: [
        { less: canal(`time: 6 h, ${headway(3)}`, usual), more: canal(`time: 4 h, ${headway(3)}`, usual) },
      ],
    },
  ],
};

test("every setting of a passage is held to these laws", () => {
  expect(Object.keys(settings).sort()).toEqual(Object.keys(transitFields).sort());
});

for (const [key, list] of Object.entries(settings)) {
  list.forEach((entry, number) => changeLaws({ name: `${key} of a passage (${number})`, ...entry }));
}
