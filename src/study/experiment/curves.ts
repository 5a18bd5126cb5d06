import type { CostShare } from "#study/experiment/cost-tally";
import type { ExplainedSpread } from "#study/experiment/explained-spread";
import type { PlaceUse } from "#study/experiment/place-tally";
import type { ClassWaits } from "#study/experiment/wait-tally";
import type { SurvivalCurve } from "#study/experiment/survival-curves";
import type { WarmUpCheck } from "#study/experiment/warm-up-check";
import type { FlowWays } from "#study/experiment/way-tally";

/**
 * A family of replications of one curve on a fixed grid: mean, and the 5th, 25th, 75th and 95th percentile
 * over replications.
 */
export interface Band {
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly lowerQuartile: readonly (number | null)[];
  readonly upperQuartile: readonly (number | null)[];
}

/** One curve of the report for all variants, on one grid of instants (ms since the epoch, evenly spaced). */
export interface Curve {
  /** `performance` (Q: the share of the twin's count in the window that starts at t), or `queue`. */
  readonly what: "performance" | "queue";
  /** `performance`, or the station or passage (`suez.transit`). */
  readonly of: string;
  readonly unit: string;
  readonly times: readonly number[];
  readonly variants: readonly {
    readonly name: string;
    readonly band: Band;
    readonly twin: readonly (number | null)[];
  }[];
}

/** Something that happened in one replication, as the report draws it; see `engine/record/timeline`. */
export interface TimelineEntry {
  readonly time: number;
  readonly what: string;
  readonly id: string;
  readonly of: readonly string[];
  readonly cause?: string;
  readonly believedEnd?: number | null;
  readonly drawn?: Readonly<Record<string, number>>;
}

/**
 * Sailings of one leg (between neighbouring sites or gates of the routes), a day, before, during and after.
 */
export interface LegTraffic {
  /** Names of both ends: site ids; a passage stands for both of its sides. */
  readonly from: string;
  readonly to: string;
  readonly perDay: { readonly before: number; readonly during: number; readonly after: number };
}

/** Where a leg runs, for the map: [longitude, latitude] points, split at the antimeridian. */
export interface LegLine {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** What one variant has of something. */
export interface VariantRows<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** All that the report draws beside the summary. */
export interface Figures {
  readonly curves: readonly Curve[];
  /** Per variant, of the replication that the report tells: number `replication`. */
  readonly timelines: readonly {
    readonly name: string;
    readonly replication: number;
    readonly entries: readonly TimelineEntry[];
  }[];
  readonly traffic: readonly { readonly name: string; readonly legs: readonly LegTraffic[] }[];
  /** By variant: who waited where waits are recorded, and how long. */
  readonly waits: readonly { readonly name: string; readonly classes: readonly ClassWaits[] }[];
  /** How busy the places were that the scenario asks about. */
  readonly places: readonly VariantRows<PlaceUse>[];
  /** What the cost of all flows is made of, where the scenario asks for it. */
  readonly costs: readonly VariantRows<CostShare>[];
  /** Which way voyages went, by flow, and how much further and later that was. */
  readonly ways: readonly VariantRows<FlowWays>[];
  readonly lines: readonly LegLine[];
  /** How soon times of the whole run came, for measures of times that may not come. */
  readonly survivals: readonly SurvivalCurve[];
  /** What the spread of measures goes with: whole-run measures, by variant. */
  readonly explained: readonly ExplainedSpread[];
  /** Whether the undisturbed baseline had settled by the end of the warm-up, by what the curves show. */
  readonly warmUps: readonly WarmUpCheck[];
  /** Sites to mark on the map. */
  readonly sites: readonly {
    readonly id: string;
    readonly type: string;
    readonly at: readonly [number, number];
  }[];
}
