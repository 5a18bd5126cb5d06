import type { Cost, KindValue } from "#base/field";
import type { CommoditySpec } from "#domain/cargo/commodity-fields";
import type { StationSpec } from "#domain/facility/station-fields";
import type { TransitSpec } from "#domain/passage/passage-fields";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import type { TransferSpec } from "#domain/traffic/transfer-fields";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import type { LinkSpec, SiteSpec } from "#domain/world/site-fields";

/** A map from ids to things. Its iteration order is the order of ids. */
export type ById<T> = Readonly<Record<string, T>>;

/** A site with what the rooms above `world` add to it. */
export interface ResolvedSite extends SiteSpec {
  readonly stations: ById<StationSpec>;
  /** Names of this site's stations that a calling vessel passes, in order; a lone station when left out. */
  readonly "vessel-path": readonly string[];
  /**
   * Names of this site's stations that what a vessel carries passes after it was released, in order; often
   * none.
   */
  readonly "cargo-path": readonly string[];
  readonly transit: TransitSpec | undefined;
  /** How voyages change vessels there; they do not where it is undefined. */
  readonly transfer: TransferSpec | undefined;
}

/** The span of a run, ms since the epoch; `warmUp` is a duration in ms. */
export interface ResolvedTime {
  readonly start: number;
  readonly end: number;
  readonly warmUp: number;
}

/** A curve of performance. Durations in ms. */
export interface ResolvedPerformance {
  readonly of: readonly string[];
  readonly window: number;
  readonly recoveredAt: number;
  readonly heldFor: number;
}

/** One row under `measures`. */
export interface ResolvedMeasure {
  readonly kind: string;
  readonly of: string;
  readonly at: number | undefined;
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly by: "arrival" | "completion";
}

/**
 * The statistics of thresholds beside percentiles. `cvar` is the mean of the worst 5 % of replications;
 * `censored` the share of those in which a time had not come by the end, `unaffected` of those in which it
 * never began.
 */
export const statisticWords = ["mean", "median", "cvar", "censored", "unaffected"] as const;

/** A statistic of a threshold. */
export type Statistic = (typeof statisticWords)[number] | `p${number}`;

/** One check under `thresholds`. */
export interface ResolvedThreshold {
  readonly measure: string;
  readonly of: string;
  /** A variant, or `all`: each by itself, with `versus` without the baseline. */
  readonly variant: string;
  readonly statistic: Statistic;
  /** With it, the statistic is of the differences variant minus baseline, replication by replication. */
  readonly versus?: "baseline";
  /** In the unit that the measure is printed in: times in days, money in US dollars, shares 0 to 1. */
  readonly atMost: number | undefined;
  readonly atLeast: number | undefined;
}

/**
 * When a scenario has been run often enough: as soon as the interval of this measure is narrow enough in each
 * variant. Asked at every whole block of replications, so that where it stops rests on the draws alone.
 */
export interface ResolvedPrecision {
  readonly measure: string;
  readonly of: string;
  /** Half of the 95 % interval: a share of the estimate if `relative`, else in the unit that is printed. */
  readonly halfWidth: number;
  readonly relative: boolean;
}

/** Where a value comes from, and how sure it is. The key is the path of the value. */
export interface ResolvedSource {
  readonly source: string;
  readonly grade: "measured" | "published" | "assumed" | "calibrated";
}

/**
 * One scenario of one variant with every default filled in, every unit turned into base units, every selector
 * replaced by ids: plain JSON, the only thing that a world is built from, and what is saved with a result.
 */
export interface Resolved {
  readonly breakwater: 1;
  readonly title: string;
  readonly question: string | undefined;
  readonly notes: string | undefined;
  readonly time: ResolvedTime;
  readonly seed: string;
  /** How many, or how many at most where `precision` may end them sooner. */
  readonly replications: number;
  readonly precision?: ResolvedPrecision;
  readonly network: {
    /**
     * The shipped data set, or undefined. Its ports that the scenario uses, and its passages that some
     * variant names, stand in `sites`.
     */
    readonly use: string | undefined;
    readonly sites: ById<ResolvedSite>;
    readonly links: ById<LinkSpec>;
  };
  readonly vessels: ById<VesselSpec>;
  readonly commodities: ById<CommoditySpec>;
  readonly flows: ById<FlowSpec>;
  readonly disruptions: ById<KindValue>;
  readonly policies: ById<KindValue>;
  readonly performance: ResolvedPerformance | undefined;
  readonly measures: readonly ResolvedMeasure[];
  readonly thresholds: ById<ResolvedThreshold>;
  readonly sources: ById<ResolvedSource>;
  /**
   * In which unit the amounts at these paths are counted (`vessels.box-ship.capacity`: `TEU`): words for
   * people, outside every digest.
   */
  readonly amountUnits?: ById<string>;
}

/** A variant under comparison: what it is, and the whole scenario with its patch applied. */
export interface ResolvedVariant {
  /**
   * `baseline` for the scenario without a patch; it comes first, the others in file order, then those that
   * `cross` makes (`low+day`), its last list changing fastest.
   */
  readonly name: string;
  readonly summary: string | undefined;
  readonly pillar: "prevent" | "protect" | "recover" | undefined;
  readonly cost: Cost;
  /**
   * The variants that it is put together of, two or more, with nothing of its own, so that it tells how they
   * act together: one of each list of `cross`, or what it `extends`. Absent for all others, and where two of
   * them build on one variant.
   */
  readonly of?: readonly string[];
  readonly scenario: Resolved;
}

/** All that a run needs: the scenario's id (its folder's or file's name) and its variants, baseline first. */
export interface Study {
  readonly id: string;
  readonly variants: readonly ResolvedVariant[];
  /** The lists of `cross` as they are written, each a factor and its levels; absent where nothing is. */
  readonly cross?: readonly (readonly string[])[];
  /**
   * What people call the sites that the data set brings, by id: words only, outside every digest. A site
   * without one goes by its id.
   */
  readonly names?: ById<string>;
}
