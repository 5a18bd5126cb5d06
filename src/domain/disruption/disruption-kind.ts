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
import type { Track } from "#base/elementary";
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
  /** Where what it took still comes back, it is back at once: another effect strikes its elements now. */
  yield?(): void;
}

/** What an element is. */
export type ElementType = "station" | "passage" | "link" | "flow";

/** What every disruption says, whatever it does. When it acts is common to all kinds. */
interface AnyDisruptionKind extends Kind {
  /** Says what is wrong with its values on an element of this type, and what would be right; or undefined. */
  problem?(values: KindValue, of: ElementType): string | undefined;
  /** Says what is doubtful about values that can be run, and what was probably meant; or undefined. */
  doubt?(values: KindValue): string | undefined;
}

/** A disruption that does one thing to all its elements. */
export interface EffectKind extends AnyDisruptionKind {
  /**
   * Of a kind whose elements fail each by itself: how long they live, and how long a repair takes. It needs
   * no other start nor end.
   */
  lifetime?(values: KindValue): Lifetime;
  create(values: KindValue, context: EffectContext): Effect;
}

/** A disruption that strikes some of its elements, each as a disruption of another kind would. */
export interface StrikingKind extends AnyDisruptionKind {
  /** True when it says itself how long it lasts, without an end or a duration. */
  readonly endsItself?: true;
  /** What it may do to those whom it strikes: values of kinds of effect. */
  effects(values: KindValue): readonly KindValue[];
  /**
   * Of one that may be somewhere: whether it reaches an element, undefined where nobody knows where that is.
   * Without it places do not matter.
   */
  reaches?(values: KindValue, at: Track | undefined): boolean;
  createStrikes(values: KindValue, context: StrikeContext): Strikes;
}

/** One disruption of the language. */
export type DisruptionKind = EffectKind | StrikingKind;

/** What a striking kind needs to choose whom it strikes. */
export interface StrikeContext {
  /** The elements that it may strike, in order of id. */
  readonly targets: readonly StrikeTarget[];
  /** Makes ready what one of `effects` does to one element. */
  readonly effectOn: (value: KindValue, target: StrikeTarget) => Effect;
}

/** An element that may be struck. */
export interface StrikeTarget {
  readonly element: number;
  readonly id: string;
  /** Where it is: a point, or the way of a link; undefined where nobody wrote it. */
  readonly at: Track | undefined;
}

/** What befalls some elements in one occurrence. */
export interface Strike {
  /** Their numbers. */
  readonly targets: readonly number[];
  readonly effect: Effect;
  /** How long after the start of the disruption, ms; absent: at its start. */
  readonly afterMs?: number;
  /** How long, ms; absent: until the disruption ends. */
  readonly forMs?: number;
}

/** Chance, for one occurrence: draws that are told, and shares between 0 and 1 that are not. */
export interface OccurrenceChance {
  readonly draw: WorldDraw;
  readonly uniform: (name: string) => number;
}

/** What a disruption does each time. */
export interface Strikes {
  /** As at the start of a run: nothing acts. */
  reset(): void;
  /** Whom one occurrence strikes, as chance has it. */
  strike(chance: OccurrenceChance): readonly Strike[];
}
