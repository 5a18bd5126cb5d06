import type { LimitsSpec } from "#domain/passage/passage-fields";
import type { Schedule } from "#base/field";
import { stepsOf, valueAt } from "#domain/world/steps";

/** What of a class limits go by: its id, its draft in metres (0 when unknown) and its flag. */
export interface LimitedClass {
  readonly id: string;
  readonly draft: number | undefined;
  readonly flag: string | undefined;
}

/** A limit that keeps a class out of a passage. */
export interface Bar {
  readonly limit: keyof LimitsSpec;
  /** What the class has, and what the limit lets pass, for people: `a draft of 15 m`, `12.5 m`. */
  readonly has: string;
  readonly passes: string;
}

/** The limits that keep a class out of a passage at an instant (ms); none: it may pass. */
export function barsOf(limits: LimitsSpec | undefined, of: LimitedClass, time: number): readonly Bar[] {
  const now = <T>(schedule: Schedule<T> | undefined): T | undefined =>
    schedule && valueAt(stepsOf(schedule), time);
  const { draft = 0, flag } = of;
  const [deepest, classes, flags] = [now(limits?.draft), now(limits?.classes), now(limits?.flags)];
  const bars: Bar[] = [];
  if (deepest !== undefined && draft > deepest)
    bars.push({ limit: "draft", has: `a draft of ${draft} m`, passes: `${deepest} m` });
  if (classes !== undefined && !classes.includes(of.id))
    bars.push({ limit: "classes", has: `the class ${of.id}`, passes: listOf(classes) });
  if (flags !== undefined && flag !== undefined && !flags.includes(flag))
    bars.push({ limit: "flags", has: `the flag ${flag}`, passes: listOf(flags) });
  return bars;
}

/** The instants (ms) at which any limit has a step, in order. */
export function limitDatesOf(limits: LimitsSpec | undefined): readonly number[] {
  const all = [limits?.draft, limits?.classes, limits?.flags].flatMap((of) =>
    of ? stepsOf<unknown>(of) : [],
  );
  return [...new Set(all.map(({ from }) => from))].sort((a, b) => a - b);
}

const listOf = (names: readonly string[]): string => (names.length === 0 ? "nobody" : names.join(", "));
