import { describe, expect, test } from "vitest";
import * as elementary from "#base/elementary";
import { Stream } from "#engine/random/stream";
import { hex, ulps } from "./ulps.ts";

type Draw = () => number;
type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;

const draws = 20_000;
const specials = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  1e-320,
  -1e-320,
  1e300,
  -1e300,
  Infinity,
  -Infinity,
  NaN,
  2 ** -54,
  1 - 2 ** -53,
];

function anyDouble(stream: Stream): number {
  const words = new Uint32Array([stream.uniform() * 2 ** 32, stream.uniform() * 2 ** 32]);
  return new Float64Array(words.buffer)[0] ?? 0;
}

function ranges(stream: Stream): Record<string, Draw> {
  const within =
    (low: number, high: number): Draw =>
    () =>
      low + stream.uniform() * (high - low);
  return {
    any: () => anyDouble(stream),
    unit: within(0, 1),
    signed: within(-1, 1),
    ten: within(-10, 10),
    wide: within(-800, 800),
    million: within(-1e6, 1e6),
    "near 1": within(0.99, 1.01),
  };
}

/** The largest distance from the host over draws of the named ranges. */
function worst(name: string, of: Unary, host: Unary, from: readonly string[]): number {
  const draw = ranges(new Stream(`elementary ${name}`));
  let most = 0;
  for (const range of from)
    for (let i = 0; i < draws; i++) {
      const x = draw[range]?.() ?? NaN;
      most = Math.max(most, ulps(of(x), host(x)));
    }
  return most;
}

const unary: readonly [string, Unary, Unary, readonly string[]][] = [
  ["log", elementary.log, Math.log, ["any", "unit", "wide", "near 1"]],
  ["fastLog", elementary.fastLog, Math.log, ["any", "unit", "wide", "near 1"]],
  ["log1p", elementary.log1p, Math.log1p, ["any", "signed", "ten"]],
  ["exp", elementary.exp, Math.exp, ["any", "signed", "wide"]],
  ["expm1", elementary.expm1, Math.expm1, ["any", "signed", "ten", "wide"]],
  ["sin", elementary.sin, Math.sin, ["signed", "ten", "million"]],
  ["cos", elementary.cos, Math.cos, ["signed", "ten", "million"]],
  ["asin", elementary.asin, Math.asin, ["any", "signed"]],
  ["acos", elementary.acos, Math.acos, ["any", "signed"]],
  ["atan", elementary.atan, Math.atan, ["any", "signed", "ten"]],
];

describe("functions of one argument", () => {
  test.each(unary)("%s agrees with the host within 1 ulp", (name, of, host, from) => {
    expect(worst(name, of, host, from)).toBeLessThanOrEqual(1);
  });

  test.each(unary)("%s agrees with the host at special values", (name, of, host) => {
    const angles = name === "sin" || name === "cos";
    for (const x of angles ? specials.filter((value) => Math.abs(value) < 10) : specials) {
      expect(ulps(of(x), host(x)), `${name}(${x})`).toBeLessThanOrEqual(1);
    }
  });

  const rising = unary.filter(([name]) => !["sin", "cos", "acos"].includes(name));
  test.each(rising)("%s never decreases", (_name, of) => {
    const values = Array.from({ length: 40_001 }, (_, i) => of((i - 20_000) / 20_000));
    expect(values.findIndex((value, i) => value < (values[i - 1] ?? -Infinity))).toBe(-1);
  });
});

const binary: readonly [string, Binary, Binary, number][] = [
  ["pow", elementary.pow, (x, y) => x ** y, 2],
  ["atan2", elementary.atan2, Math.atan2, 1],
  ["hypot", elementary.hypot, Math.hypot, 2], // the host's is the coarser one
];

describe("functions of two arguments", () => {
  test.each(binary)("%s agrees with the host", (name, of, host, limit) => {
    const draw = ranges(new Stream(`elementary ${name}`));
    let most = 0;
    const pairs = [
      ["any", "any"],
      ["unit", "wide"],
      ["ten", "ten"],
      ["any", "ten"],
    ] as const;
    for (const [first, second] of pairs) {
      for (let i = 0; i < draws; i++) {
        const x = draw[first]?.() ?? NaN;
        const y = draw[second]?.() ?? NaN;
        most = Math.max(most, ulps(of(x, y), host(x, y)));
      }
    }
    expect(most).toBeLessThanOrEqual(limit);
  });

  test.each(binary)("%s agrees with the host at special values", (name, of, host, limit) => {
    for (const x of specials)
      for (const y of [...specials, 3, -3, 0.3]) {
        expect(ulps(of(x, y), host(x, y)), `${name}(${x}, ${y})`).toBeLessThanOrEqual(limit);
      }
  });

  test("hypot is exact on Pythagorean triples at any scale", () => {
    for (const scale of [2 ** -1060, 2 ** -600, 1, 2 ** 600, 2 ** 1018]) {
      expect(elementary.hypot(3 * scale, -4 * scale)).toBe(5 * scale);
    }
  });
});

