import { describe, expect, test } from "vitest";
import { binomialAtMost } from "#engine/stats/binomial";
import { Streams } from "#engine/random/stream";
import { latinHypercube } from "#engine/stats/latin-hypercube";
import type { Cube } from "#study/sweep/cube";
import { failureBoxOf, failureBoxesOf } from "#study/sweep/failure-box";
import { fakeCube, fakeQuestion } from "./fake-cube.ts";

const count = 400;
const [x = new Float64Array(), y = new Float64Array(), z = new Float64Array()] = latinHypercube(
  count,
  ["x", "y", "z"],
  new Streams("failure-box", 0),
);
const words = Array.from(z, (value) => (value < 1 / 3 ? "open" : value < 2 / 3 ? "slow" : "shut"));

/** The variant fails, beating the baseline by nothing, where it is said. */
function cubeOf(fails: (future: number) => boolean): Cube {
  return fakeCube({
    paths: [
      { path: "x", unit: "d", at: Array.from(x) },
      { path: "y", unit: "kn", at: Array.from(y) },
      { path: "gate", levels: 3, at: words },
    ],
    values: {
      baseline: Array.from(x, () => 10),
      wide: Array.from(x, (_, future) => (fails(future) ? 10 : 5)),
    },
  });
}

const at = (column: Float64Array, future: number): number => column[future] ?? NaN;

describe("the box in which a variant fails", () => {
  test("is found by its numbers, and by nothing that has no part in it", () => {
    const cube = cubeOf((future) => at(x, future) > 0.6 && at(y, future) < 0.5);
    const box = failureBoxOf(cube, fakeQuestion(cube, 1), 1);
    expect(box.found).toBe("box");
    expect(box.limits.map(({ limit: { path, side } }) => `${path} ${side}`).sort()).toEqual([
      "0 from",
      "1 to",
    ]);
    for (const { limit, chance } of box.limits) {
      if (limit.side === "levels") throw new Error("these are numbers");
      expect(limit.value).toBeCloseTo(limit.path === 0 ? 0.6 : 0.5, 1);
      expect(chance).toBeLessThan(1e-6);
    }
    expect(box.coverage).toBeGreaterThan(0.9);
    expect(box.density).toBeGreaterThan(0.9);
    const inside = Array.from(x.keys()).filter((future) =>
      box.limits.every(({ limit }) => {
        if (limit.side === "levels") return true;
        const value = at(limit.path === 0 ? x : y, future);
        return limit.side === "from" ? value >= limit.value : value <= limit.value;
      }),
    );
    expect(box.inside).toBe(inside.length);
  });

  test("is found by words", () => {
    const cube = cubeOf((future) => words[future] === "shut");
    const box = failureBoxOf(cube, fakeQuestion(cube, 1), 1);
    expect(box.limits.map(({ limit }) => limit)).toEqual([{ path: 2, side: "levels", levels: ["shut"] }]);
    expect([box.coverage, box.density]).toEqual([1, 1]);
  });

  test("tells how easily chance makes a limit, by the binomial of the box without it", () => {
    const cube = cubeOf((future) => words[future] === "shut" && at(x, future) > 0.1);
    const { limits, inside, failingInside, of } = failureBoxOf(cube, fakeQuestion(cube, 1), 1);
    const gate = limits.find(({ limit }) => limit.path === 2);
    const wider = Array.from(x.keys()).filter((future) =>
      limits.every(({ limit }) => limit.side !== "from" || at(x, future) >= limit.value),
    );
    const share = wider.filter((future) => words[future] === "shut" && at(x, future) > 0.1).length;
    const chance = 1 - binomialAtMost(failingInside - 1, inside, share / wider.length);
    expect(gate?.chance).toBe(chance);
    expect(of).toBe(count);
  });

  test("is none where failures lie anywhere", () => {
    const uniform = new Streams("failure-box", 0).at("coin");
    const coin = Array.from(x, () => uniform.uniform() < 0.3);
    let nowhere = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const cube = cubeOf((future) => coin[(future + 20 * turn) % count] === true);
      const box = failureBoxOf(cube, fakeQuestion(cube, 1), 1);
      expect(box.limits.filter(({ chance }) => chance > 0.05)).toEqual([]);
      if (box.found === "nowhere") nowhere += 1;
      else expect(box.density).toBeLessThan(0.6);
    }
    expect(nowhere).toBeGreaterThan(0);
  });

  test("is none where it never fails, or always, or nothing is known", () => {
    for (const [fails, found] of [
      [false, "never"],
      [true, "always"],
    ] as const) {
      const cube = cubeOf(() => fails);
      const box = failureBoxOf(cube, fakeQuestion(cube, 1), 1);
      expect(box).toMatchObject({ found, limits: [], coverage: null, failing: fails ? count : 0 });
    }
    const cube = cubeOf(() => true);
    expect(failureBoxesOf(cube, fakeQuestion(cube)).map(({ place }) => place)).toEqual([1]);
  });
});
