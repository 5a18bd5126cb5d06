import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Streams } from "#engine/random/stream";
import { binomialAtMost } from "#engine/stats/binomial";
import { sobolDesign, sobolIndices } from "#engine/stats/sobol-indices";
import type { SobolIndex } from "#engine/stats/sobol-indices";
import { isLong } from "../../verification/long.ts";
import { estimated, sobolFunctions } from "./sobol-functions.ts";

/** Of g with a = 0, 0.5, 3, 9, 99, 99, as printed with six digits. */
const printedG = [
  [0.586781, 0.690086],
  [0.260792, 0.356173],
  [0.0366738, 0.0563335],
  [0.00586781, 0.00917058],
  [0.0000586781, 0.0000920084],
  [0.0000586781, 0.0000920084],
] as const;

const holds = ({ low, high }: SobolIndex, value: number | undefined): boolean =>
  value !== undefined && low <= value && value <= high;

const never = (): number => {
  throw new Error("no draw is due");
};

describe("Sobol indices", () => {
  it("are those that SciPy 1.17 (saltelli_2010) gives for the same outputs", () => {
    const a = [3, 1, 4, 1, 5, 9];
    const b = [2, 6, 5, 3, 5, 8];
    const mixed = [
      [9, 7, 9, 3, 2, 3],
      [8, 4, 6, 2, 6, 4],
    ];
    const stream = new Streams("six rows", 0).at("bootstrap");
    const found = sobolIndices({ a, b, mixed }, () => stream.uniform()) ?? [];
    const shares = found.flatMap(({ alone, withOthers }) => [alone.share, withOthers.share]);
    const expected = [-0.7735849056603771, 2.0660377358490565, -0.6886792452830188, 0.9198113207547169];
    expect(shares).toEqual(expected.map((share): unknown => expect.closeTo(share, 13)));
  });

  it.each(sobolFunctions)("hold the published ones of $name, in the 99.9 % interval", (known) => {
    const found = estimated(known, 2048, { seed: known.name, level: 0.999 });
    expect(found.length).toBe(known.exact.length);
    found.forEach(({ alone, withOthers }, dimension) => {
      const [first, total] = known.exact[dimension] ?? [];
      expect(holds(alone, first), `alone, dimension ${dimension}`).toBe(true);
      expect(holds(withOthers, total), `with others, dimension ${dimension}`).toBe(true);
      // An interval that holds anything would prove nothing.
      expect(Math.max(alone.high - alone.low, withOthers.high - withOthers.low)).toBeLessThan(0.25);
    });
  });

  it("of g are computed in the tests as they are printed", () => {
    const { exact = [] } = sobolFunctions[1] ?? {};
    exact.forEach(([alone, withOthers], dimension) => {
      const [first = NaN, total = NaN] = printedG[dimension] ?? [];
      expect(Math.abs(alone / first - 1)).toBeLessThan(1e-5);
      expect(Math.abs(withOthers / total - 1)).toBeLessThan(1e-5);
    });
  });

  it("do not exist of what never varies, and are never NaN", () => {
    const same = [0.1, 0.1, 0.1];
    expect(sobolIndices({ a: same, b: same, mixed: [same] }, never)).toBeNull();
    expect(sobolIndices({ a: [], b: [], mixed: [[]] }, never)).toBeNull();
    const [found] = sobolIndices({ a: [1, 1, 1], b: [1, 1, 2], mixed: [[1, 1, 1]] }, drawing("rare")) ?? [];
    expect(found?.withOthers).toEqual({ share: 0, low: 0, high: 0 });
    expect([found?.alone.low, found?.alone.high].every(Number.isFinite)).toBe(true);
    expect(() => sobolIndices({ a: [1, NaN], b: [1, 2], mixed: [] }, never)).toThrow(/finite/);
    expect(() => sobolIndices({ a: [1, 2], b: [1, 2, 3], mixed: [] }, never)).toThrow(/2 outputs/);
  });

  it("do not move with the unit or the zero of the output", () => {
    const [ishigami] = sobolFunctions;
    if (ishigami === undefined) throw new Error("there are functions");
    const plain = estimated(ishigami, 128, { seed: "units", level: 0.95 });
    const moved = { ...ishigami, of: (point: readonly number[]) => 1000 - 3 * ishigami.of(point) };
    estimated(moved, 128, { seed: "units", level: 0.95 }).forEach(({ alone, withOthers }, dimension) => {
      expect(alone.share).toBeCloseTo(plain[dimension]?.alone.share ?? NaN, 9);
      expect(withOthers.high).toBeCloseTo(plain[dimension]?.withOthers.high ?? NaN, 9);
    });
  });

  it("have a design of which each mixed matrix takes one dimension from the second", () => {
    const { a, b, mixed } = sobolDesign(16, ["x", "y", "z"], new Streams("design", 0));
    expect(
      mixed.map((columns) => columns.map((column) => (b.includes(column) ? "b" : "a")).join("")),
    ).toEqual(["baa", "aba", "aab"]);
    expect(a[0]).not.toEqual(b[0]);
    expect(sobolDesign(16, ["z"], new Streams("design", 0)).b[0]).toEqual(b[2]);
  });
});

function drawing(name: string): () => number {
  const stream = new Streams(name, 0).at("bootstrap");
  return () => stream.uniform();
}

/** Of how many designs each interval of 95 % holds what is published, the least first. */
function coverages(rows: number, designs: number): { readonly name: string; readonly held: number[] }[] {
  return sobolFunctions.map((known) => {
    const held = known.exact.flatMap(() => [0, 0]);
    for (let design = 0; design < designs; design += 1) {
      const found = estimated(known, rows, { seed: `coverage ${design}`, level: 0.95 });
      found.forEach(({ alone, withOthers }, dimension) => {
        const [first, total] = known.exact[dimension] ?? [];
        if (holds(alone, first)) held[2 * dimension] = (held[2 * dimension] ?? 0) + 1;
        if (holds(withOthers, total)) held[2 * dimension + 1] = (held[2 * dimension + 1] ?? 0) + 1;
      });
    }
    return { name: known.name, held: held.sort((one, other) => one - other) };
  });
}

it("intervals of Sobol indices hold the truth as often as DEFINITIONS.md prints", () => {
  const [rows, designs] = isLong ? [256, 500] : [128, 40];
  const text = readFileSync("DEFINITIONS.md", "utf8").replaceAll(/\s+/g, " ");
  const found = coverages(rows, designs).map(({ name, held }) => {
    const [least = NaN] = held;
    // 93 % is what is asked of an interval of 95 %.
    const chance = binomialAtMost(least, designs, 0.93);
    expect(chance, `${name}: ${held.join(", ")} of ${designs}`).toBeGreaterThan(0.001);
    const mean = held.reduce((sum, count) => sum + count, 0) / held.length;
    const percent = (count: number): string => `${((100 * count) / designs).toFixed(1)} %`;
    return `${name}: ${percent(mean)} in the mean, at least ${percent(least)}`;
  });
  if (isLong) expect(found.filter((sentence) => !text.includes(sentence))).toEqual([]);
});
