/**
 * Runs the swarm: `npm run swarm -- --seed <word> --runs <n>`. One seed runs itself; of more, seed
 * `<word>-<k>` each.
 */
import { parseArgs } from "node:util";
import { generateScenario } from "#scenario/language/generate";
import { foresee } from "./futures.ts";
import { fly, replayOf } from "./swarm.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string" } } });
const runs = Number(values.runs ?? 1);
if (!Number.isInteger(runs) || runs < 1) {
  process.stderr.write(`--runs is a whole number from 1 on, not ${values.runs}\n`);
  process.exit(2);
}
const seed = values.seed ?? "swarm";
let [worlds, events, failures] = [0, 0, 0];
for (let run = 0; run < runs; run++) {
  const own = runs === 1 ? seed : `${seed}-${run}`;
  const flight = fly(own);
  worlds += flight.runs;
  events += flight.events;
  const problems = [...flight.problems, ...foresee(own, generateScenario(own)).problems];
  if (problems.length === 0) continue;
  failures++;
  process.stdout.write(`${problems.join("\n")}\n${replayOf(own)}\n`);
}
process.stdout.write(`${runs} seeds, ${worlds} worlds, ${events} events, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
