import type { DistributionValue, FieldsOf, KindValue, Moment, Schedule } from "#base/field";
import {
  distribution,
  either,
  fallback,
  flag,
  moment,
  optional,
  schedule,
  selector,
  text,
  word,
} from "#base/field";
import type { Kind } from "#base/kind";
import type { EventBook } from "#domain/disruption/event-book";
import type { Lifetime } from "#domain/disruption/lifetimes";
import { onsetFields } from "#domain/disruption/onset-fields";
import type { OnsetValues } from "#domain/disruption/onset-fields";
import type { Bans } from "#domain/traffic/bans";
import type { Fleet } from "#domain/traffic/fleet";
import type { Elements } from "#domain/world/elements";
import type { WorldDraw } from "#domain/world/world-draw";
import type { Simulation } from "#engine/kernel/simulation";
import type { Preference } from "#engine/station/station-client";

/**
 * What deciders believe about an end. A believed end is a moment, or `none`: no date, which reads as any
 * moment.
 */
export type Foresight = "exact" | "none" | Schedule<Moment | "none">;

/** What every disruption has beside the fields of its kind. */
export interface DisruptionValues extends OnsetValues {
  readonly of: readonly string[];
  readonly end: Moment | undefined;
  readonly duration: DistributionValue | undefined;
  readonly background: boolean;
  readonly cause: string | undefined;
  readonly foresight: Foresight;
}

/** The fields that all kinds of disruptions share. */
export const disruptionFields: FieldsOf<DisruptionValues> = {
  of: selector(
    "element",
    "What goes wrong: stations, passages and links; a site alone means all its stations.",
  ),
  ...onsetFields,
  end: optional(moment("When it ends; neither `end` nor `duration`: it lasts to the end of the run.")),
  duration: optional(distribution("duration", "How long it lasts, instead of `end`.")),
  background: fallback(flag("True: it stays in the twin (chronic failures, seasonal closures)."), false),
  cause: optional(text("A word for the report: strike, cyber, storm ...")),
  foresight: fallback(
    either<Foresight>(
      [
        word<"exact" | "none">(
          ["exact", "none"],
          "`exact`: the true end is announced at the start. `none`: no date, as any moment.",
        ),
        schedule<Moment | "none">(
          either<Moment | "none">(
            [
              word<"none">(["none"], "No date: any moment."),
              moment("The end that is believed from then on."),
            ],
            "A believed end.",
          ),
          "What is announced, and when.",
        ),
      ],
      "What deciders believe about the end: `exact` when left out, `none`, or a schedule of believed ends.",
    ),
    "exact",
  ),
};

/** What a kind needs to act. */
export interface EffectContext {
  readonly id: string;
  readonly simulation: Simulation;
  readonly elements: Elements;
  /** Who acts, for `Elements`. */
  readonly owner: number;
  /** The numbers of the elements it acts on. */
  readonly targets: readonly number[];
  /** When events happen: for what is scheduled at them. */
  readonly events: EventBook;
  /** Tells the board at which factor the targets work, all alike or one by one (1: normal again). */
  readonly announceFactor: (factor: number | readonly number[]) => void;
  /** Tells the board whom it lets in no more, once its closure is announced. */
  readonly announceWhom: (whom: Preference) => void;
  readonly bans: Bans;
  readonly fleet: Fleet;
}

/** What one disruption does when its time comes. */
export interface Effect {
  /** True when nobody, or not everybody, is let in while it acts: an end is announced and believed. */
  readonly closes: boolean;
  /** Of what closes to some only: whom it does not let in now. */
  whom?(): Preference;
  /** How long what it took needs to come back after its end, ms; at once when absent. */
  readonly recoveryMs?: number;
  /** As at the start of a run: nothing acts. */
  reset(): void;
  /** Takes the draws of one occurrence, just before it starts. */
  draw(draw: WorldDraw): void;
  start(): void;
  end(): void;
}

/** What an element is. */
export type ElementType = "station" | "passage" | "link" | "flow";

/** One disruption of the language. When it acts is common to all kinds; what it does is the kind's. */
export interface DisruptionKind extends Kind {
  /** Says what is wrong with its values on an element of this type, and what would be right; or undefined. */
  problem?(values: KindValue, of: ElementType): string | undefined;
  /**
   * Of a kind whose elements fail each by itself: how long they live, and how long a repair takes. It needs
   * no other start nor end.
   */
  lifetime?(values: KindValue): Lifetime;
  create(values: KindValue, context: EffectContext): Effect;
}
