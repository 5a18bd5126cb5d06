import { constantly, count, distribution, either, fallback, listOf, optional, per } from "#base/field";
import { timeOfDay } from "#base/field";
import type { DistributionValue, FieldsOf, Per } from "#base/field";
import { utcOffset, utcOffsetProblem } from "#base/local-clock";
import type { AdmissionContext, AdmissionKind } from "#domain/passage/admission-kind";
import { Convoys } from "#domain/passage/convoys";
import type { ConvoyRule } from "#domain/passage/convoys";
import { Timetable } from "#domain/passage/timetable";

/** What users write for convoys. */
export interface ConvoyValues {
  readonly departures: Per<number | readonly number[]>;
  readonly "cut-off": DistributionValue;
  readonly every: DistributionValue;
  readonly size: number | undefined;
  readonly "utc-offset": number;
}

const fields: FieldsOf<ConvoyValues> = {
  departures: {
    ...per<number | readonly number[]>(
      either<number | readonly number[]>(
        [timeOfDay("Once a day."), listOf(timeOfDay("One of several."), "Several times a day.")],
        "A time of day, or several.",
      ),
      "direction",
      "When the first vessel of each convoy enters, every day: a time of day, such as `04:00`, or several; " +
        "for all, or by direction: the link of arrival, or `northbound` and the like.",
    ),
    example: "04:00",
  },
  "cut-off": fallback(
    distribution(
      "duration",
      "How long before the departure a vessel must have come; who comes at that very instant or later goes " +
        "with the next. 0 when left out.",
    ),
    constantly(0),
  ),
  every: fallback(
    distribution("duration", "From one vessel of a convoy to the next; all enter at once when left out."),
    constantly(0),
  ),
  size: optional(
    count(
      "The most vessels in a convoy; when left out all who have come, until the next one departs.",
      1,
      1_000_000,
    ),
  ),
  "utc-offset": utcOffset,
};

/** Convoys that depart at times of day, with those who have come by the cut-off; see `Convoys`. */
export const convoy: AdmissionKind = {
  kind: "convoy",
  summary: "Convoys that depart at times of day, by direction, with those who have come in time.",
  example: "{ kind: convoy, departures: [04:00, 16:00], cut-off: 2 h, every: 10 min, size: 40 }",
  fields,
  problem(values) {
    const { departures, "utc-offset": offset } = values as unknown as ConvoyValues; // by its fields
    const all = [departures.all, ...Object.values(departures.by)].map(timesOf);
    if (all.every((times) => times.length === 0)) return "it never departs; write departures such as 04:00";
    return utcOffsetProblem(offset);
  },
  create(values, context) {
    const ruleOf = rulesOf(values as unknown as ConvoyValues, context); // normalised by these very fields
    return {
      ratePerDay: (_, direction) => ruleOf(direction)?.placesPerDay ?? 0,
      changes: [],
      admission(line, direction) {
        const known = ruleOf(direction);
        return known === undefined ? nobody : new Convoys(known.rule, line, context.start);
      },
    };
  },
};

/** Of a direction from which nobody comes: a link that only leads away has no departures. */
const nobody = {
  admitsAtOnce: () => false,
  next: () => Infinity,
  admit() {},
  scale() {},
};

/** The rule of a direction, and what it lets in when nothing acts: every decision asks for that. */
interface KnownRule {
  readonly rule: ConvoyRule;
  readonly placesPerDay: number;
}

function rulesOf(
  { departures, "cut-off": cutOff, every, size = Infinity, "utc-offset": utcOffsetMs }: ConvoyValues,
  { draw }: AdmissionContext,
): (direction: string) => KnownRule | undefined {
  const everyMs = Math.max(0, Math.round(draw(every, "every")));
  const cutOffMs = Math.max(0, Math.round(draw(cutOff, "cut-off")));
  const rules = new Map<string, KnownRule | undefined>();
  const made = (direction: string): KnownRule | undefined => {
    const times = timesOf(departures.by[direction] ?? departures.all);
    if (times.length === 0) return undefined;
    const rule = { timetable: new Timetable(times, utcOffsetMs), cutOffMs, everyMs, size };
    return { rule, placesPerDay: placesPerDay(rule) };
  };
  return (direction) => {
    if (!rules.has(direction)) rules.set(direction, made(direction));
    return rules.get(direction);
  };
}

function timesOf(departures: number | readonly number[] | undefined): readonly number[] {
  if (departures === undefined) return [];
  return typeof departures === "number" ? [departures] : departures;
}

/** Infinity where a convoy takes everybody at once. */
function placesPerDay({ timetable, everyMs, size }: ConvoyRule): number {
  const before = (gap: number): number => (everyMs === 0 ? Infinity : Math.ceil(gap / everyMs));
  return timetable.gaps.reduce((sum, gap) => sum + Math.min(size, before(gap)), 0);
}