test("an angle beyond its range stops the program", () => {
  expect(() => elementary.sin(1e7)).toThrow(/an angle is within/);
  expect(() => elementary.cos(NaN)).toThrow(/an angle is within/);
});

test("the fast logarithm never decreases on neighbouring uniforms of 53 bits", () => {
  const stream = new Stream("fast logarithm on neighbouring uniforms");
  const uniforms = Array.from({ length: draws }, () => stream.uniform());
  expect(uniforms.filter((u) => elementary.fastLog(u + 2 ** -53) < elementary.fastLog(u))).toEqual([]);
});

// Frozen on Node 20.20 (V8 11.3): another engine, or a change of method, must give these very bits.
const frozen: readonly [name: string, value: number, bits: string][] = [
  ["log(0.1)", elementary.log(0.1), "c0026bb1bbb55515"],
  ["log(1e-310)", elementary.log(1e-310), "c0864e69394d9508"],
  ["log(1.5982189238847035)", elementary.log(1.5982189238847035), "3fde024a84721120"],
  ["fastLog(0.1)", elementary.fastLog(0.1), "c0026bb1bbb55515"],
  ["fastLog(0.9956)", elementary.fastLog(0.9956), "bf720fea1be6da29"],
  ["fastLog(1.003301)", elementary.fastLog(1.003301), "3f6aff4c4480656b"], // last term
  ["fastLog(3)", elementary.fastLog(3), "3ff193ea7aad030b"],
  ["log1p(-0.3)", elementary.log1p(-0.3), "bfd6d3c324e13f4e"],
  ["log1p(1e-9)", elementary.log1p(1e-9), "3e112e0be801f1d9"],
  ["log1p(5)", elementary.log1p(5), "3ffcab0bfa2a2002"],
  ["exp(1)", elementary.exp(1), "4005bf0a8b14576a"],
  ["exp(-740)", elementary.exp(-740), "0000000000000055"],
  ["exp(0.39799431733852964)", elementary.exp(0.39799431733852964), "3ff7d2453ef6a048"],
  ["expm1(0.3)", elementary.expm1(0.3), "3fd6641632306a56"],
  ["expm1(-2)", elementary.expm1(-2), "bfebab5557101f8d"],
  ["expm1(30)", elementary.expm1(30), "42a370470aec26ed"],
  ["pow(1.1, 17.3)", elementary.pow(1.1, 17.3), "4014cde7a98d2603"],
  ["pow(0.3, -300.7)", elementary.pow(0.3, -300.7), "6093c63806f0ceea"],
  ["pow(1.62, -4.9)", elementary.pow(1.62, -4.9), "3fb813e9374c0905"],
  ["sin(1)", elementary.sin(1), "3feaed548f090cee"],
  ["sin(123456.7)", elementary.sin(123456.7), "bfeffa4cf2bce7e5"],
  ["cos(1)", elementary.cos(1), "3fe14a280fb5068c"],
  ["cos(-4)", elementary.cos(-4), "bfe4eaa606db24c1"],
  ["asin(0.3)", elementary.asin(0.3), "3fd380159e14f6ff"],
  ["asin(0.99)", elementary.asin(0.99), "3ff6de3c6f33d51d"],
  ["acos(-0.7)", elementary.acos(-0.7), "4002c501446cd5f2"],
  ["acos(0.2)", elementary.acos(0.2), "3ff5e9383efad0d1"],
  ["atan(0.6)", elementary.atan(0.6), "3fe14b1dd5f90ce1"],
  ["atan(-7)", elementary.atan(-7), "bff6dcc57bb565fd"],
  ["atan2(-1, -3)", elementary.atan2(-1, -3), "c0068f095fdf593c"],
  ["hypot(1, 0.1)", elementary.hypot(1, 0.1), "3ff0146dd68287f3"],
];

test.each(frozen)("%s keeps its bits", (_name, value, bits) => {
  expect(hex(value)).toBe(bits);
});
