import { constantly, distribution, fallback, optional, selector } from "#base/field";
import type { DistributionValue, Field, FieldsOf, KindValue } from "#base/field";
import type { Kind } from "#base/kind";
import type { Elements } from "#domain/world/elements";
import type { Simulation } from "#engine/kernel/simulation";
import type { Counts } from "#engine/record/counts";

/** A gauge that stays on one side of a line for some time: what all kinds of gauges have. */
export interface ConditionValues {
  readonly gauge: string;
  readonly of: readonly string[];
  readonly "at-most": number | undefined;
  readonly "at-least": number | undefined;
  /** ms. */
  readonly for: DistributionValue;
}

/** The fields that all kinds of gauges share. */
export const conditionFields: FieldsOf<Pick<ConditionValues, "of" | "for">> = {
  of: selector("station", "Where: one or more stations or passages, taken together."),
  for: fallback(
    distribution(
      "duration",
      "How long it must hold without a break, drawn once a replication; 0 when left out.",
    ),
    constantly(0),
  ),
};

/** The two lines of a gauge, in its own unit; `line` makes a field from what it means. */
export function linesOf(
  line: (doc: string) => Field<number>,
): FieldsOf<Pick<ConditionValues, "at-most" | "at-least">> {
  return {
    "at-most": optional(line("It holds while the gauge is at or below this.")),
    "at-least": optional(line("It holds while the gauge is at or above this.")),
  };
}

/** What gauges are read from. */
export interface GaugeRooms {
  readonly simulation: Simulation;
  readonly elements: Elements;
  readonly counts: Counts;
}

/** One gauge at work. */
export interface Gauge {
  /** As at the start of a run, when the clock stands there. */
  reset(): void;
  /** What it shows now; NaN where nothing is known yet. */
  value(): number;
  /** Calls `look` whenever it may have changed. */
  watch(look: () => void): void;
}

/** One gauge of the language: live state that a rule may watch, never the twin, nor what was before. */
export interface GaugeKind extends Kind {
  /** Whether it can be read of a passage, which has no servers. True when left out. */
  readonly ofPassages?: boolean;
  /** Says what is wrong with its values on an element of a type: the same for all kinds, by their family. */
  problem?(values: KindValue, of: string | undefined): string | undefined;
  /** The counts that it hears, which are then recorded. None when left out. */
  counts?(values: ConditionValues): readonly string[];
  /** `elements` are the numbers of those it is of. `name` tells whose it is: for failures. */
  open(values: ConditionValues, rooms: GaugeRooms, elements: readonly number[], name: string): Gauge;
}
