import { formatDiagnostic } from "#base/diagnostic";
import { createWorld } from "#scenario/build/create-world";
import { Dice } from "#scenario/language/dice";
import { generateScenario } from "#scenario/language/generate";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import type { Resolved, Study } from "#scenario/language/resolved";
import { twinOf } from "#study/experiment/twin";
import { shippedFiles } from "#study/runners/shipped-files";
import { digest, run, source, stages, voyages } from "../domain/run.ts";

/** What one seed of the swarm came to. */
export interface Flight {
  readonly seed: string;
  /** Scenarios that were run: baseline, variants and twins. */
  readonly runs: number;
  readonly events: number;
  readonly audits: number;
  /** What went wrong, a sentence each. */
  readonly problems: readonly string[];
}

/** The command that runs one seed again. */
export function replayOf(seed: string): string {
  return `replay: npm run swarm -- --seed ${seed}`;
}

/**
 * Makes the scenario of a seed and runs every variant and its twin, audited after every event: nothing
 * throws, nothing is missing, the same replication gives the same rows in the same world and in a new one,
 * the twin of a scenario has no disruption that is not background, and whatever changes nothing changes
 * nothing.
 */
export function fly(seed: string): Flight {
  const text = generateScenario(seed);
  const { study, diagnostics } = resolved(seed, text);
  if (study === undefined)
    return { seed, runs: 0, events: 0, audits: 0, problems: diagnostics.map(formatDiagnostic) };
  const flight = flown(seed, study);
  return { ...flight, problems: [...flight.problems, ...changed(seed, text)] };
}

function resolved(seed: string, text: string): Resolution {
  const file = `swarm-${seed}.yaml`;
  return resolveStudy({ id: "swarm", file, text, library: shippedFiles, source });
}

/** Each is taken for what changes nothing, in any world. */
const nothings = [
  "kind: capacity, factor: 1, start: 12 d, duration: 9 d",
  "kind: ban, share: 0 %, start: 12 d, duration: 9 d",
  "kind: closure, occurs: { within: [12 d, 20 d], probability: 0 }, duration: 9 d",
  "kind: attack, effect: { kind: capacity, factor: 1 }, start: 12 d, duration: 9 d",
];

/** What is other than in the same world without one of them, in a sentence; each seed has its own. */
function changed(seed: string, text: string): string[] {
  const of = /performance: \{ of: ([^,]+)/u.exec(text)?.[1] ?? "";
  const nothing = new Dice(`nothing of ${seed}`).pick(nothings);
  const line = `  nothing: { of: ${of}, ${nothing} }\n`;
  const added = text.includes("\ndisruptions:\n")
    ? text.replace("\ndisruptions:\n", `\ndisruptions:\n${line}`)
    : text.replace("\nperformance:", `\ndisruptions:\n${line}performance:`);
  const [usual, other] = [text, added].map((written) => {
    const { study, diagnostics } = resolved(seed, written);
    const scenario = study?.variants[0]?.scenario;
    if (scenario === undefined) return diagnostics.map(formatDiagnostic).join("\n");
    const of = run(scenario, 1, {});
    return JSON.stringify([voyages(of), stages(of)]);
  });
  return usual === other ? [] : [`it is not as without this: ${line.trim()}`];
}

function flown(seed: string, study: Study): Flight {
  const problems: string[] = [];
  let [runs, events, audits] = [0, 0, 0];
  for (const { name, scenario } of study.variants) {
    for (const [role, run] of [
      [name, scenario],
      [`twin of ${name}`, twinOf(scenario)],
    ] as const) {
      runs++;
      try {
        const { events: fired, audits: audited, problem } = twice(run);
        events += fired;
        audits += audited;
        if (problem !== undefined) problems.push(`${role}: ${problem}`);
      } catch (error) {
        problems.push(`${role}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { seed, runs, events, audits, problems };
}

function twice(scenario: Resolved): { events: number; audits: number; problem: string | undefined } {
  const world = createWorld(scenario, { source });
  const first = world.run(1, { audit: true });
  const inFreshWorld = digest(world.recorder);
  const { violations } = first.conservation;
  world.run(0);
  world.run(1);
  const inOldWorld = digest(world.recorder);
  const other = createWorld(scenario, { source });
  other.run(1);
  const inNewWorld = digest(other.recorder);
  const isSame = inFreshWorld === inOldWorld && inFreshWorld === inNewWorld;
  const limit = first.limits.find((text) => !text.startsWith("deadlock"));
  const problem = violations[0] ?? limit ?? (isSame ? undefined : "the same replication gave other rows");
  return { events: first.events, audits: first.conservation.audits, problem };
}
