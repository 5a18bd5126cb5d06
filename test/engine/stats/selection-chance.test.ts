import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { binomialAtMost } from "#engine/stats/binomial";
import { kimNelsonByHand } from "./kim-nelson-by-hand.ts";
import { pairedWorlds, slippage } from "./paired-worlds.ts";
import { selectionTrial } from "./selection-trial.ts";
import { isLong } from "../../verification/long.ts";

const promised = 0.95;
const trials = isLong ? 1000 : 100;
const wideness = isLong ? 60 : 24;
const sizes = isLong ? [2, 4, 10] : [4];
/** Where differences all vary alike, as Nelson and Matejcik assume, and values are normal. */
const spherical = ["independent", "correlation 0.5", "correlation 0.9"];

/** So many successes or fewer would be seen once in a thousand times, had each the promised chance. */
const isTooFew = (found: number): boolean => binomialAtMost(found, trials, promised) < 0.001;

const results = pairedWorlds.flatMap((world) =>
  sizes.map((variants) => ({
    world,
    variants,
    trial: selectionTrial(world, { variants, trials, wideness }),
  })),
);

it.each(results)("Kim and Nelson keep their promise: $world.name, $variants variants", ({ trial }) => {
  expect(isTooFew(trial.kimNelson.found), `${trial.kimNelson.found} of ${trials}`).toBe(false);
});

it.each(results.filter(({ world }) => spherical.includes(world.name)))(
  "Nelson and Matejcik keep theirs, and no more, where they may: $world.name, $variants variants",
  ({ trial: { nelsonMatejcik, held } }) => {
    expect(isTooFew(nelsonMatejcik.found), `${nelsonMatejcik.found} of ${trials}`).toBe(false);
    expect(isTooFew(held), `comparisons with the best: ${held} of ${trials}`).toBe(false);
    const asMany = 1 - binomialAtMost(nelsonMatejcik.found - 1, trials, promised + 0.005);
    expect(asMany, `${nelsonMatejcik.found} of ${trials}`).toBeGreaterThan(0.001);
  },
);

it("prints in DEFINITIONS.md what the long run finds", () => {
  const rows = readFileSync("DEFINITIONS.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  const named = rows.filter(([name]) => pairedWorlds.some((world) => world.name === name));
  expect(named.map(([name]) => name)).toEqual(pairedWorlds.map(({ name }) => name));
  if (!isLong) return;
  const found = pairedWorlds.map(({ name }) => {
    const own = results.filter(({ world }) => world.name === name).map(({ trial }) => trial);
    const shares = (of: (trial: (typeof own)[number]) => number): string =>
      own.map((trial) => (of(trial) / trials).toFixed(3)).join(" ");
    const lengths = own.map(({ kimNelson, nelsonMatejcik }) =>
      [kimNelson, nelsonMatejcik].map(({ replications }) => replications.toFixed(0)).join(" and "),
    );
    return [
      name,
      shares((trial) => trial.kimNelson.found),
      shares((trial) => trial.nelsonMatejcik.found),
      ...lengths,
    ];
  });
  expect(named).toEqual(found);
});

it("looking at blocks is wrong no more often than looking at every replication", () => {
  const rounds = isLong ? 2000 : 200;
  const [world] = pairedWorlds;
  if (world === undefined) throw new Error("there are worlds");
  const wrong = { every: 0, blocks: 0 };
  let later = 0;
  for (let round = 0; round < rounds; round += 1) {
    const values = slippage(world, { variants: 2, replications: 640, delta: 0.1 }, `looks ${round}`);
    const rules = { delta: 0.1, alpha: 0.25, stage: 32 };
    const negative = values.map((own) => own.map((value) => -value));
    const every = kimNelsonByHand(negative, { ...rules, step: 1 });
    const blocks = kimNelsonByHand(negative, { ...rules, step: 32 });
    wrong.every += every?.best === 0 ? 0 : 1;
    wrong.blocks += blocks?.best === 0 ? 0 : 1;
    if ((blocks?.replications ?? NaN) > (every?.replications ?? NaN)) later += 1;
  }
  expect(wrong.blocks).toBeLessThanOrEqual(wrong.every);
  // A quarter may be wrong; and most of the races must end between two blocks, or nothing was compared.
  expect(1 - binomialAtMost(wrong.every - 1, rounds, 0.25)).toBeGreaterThan(0.001);
  expect(later).toBeGreaterThan(rounds / 2);
});
