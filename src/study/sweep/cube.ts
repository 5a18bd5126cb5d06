import type { Study } from "#scenario/language/resolved";
import type { MeasureSummary } from "#study/experiment/summary";

/** How the futures of a sweep were chosen. */
export type Design = "latin-hypercube" | "grid" | "sobol";

/** One path that futures vary. */
export interface SweptPath {
  /** Keys joined by dots, as it is written. */
  readonly path: string;
  /** How many values its list holds; undefined of a distribution. */
  readonly levels: number | undefined;
  /** By future, as one would write it. */
  readonly texts: readonly string[];
  /** By future: the same as a number in `unit`, instants as their time; NaN of words. */
  readonly numbers: Float64Array;
  /** As it is written; `instant` of instants, and empty where there is none. */
  readonly unit: string;
}

/** One measure of one variant by future, over the replications of each. */
export interface CubeCells {
  /**
   * The mean of what the replications gave, in the unit of the measure: NaN where none has a number. A time
   * that had not come counts as long as it was watched. One of which a replication was spared counts as the
   * best that it could be there: 0 where less is better, and as long as the run where more is.
   */
  readonly values: Float64Array;
  /** The standard error of `values` over the replications; NaN where fewer than two have a number. */
  readonly errors: Float64Array;
  /** The share of replications whose time had not come by the end. */
  readonly censored: Float64Array;
  /** The share of replications that never met what is timed. */
  readonly spared: Float64Array;
}

/** One measure of all variants in all futures. */
export interface CubeMeasure {
  /** What is measured, of what, when; its key tells it from all others. */
  readonly key: string;
  readonly about: Pick<MeasureSummary, "measure" | "of" | "unit" | "at" | "from" | "until">;
  /** 1 where more is better, -1 where less is, 0 where neither is. */
  readonly better: -1 | 0 | 1;
  /** By place of the variant; undefined where a variant does not measure it. */
  readonly cells: readonly (CubeCells | undefined)[];
}

/** One threshold held against every variant in every future, whichever variants it is written for. */
export interface CubeThreshold {
  readonly id: string;
  /** By place of the variant, then by future: 1 where it is met, 0 where not, NaN where it has no number. */
  readonly met: readonly Float64Array[];
}

/** What a sweep gave: numbers by measure, variant and future. */
export interface Cube {
  /** The scenario without its futures: its names, titles, measures and thresholds. */
  readonly study: Study;
  readonly design: Design;
  /** By future: `f001`, `f002` ... */
  readonly ids: readonly string[];
  readonly paths: readonly SweptPath[];
  /** The names of its variants, the baseline first. */
  readonly variants: readonly string[];
  /** How many replications of each variant each future has. */
  readonly replications: number;
  readonly measures: readonly CubeMeasure[];
  readonly thresholds: readonly CubeThreshold[];
}
