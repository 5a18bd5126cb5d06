import { formatDiagnostic } from "#base/diagnostic";
import { createWorld } from "#scenario/build/create-world";
import { generateScenario } from "#scenario/language/generate";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolved, Study } from "#scenario/language/resolved";
import { twinOf } from "#study/experiment/twin";
import { shippedFiles } from "#study/runners/shipped-files";
import { digest, source } from "../domain/run.ts";

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
 * and the twin of a scenario has no disruption that is not background.
 */
export function fly(seed: string): Flight {
  const text = generateScenario(seed);
  const { study, diagnostics } = resolveStudy({
    id: "swarm",
    file: `swarm-${seed}.yaml`,
    text,
    library: shippedFiles,
    source,
  });
  if (study === undefined)
    return { seed, runs: 0, events: 0, audits: 0, problems: diagnostics.map(formatDiagnostic) };
  return flown(seed, study);
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
  const world = createWorld(scenario, { twin: false, source });
  const first = world.run(1, { audit: true });
  const inFreshWorld = digest(world.recorder);
  const { violations } = first.conservation;
  world.run(0);
  world.run(1);
  const inOldWorld = digest(world.recorder);
  const other = createWorld(scenario, { twin: false, source });
  other.run(1);
  const inNewWorld = digest(other.recorder);
  const isSame = inFreshWorld === inOldWorld && inFreshWorld === inNewWorld;
  const limit = first.limits.find((text) => !text.startsWith("deadlock"));
  const problem = violations[0] ?? limit ?? (isSame ? undefined : "the same replication gave other rows");
  return { events: first.events, audits: first.conservation.audits, problem };
}
