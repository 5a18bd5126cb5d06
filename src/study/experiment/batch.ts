import type { Scale } from "#domain/measure/measure-kind";
import type { Happening } from "#engine/record/timeline";
import type { SailedLeg } from "#scenario/build/world";
import type { DrawnWorld } from "#study/experiment/drawn-world";
import type { LegTally } from "#study/experiment/leg-tally";
import type { Readings } from "#study/experiment/readings";
import type { Sums } from "#study/experiment/sums";
import type { WaitTally } from "#study/experiment/wait-tally";

/** A run of replications by index: `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a span of replications gave, and how long it took, from which the next is sized. */
export interface Timed<Part> {
  readonly part: Part;
  readonly milliseconds: number;
}

/** The unit in which the readings of one measure are printed, and how they are put together. */
export interface ReadingForm {
  readonly unit: string;
  readonly scale: Scale;
}

/**
 * What one variant gave in a batch. Readings by measure, in the order of the scenario; curves as in the
 * curve plan.
 */
export interface VariantBatch {
  readonly forms: readonly ReadingForm[];
  readonly readings: readonly Readings[];
  /** The same measures of the variant's twin; null for one that compares with a twin. */
  readonly twinReadings: readonly (Readings | null)[];
  /**
   * Samples per curve, replication after replication, one per instant of the grid; NaN where there is none.
   */
  readonly curves: readonly Float64Array[];
  readonly twinCurves: readonly Float64Array[];
  /** How often each leg was sailed; see `LegTally`. */
  readonly legs: LegTally;
  /** How long vessels waited, by class. */
  readonly waits: WaitTally;
  /** How busy places were; see `tallyPlaces`. */
  readonly places: Sums;
  /** What it cost, by part; see `tallyCosts`. */
  readonly costs: Sums;
  /** Which way voyages went, by flow; see `tallyWays`. */
  readonly ways: Sums;
  /** What each replication drew for its world. */
  readonly draws: readonly DrawnWorld[];
  /** Of the replication that is told, when the batch holds it. */
  readonly timeline: { readonly replication: number; readonly entries: readonly Happening[] } | null;
}

/** Something a reader must know about one replication of one world. */
export interface Notice {
  readonly world: number;
  readonly replication: number;
  readonly text: string;
}

/** All that a batch of replications leaves: plain columns, so that it passes between threads. */
export interface Batch {
  readonly span: Span;
  readonly variants: readonly VariantBatch[];
  /** Where the legs run that were sailed, by `legKey`: [longitude, latitude] points. */
  readonly lines: ReadonlyMap<string, SailedLeg["line"]>;
  readonly events: number;
  readonly conservation: { readonly checked: number; readonly audits: number };
  readonly violations: readonly Notice[];
  /** The undisturbed baseline from its start on; see `tallyWarmUp`. */
  readonly warmUp: Sums;
  /** Of each run that broke off at a limit, which one. */
  readonly limits: readonly Notice[];
}
