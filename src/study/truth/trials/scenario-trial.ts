import { assert } from "#base/assert";
import { formatDiagnostic } from "#base/diagnostic";
import type { Rows } from "#domain/measure/measure-kind";
import { stage } from "#engine/record/journeys";
import type { Recorder } from "#engine/record/recorder";
import { createWorld } from "#scenario/build/create-world";
import type { World } from "#scenario/build/world";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import type { Trial } from "#study/truth/case-check";
import { measureReading } from "#study/truth/trials/measure-reading";

/** The rows of one replication, to be read by the measures of the language or one by one. */
export class TrialRows {
  readonly rows: Rows;

  constructor(rows: Rows) {
    this.rows = rows;
  }

  /** What was recorded. */
  get recorder(): Recorder {
    return this.rows.recorder;
  }

  /** What a measure of the language gives; NaN where it gives no value. */
  measure(kind: string, of: string): number {
    return measureReading(kind, { of, evidence: { run: this.rows } });
  }

  /** Every wait at a place, in order of their ends: `until` is NaN for who still waits at the end. */
  eachWait(place: string, visit: (voyage: number, from: number, until: number) => void): void {
    const { journeys } = this.recorder;
    const wanted = journeys.places.indexOf(place);
    assert(wanted >= 0, `waits at ${place} are recorded`);
    const [kinds, places] = [journeys.stageKind.view(), journeys.stagePlace.view()];
    const [voyages, from, until] = [journeys.stageVoyage, journeys.stageFrom, journeys.stageTo];
    for (let row = 0; row < kinds.length; row += 1) {
      if (kinds[row] !== stage.wait || places[row] !== wanted) continue;
      visit(voyages.at(row), from.at(row), until.at(row));
    }
  }
}

/** What a scenario of a trial says beside what all of them say. */
export type TrialScenario = Readonly<Record<string, unknown>>;

/** A case written in the language of scenarios. */
export class ScenarioTrial implements Trial {
  readonly #world: World;
  readonly #read: (rows: TrialRows) => unknown;

  /** The scenario is refused, as a fault of the program, when anything in it is wrong. */
  constructor(scenario: TrialScenario, seed: string, read: (rows: TrialRows) => unknown) {
    this.#world = worldOf({ breakwater: 1, title: "A case", seed, replications: 1, ...scenario });
    this.#read = read;
  }

  replicate(replication: number): unknown {
    const { conservation, limits } = this.#world.run(replication);
    const { violations } = conservation;
    assert(violations.length === 0 && limits.length === 0, [...violations, ...limits].join("; "));
    return this.#read(new TrialRows({ recorder: this.#world.recorder, facts: this.#world.facts }));
  }
}

function worldOf(scenario: TrialScenario): World {
  const source = new WorldSource(() => undefined);
  const { study, diagnostics } = resolveStudy({
    id: "case",
    file: "case.yaml",
    text: JSON.stringify(scenario),
    library: () => undefined,
    source,
  });
  assert(study !== undefined, diagnostics.map(formatDiagnostic).join("\n"));
  const [baseline] = study.variants;
  assert(baseline !== undefined, "a study begins with its baseline");
  return createWorld(baseline.scenario, { source });
}
