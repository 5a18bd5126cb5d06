import type { Instant, Schedule } from "#base/field";
import type { DisruptionValues } from "#domain/disruption/disruption-kind";
import type { EventInstant } from "#domain/disruption/event-book";
import { onsetEvents } from "#domain/disruption/onsets";

/** Whether a disruption may act more than once. */
export function recurs({ start, occurs, after, when }: DisruptionValues): boolean {
  const isOnce = (start && !("event" in start)) || (occurs && "within" in occurs);
  return isOnce !== true && (start ?? occurs ?? after ?? when) !== undefined;
}

/** The events that the instants of a disruption are tied to. */
export function eventsOf(values: DisruptionValues): readonly EventInstant[] {
  const { end, foresight } = values;
  const believed = typeof foresight === "string" ? [] : foresight.steps.map(({ value }) => value);
  const moments = [end, ...believed, ...stepsIn(values)];
  const tied = moments.flatMap((one) => (one && one !== "none" && "event" in one ? [one] : []));
  return [...onsetEvents(values), ...tied];
}

/** The instants of all schedules of a disruption: those of its kind too, and of what it does as another. */
function stepsIn(values: object): readonly Instant[] {
  return Object.values(values).flatMap((value: unknown) => {
    if (typeof value !== "object" || value === null) return [];
    if (!("steps" in value)) return stepsIn(value);
    return (value as Schedule<unknown>).steps.map(({ from }) => from); // by its shape
  });
}
