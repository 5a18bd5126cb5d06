import { assert } from "#base/assert";
import { printInstant } from "#base/time";
import type { ResolvedMeasure } from "#scenario/language/resolved";
import { directionOf } from "#study/experiment/direction";
import type { Cube, CubeCells, CubeMeasure, CubeThreshold } from "#study/sweep/cube";
import { thresholdsOf } from "#study/sweep/futures-run";
import { cellNumbers } from "#study/sweep/sweep-part";
import type { SweepPart } from "#study/sweep/sweep-part";
import type { SweepPlan } from "#study/sweep/sweep-plan";
import { sweptMeasures } from "#study/sweep/swept-measures";
import type { SweptMeasure } from "#study/sweep/swept-measures";

/**
 * Fills a cube part by part, in whatever order they come. Its size is known from the plan, and no part is
 * kept.
 */
export class CubeWriter {
  readonly #plan: SweepPlan;
  readonly #measures: readonly SweptMeasure[];
  /** By measure, then by variant. */
  readonly #cells: readonly (readonly CubeCells[])[];
  readonly #thresholds: readonly CubeThreshold[];
  readonly #units: string[];

  constructor(plan: SweepPlan) {
    this.#plan = plan;
    const { study, futures } = plan;
    const column = (): Float64Array => new Float64Array(futures.count).fill(NaN);
    this.#measures = sweptMeasures(study);
    this.#cells = this.#measures.map(() =>
      study.variants.map(() => ({
        values: column(),
        errors: column(),
        censored: column(),
        spared: column(),
      })),
    );
    this.#thresholds = Object.keys(thresholdsOf(study)).map((id) => ({
      id,
      met: study.variants.map(column),
    }));
    this.#units = this.#measures.map(() => "");
  }

  /** Writes what a part gave, each future to its place. */
  take({ span, cells, met, units }: SweepPart): void {
    let cell = 0;
    let check = 0;
    for (let future = span.from; future < span.to; future += 1) {
      for (const variant of this.#plan.study.variants.keys()) {
        for (const columns of this.#cells) {
          for (const name of cellNumbers)
            this.#columnOf(columns[variant], name)[future] = cells[cell++] ?? NaN;
        }
        for (const threshold of this.#thresholds) {
          const column = threshold.met[variant];
          if (column !== undefined) column[future] = met[check++] ?? NaN;
        }
      }
    }
    assert(cell === cells.length && check === met.length, "a part is as wide as the plan");
    units.forEach((unit, measure) => (this.#units[measure] ||= unit));
  }

  /** The cube, whole once every future has come. */
  cube(): Cube {
    const { study, futures, replications, paths } = this.#plan;
    return {
      study,
      design: futures.design,
      ids: Array.from({ length: futures.count }, (_, index) => futures.idOf(index)),
      paths,
      variants: study.variants.map(({ name }) => name),
      replications,
      measures: this.#measures.map((measure, place) => this.#measure(measure, place)),
      thresholds: this.#thresholds,
    };
  }

  #measure({ key, row }: SweptMeasure, place: number): CubeMeasure {
    const { kind, of, at, from, until } = row;
    const cells = this.#cells[place] ?? [];
    return {
      key,
      about: { measure: kind, of, unit: this.#units[place] ?? "", ...instantsOf({ at, from, until }) },
      better: directionOf(kind),
      cells: cells.map((columns) => (this.#isMeasured(columns) ? columns : undefined)),
    };
  }

  /** A cell that was measured has shares, though it may have no value. */
  #isMeasured({ values, spared }: CubeCells): boolean {
    return !values.every(Number.isNaN) || !spared.every(Number.isNaN);
  }

  #columnOf(cells: CubeCells | undefined, name: (typeof cellNumbers)[number]): Float64Array {
    const column = cells?.[name];
    assert(column !== undefined, "every variant has its cells");
    return column;
  }
}

/** Instants in ISO 8601, those that there are. */
function instantsOf(
  times: Pick<ResolvedMeasure, "at" | "from" | "until">,
): Pick<CubeMeasure["about"], "at" | "from" | "until"> {
  const { at, from, until } = times;
  return {
    ...(at === undefined ? {} : { at: printInstant(at) }),
    ...(from === undefined ? {} : { from: printInstant(from) }),
    ...(until === undefined ? {} : { until: printInstant(until) }),
  };
}
