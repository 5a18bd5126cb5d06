import { expect, test } from "vitest";
import { fly, replayOf } from "./swarm.ts";

test("25 random scenarios, their variants and twins run without a violation, twice to the same rows", () => {
  for (let run = 0; run < 25; run++) {
    const seed = `quick-${run}`;
    const { problems, runs } = fly(seed);
    expect(problems, replayOf(seed)).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(2);
  }
});

test("a failure prints the command that replays it", () => {
  expect(replayOf("7f3a")).toBe("replay: npm run swarm -- --seed 7f3a");
});
