import {
  distribution,
  either,
  fallback,
  instant,
  kindOf,
  listOf,
  moment,
  optional,
  quantity,
  record,
  share,
} from "#base/field";
import type { DistributionValue, FieldsOf, Instant, KindValue, Moment } from "#base/field";
import type { ConditionValues } from "#domain/world/gauge-kind";
import { condition } from "#domain/world/gauge-kinds";

/** Once, with a probability, at an instant between two: all instants alike. ms since the epoch. */
export interface WithinValues {
  readonly within: readonly number[];
  readonly probability: number;
}

/** After an event, each time that it comes: with a probability, and a delay (ms). */
export interface AfterValues {
  readonly event: Instant;
  readonly delay: DistributionValue;
  readonly probability: number;
}

/** When a disruption starts. Exactly one is written; the others are undefined. */
export interface OnsetValues {
  readonly start: Moment | undefined;
  /** Once within a span, or a process of occurrences. */
  readonly occurs: WithinValues | KindValue | undefined;
  readonly after: AfterValues | undefined;
  readonly when: ConditionValues | undefined;
}

const withinFields: FieldsOf<WithinValues> = {
  within: listOf(
    quantity("instant", "An instant.", "any"),
    "The first and the last instant at which it may start, all between them alike.",
  ),
  probability: fallback(share("How likely it is to come at all; 1 when left out."), 1),
};

const afterFields: FieldsOf<AfterValues> = {
  event: instant("The event, such as `storm.end`: each time that it comes."),
  delay: fallback(distribution("duration", "From the event to the start; 0 when left out."), {
    kind: "constant",
    value: 0,
  }),
  probability: fallback(share("How likely it is to follow, each time; 1 when left out."), 1),
};

/** What users write of when a disruption starts: one of these keys. */
export const onsetFields: FieldsOf<OnsetValues> = {
  start: moment("When it starts; or write `occurs`, `after` or `when`."),
  occurs: optional(
    either<WithinValues | KindValue>(
      [
        record(withinFields, "Once, at an instant between two, with a probability."),
        kindOf("arrival", "Again and again, from the end of the warm-up on."),
      ],
      "By chance: `{ within: [60 d, 90 d], probability: 0.3 }` once, or a process such as " +
        "`{ kind: poisson, rate: 2 /y }`, each time for its `duration`. One that comes while it still acts " +
        "changes nothing.",
    ),
  ),
  after: optional(record(afterFields, "Each time that an event comes, with a probability and a delay.")),
  when: optional(condition("Each time that a condition comes true, from the end of the warm-up on.")),
};
