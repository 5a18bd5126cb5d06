import type { Cost, FieldsOf, KindValue } from "#base/field";
import { cost, optional } from "#base/field";
import type { Kind } from "#base/kind";
import type { Facilities } from "#domain/facility/facilities";
import type { Passages } from "#domain/passage/passages";
import type { Board } from "#domain/news/board";
import type { Decisions } from "#domain/traffic/decisions";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Outlook } from "#domain/traffic/outlook";
import type { Ports } from "#domain/traffic/ports";
import type { Vessels } from "#domain/traffic/vessels";
import type { Elements } from "#domain/world/elements";
import type { WorldDraw } from "#domain/world/world-draw";
import type { Simulation } from "#engine/kernel/simulation";
import type { Marks } from "#engine/random/mark";
import type { Counts } from "#engine/record/counts";
import type { Stations } from "#engine/station/stations";

/** What every policy has beside the fields of its kind. */
export interface PolicyValues {
  readonly cost: Cost | undefined;
}

/** The fields that all kinds of policies share. */
export const policyFields: FieldsOf<PolicyValues> = {
  cost: optional(cost("What it costs: once, and a day while it acts.")),
};

/** What a policy may see and do. It reads the board and gauges; no disruption is in reach. */
export interface PolicyContext {
  readonly id: string;
  /** Who acts, for `Elements`. */
  readonly owner: number;
  readonly simulation: Simulation;
  readonly elements: Elements;
  readonly board: Board;
  /** What gauges hear of. */
  readonly counts: Counts;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly passages: Passages;
  readonly flows: readonly FlowPlan[];
  readonly vessels: Vessels;
  readonly decisions: Decisions;
  readonly ports: Ports;
  readonly outlook: Outlook;
  readonly marks: Marks;
  /** Numbers of vessel classes by id. */
  readonly classNumbers: ReadonlyMap<string, number>;
  /** Passage numbers by site id, `suez`. */
  readonly passageNumbers: ReadonlyMap<string, number>;
  /** The node of a site that begins or ends routes. */
  nodeOf(site: string): number;
  /** The policy begins or stops acting: for its daily cost and the timeline. */
  acts(isActing: boolean): void;
}

/** One policy at work in a world. */
export interface Policy {
  /** Before each replication, when the clock stands at the start. */
  reset(draw: WorldDraw): void;
}

/** Ports, and those where their vessels may call instead. */
export interface Alternates {
  readonly of: readonly string[];
  readonly to: readonly string[];
}

/** One policy of the language. */
export interface PolicyKind extends Kind {
  /**
   * True when it acts from the start of a run to its end, so that it has no `start` and no `end` that
   * anything could be tied to. False when left out.
   */
  readonly standing?: boolean;
  /** Says what is wrong with its values taken together, and what would be right; or undefined. */
  problem?(values: KindValue): string | undefined;
  /** Says what is doubtful about values that can be run, and what was probably meant; or undefined. */
  doubt?(values: KindValue): string | undefined;
  /**
   * True when it changes nothing in a world in which nothing goes wrong, whatever happens there: worlds that
   * differ only in such policies run alike. False when left out.
   */
  isIdleInPeace?(values: KindValue): boolean;
  /**
   * At which ports (`to`) the vessels bound for some others (`of`) may call instead of them; absent: it moves
   * nobody to another port.
   */
  alternates?(values: KindValue): Alternates;
  create(values: KindValue, context: PolicyContext): Policy;
}
