import { dayMs, printInstant } from "#base/time";
import type { ToldStory } from "#shells/cli/story-text";
import { isAsWritten } from "#shells/cli/story-text";

/** A story as one JSON document: instants in ISO 8601, times in days. */
export function storyDocument(told: ToldStory): object {
  const { result, variant, replication, why, story } = told;
  const { moments, fates, unrouted, delay, readings } = story;
  return {
    scenario: result.summary.scenario,
    title: result.summary.title,
    seed: result.summary.seed,
    variant,
    replication,
    medianBy: why === undefined ? null : { measure: why.measure, of: why.of, among: why.among },
    asWritten: isAsWritten(told),
    timeline: moments.map(({ time, believedEnd, recoveredAt, queue, rate, ...moment }) => ({
      time: printInstant(time),
      ...moment,
      ...(believedEnd === undefined ? {} : { believedEnd: instant(believedEnd) }),
      ...(recoveredAt === undefined ? {} : { recoveredAt: instant(recoveredAt) }),
      ...(queue === undefined ? {} : { queue: stretch(queue) }),
      ...(rate === undefined ? {} : { rate: stretch(rate) }),
    })),
    voyages: fates,
    withoutLegalRoute: unrouted.map(({ rules, ...one }) => ({ ...one, rules: rules === "" ? null : rules })),
    delay: {
      voyages: delay.voyages,
      totalDays: delay.totalMs / dayMs,
      causes: delay.causes.map(({ ms, ...cause }) => ({ ...cause, days: ms / dayMs })),
    },
    measures: readings.map(({ row, unit, reading }) => ({
      measure: row.kind,
      of: row.of,
      ...(row.at === undefined ? {} : { at: printInstant(row.at) }),
      ...(row.from === undefined ? {} : { from: printInstant(row.from) }),
      ...(row.until === undefined ? {} : { until: printInstant(row.until) }),
      status: reading.status,
      value: "value" in reading ? reading.value : null,
      unit,
    })),
  };
}

const instant = (time: number | null): string | null =>
  time === null ? null : printInstant(Math.round(time));

/** A stretch from its moment on: the instant is that of the moment. */
const stretch = <Stretch extends { readonly from: number; readonly until: number }>({
  from: _,
  until,
  ...rest
}: Stretch): object => ({ until: instant(until), ...rest });
