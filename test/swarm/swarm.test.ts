import { expect, test } from "vitest";
import { generateScenario } from "#scenario/language/generate";
import { foresee } from "./futures.ts";
import { fly, replayOf } from "./swarm.ts";

test("25 random scenarios, their variants and twins run without a violation, twice to the same rows", () => {
  for (let run = 0; run < 25; run++) {
    const seed = `quick-${run}`;
    const { problems, runs } = fly(seed);
    expect(problems, replayOf(seed)).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(2);
  }
});

test("the futures of 25 random scenarios come to studies, or say why not", () => {
  const seen = Array.from({ length: 25 }, (_, run) => {
    const seed = `quick-${run}`;
    const outlook = foresee(seed, generateScenario(seed));
    expect(outlook.problems, replayOf(seed)).toEqual([]);
    return outlook;
  });
  // All three ends come about, or nothing would be tried.
  expect(seen.filter(({ studies }) => studies > 0).length).toBeGreaterThan(5);
  expect(seen.some(({ told }) => told > 0)).toBe(true);
  expect(seen.some(({ refused }) => refused > 0)).toBe(true);
});

test("a failure prints the command that replays it", () => {
  expect(replayOf("7f3a")).toBe("replay: npm run swarm -- --seed 7f3a");
});
