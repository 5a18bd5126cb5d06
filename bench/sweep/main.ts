import { spawn } from "node:child_process";
import { median } from "../median.ts";
import { byHand } from "../peers/by-hand.ts";
import { print, runBench } from "../words.ts";
import { measureSweep } from "./one-sweep.ts";
import type { SweepMeasurement } from "./one-sweep.ts";

const usage = { text: "bench/sweep [--rounds 5] [futures, 400 when left out]", flags: [] };

/** Services of the network that C++ by hand runs, once in each process: for seconds, as the machine tires. */
const services = 60_000_000;

await runBench(usage, async ({ rounds, others }) => {
  const futures = Number(others[0] ?? 400);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    const [one, two] = await measureBoth(futures, round);
    if (one.digest !== two.digest) throw new Error("one thread and two give other tables");
    ours.push(one.seconds / two.seconds);
    theirs.push(await gainOfPeer(round));
    const [gain, peer] = [ours, theirs].map((gains) => (gains.at(-1) ?? NaN).toFixed(2));
    print(
      `round ${round}: ${one.seconds.toFixed(1)} s on one thread, ${two.seconds.toFixed(1)} s on two, ` +
        `gain ${gain}; C++ ${peer}; MB by quarter ${two.rssByQuarter.join(", ")}`,
    );
  }
  const share = median(ours.map((gain, round) => gain / (theirs[round] ?? NaN)));
  print(
    `${futures} futures × 6 variants: two threads gain ${median(ours).toFixed(2)}, C++ by hand ` +
      `${median(theirs).toFixed(2)}; ${(100 * share).toFixed(0)} % of it`,
  );
});

/**
 * On one thread and on two: in odd rounds in this order, in even rounds in the other, so that a machine that
 * grows slower favours neither.
 */
async function measureBoth(futures: number, round: number): Promise<[SweepMeasurement, SweepMeasurement]> {
  if (round % 2 === 1) return [await measureSweep(futures, 1), await measureSweep(futures, 2)];
  const two = await measureSweep(futures, 2);
  return [await measureSweep(futures, 1), two];
}

/** How much sooner two processes of C++ by hand end when they run at once than one after the other. */
async function gainOfPeer(seed: number): Promise<number> {
  const [peer] = byHand;
  const problem = peer?.prepare();
  if (peer === undefined || problem !== undefined) throw new Error(problem ?? "there is a peer");
  const run = (number: number): Promise<unknown> => {
    const [program, ...words] = peer.command("network", services, number);
    const child = spawn(program, words, { stdio: "ignore" });
    return new Promise((resolve) => child.once("exit", resolve));
  };
  const start = performance.now();
  await run(seed);
  await run(seed + 1);
  const between = performance.now();
  await Promise.all([run(seed), run(seed + 1)]);
  return (between - start) / (performance.now() - between);
}
