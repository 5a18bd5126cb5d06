import { dayMs } from "#base/time";
import type { Future, StudyFutures } from "#scenario/language/resolve";
import type { Resolved, Study } from "#scenario/language/resolved";
import type { Batch, Notice, Span } from "#study/experiment/batch";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { directionOf } from "#study/experiment/direction";
import { measuredOf, measureKey } from "#study/experiment/measured";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import type { Laboratory } from "#study/experiment/runner";
import { cellOf } from "#study/sweep/cell";
import { futureRows } from "#study/sweep/future-rows";
import { metBy } from "#study/sweep/future-verdicts";
import { cellNumbers } from "#study/sweep/sweep-part";
import type { SweepPart } from "#study/sweep/sweep-part";
import { sweptMeasures } from "#study/sweep/swept-measures";
import type { SweptMeasure } from "#study/sweep/swept-measures";

/** A scenario whose futures can be run: read, with what builds its worlds. */
export interface OpenedFutures {
  /** The scenario without its futures. */
  readonly study: Study;
  readonly futures: StudyFutures;
  readonly laboratory: Laboratory;
}

/** How futures are run. */
export interface FutureOptions {
  /** Of each variant in each future; as `Plan.replications`, whatever the scenario says. */
  readonly replications: number;
  readonly audit: boolean;
}

/** Writable as long as the part is being filled. */
type WritablePart = { -readonly [Key in keyof SweepPart]: SweepPart[Key] };

/** Runs futures one after another: of none is anything kept but what its part says. */
export class FuturesRun {
  readonly #opened: OpenedFutures;
  readonly #options: FutureOptions;
  readonly #measures: readonly SweptMeasure[];
  /** Of the last future: the worlds of the next take their memory. */
  #experiment: CompiledExperiment | undefined;

  constructor(opened: OpenedFutures, options: FutureOptions) {
    this.#opened = opened;
    this.#options = options;
    this.#measures = sweptMeasures(opened.study);
  }

  /** Runs the futures of a span in order. One that does not fit ends it: the part then says why. */
  run(span: Span): SweepPart {
    const part = this.#emptyPart(span);
    const units = this.#measures.map(() => "");
    for (let index = span.from; index < span.to; index += 1) {
      const future = this.#opened.futures.at(index);
      if (future.study === undefined) return { ...this.#emptyPart(span), refused: future.diagnostics };
      this.#runFuture(part, units, { future, study: future.study, place: index - span.from });
    }
    return { ...part, units };
  }

  #runFuture(
    part: WritablePart,
    units: string[],
    { future, study, place }: { readonly future: Future; readonly study: Study; readonly place: number },
  ): void {
    const plan = planExperiment(study);
    const batch = this.#runPlan(plan, future);
    part.rows += futureRows(future.id, plan, batch);
    this.#writeCells(part.cells, units, { plan, batch, place });
    this.#writeMet(part.met, { plan, batch, place });
    part.events += batch.events;
    part.checked += batch.conservation.checked;
    part.audits += batch.conservation.audits;
    const told = ({ world, replication, text }: Notice): string => {
      const label = plan.worlds[world]?.label ?? `world ${world}`;
      return `future ${future.id}, ${label}, replication ${replication}: ${text}`;
    };
    part.violations = [...part.violations, ...batch.violations.map(told)];
    part.limits = [...part.limits, ...batch.limits.map(told)];
  }

  #runPlan(plan: Plan, future: Future): Batch {
    const { replications, audit } = this.#options;
    try {
      const { laboratory } = this.#opened;
      const worlds = { after: this.#experiment?.worlds, once: replications === 1 };
      this.#experiment = new CompiledExperiment(plan, laboratory, worlds);
      return this.#experiment.run({ from: 0, to: replications }, { audit, readingsOnly: true });
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`future ${future.id}: ${what}`, { cause });
    }
  }

  #writeCells(
    cells: Float64Array,
    units: string[],
    { plan, batch, place }: { readonly plan: Plan; readonly batch: Batch; readonly place: number },
  ): void {
    plan.variants.forEach(({ variant: { scenario } }, number) => {
      const keys = scenario.measures.map(measureKey);
      this.#measures.forEach(({ key }, measure) => {
        const own = keys.indexOf(key);
        const readings = batch.variants[number]?.readings[own];
        const form = batch.variants[number]?.forms[own];
        if (readings === undefined || form === undefined) return;
        units[measure] = form.unit;
        const spared = directionOf(scenario.measures[own]?.kind ?? "") > 0 ? watchedDays(scenario) : 0;
        const row = (place * plan.variants.length + number) * this.#measures.length + measure;
        cells.set(cellOf(readings, spared), row * cellNumbers.length);
      });
    });
  }

  /** Thresholds are those of the scenario without its futures, which futures do not vary. */
  #writeMet(
    met: Float64Array,
    { plan, batch, place }: { readonly plan: Plan; readonly batch: Batch; readonly place: number },
  ): void {
    const thresholds = Object.values(thresholdsOf(this.#opened.study));
    if (thresholds.length === 0) return;
    const measured = measuredOf(plan, batch);
    thresholds.forEach((threshold, number) => {
      metBy(threshold, measured).forEach((value, variant) => {
        met[(place * plan.variants.length + variant) * thresholds.length + number] = value;
      });
    });
  }

  #emptyPart(span: Span): WritablePart {
    const { study } = this.#opened;
    const rows = (span.to - span.from) * study.variants.length;
    return {
      span,
      cells: new Float64Array(rows * this.#measures.length * cellNumbers.length).fill(NaN),
      met: new Float64Array(rows * Object.keys(thresholdsOf(study)).length).fill(NaN),
      units: [],
      rows: "",
      events: 0,
      checked: 0,
      audits: 0,
      violations: [],
      limits: [],
      refused: [],
    };
  }
}

/** The thresholds of a study, by id. */
export function thresholdsOf({ variants: [baseline] }: Study): Resolved["thresholds"] {
  return baseline?.scenario.thresholds ?? {};
}

/** How long a replication is watched after its warm-up. */
function watchedDays({ time }: Resolved): number {
  return (time.end - time.start - time.warmUp) / dayMs;
}
