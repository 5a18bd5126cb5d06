import alea from "seedrandom/lib/alea.js";
import { expect, test } from "vitest";
import { addressText } from "#engine/random/address";
import { Stream, Streams } from "#engine/random/stream";

function take(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => stream.uniform());
}

test("the same address gives the same sequence, whichever streams exist and whenever they were made", () => {
  const alone = take(new Streams("7", 3).at("flow/a/arrivals"), 5);
  const streams = new Streams("7", 3);
  const other = streams.at("flow/b/arrivals");
  other.uniform();
  const stream = streams.at("flow/a/arrivals");
  const drawn = Array.from({ length: 5 }, () => (other.uniform(), stream.uniform()));
  expect(drawn).toEqual(alone);
});

test("another seed, replication or name gives another sequence", () => {
  const first = (seed: string, replication: number, name: string): number =>
    new Streams(seed, replication).at(name).uniform();
  const one = first("7", 3, "a");
  const draws = [one, first("8", 3, "a"), first("7", 4, "a"), first("7", 3, "b"), first("73", 0, "a")];
  expect(new Set(draws).size).toBe(draws.length);
});

test("no two addresses share a text", () => {
  expect(addressText("a/1:b", "c")).not.toBe(addressText("a", "b", "c"));
  expect(addressText("ab", "c")).not.toBe(addressText("a", "bc"));
});

test("draws are frozen", () => {
  const drawn = take(new Streams("suez-2021", 73).at("flow/boxes-north/arrivals"), 3);
  expect(drawn).toEqual([0.8180461764089432, 0.6465809622980615, 0.31612375563881445]);
});

test("uniforms have 53 bits and are neither 0 nor 1", () => {
  for (const u of take(new Streams("uniforms have 53 bits", 0).at("x"), 10_000)) {
    if (!(u > 0 && u < 1 && Number.isInteger(u * 2 ** 53))) expect.fail(`${u} is no uniform of 53 bits`);
  }
});

test("first draws over replications are uniform, and neighbours are unrelated", () => {
  const count = 20_000;
  const bins = new Array<number>(64).fill(0);
  let product = 0;
  let last = 0.5;
  for (let replication = 0; replication < count; replication++) {
    const u = new Streams("first draws over replications", replication).at("flow/a/arrivals").uniform();
    bins[Math.floor(u * 64)] = (bins[Math.floor(u * 64)] ?? 0) + 1;
    product += (u - 0.5) * (last - 0.5);
    last = u;
  }
  const expected = count / 64;
  const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(103.44); // the 99.9 % point of chi-square with 63 degrees of freedom
  expect(Math.abs(product / count) * 12 * Math.sqrt(count)).toBeLessThan(3.29);
});

test("draws are those of the package's alea", () => {
  for (let key = 0; key < 200; key++) {
    const stream = new Stream(`draws are those of the package's alea ${key}`);
    const double = alea(`draws are those of the package's alea ${key}`).double;
    for (let draw = 0; draw < 1_000; draw++) {
      const expected = double();
      if (stream.uniform() !== expected) expect.fail(`draw ${draw} of key ${key} is not ${expected}`);
    }
  }
});
