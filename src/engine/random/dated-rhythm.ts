import type { WeeklyRhythm } from "#engine/random/weekly-rhythm";

/** A factor that holds from an instant on, ms since the epoch. */
export interface DatedFactor {
  readonly from: number;
  readonly factor: number;
}

/** A stretch of time with one dated factor. */
interface Stretch extends DatedFactor {
  /** Weighted ms of the week alone, at its beginning. */
  readonly ofWeek: number;
  /** Weighted ms of week and dates together, from the start to its beginning. */
  readonly before: number;
}

/** A weekly rhythm times factors by date, as its integral from a start on, and the inverse of that. */
export class DatedRhythm {
  readonly #week: WeeklyRhythm;
  readonly #stretches: readonly Stretch[];
  #asked = 0;

  /** `steps` in order of time, 1 before the first; those before `start` count from `start` on. */
  constructor(week: WeeklyRhythm, steps: readonly DatedFactor[], start: number) {
    this.#week = week;
    const first = { from: start, factor: steps.findLast(({ from }) => from <= start)?.factor ?? 1 };
    const stretches: Stretch[] = [];
    for (const { from, factor } of [first, ...steps.filter((step) => step.from > start)]) {
      const ofWeek = week.weighedAt(from);
      const last = stretches.at(-1);
      const before = last === undefined ? 0 : last.before + (ofWeek - last.ofWeek) * last.factor;
      stretches.push({ from, factor, ofWeek, before });
    }
    this.#stretches = stretches;
  }

  /** Weighted ms from the start to `time`, which is not before it. */
  weighedAt(time: number): number {
    const found = this.#stretches.findLast(({ from }) => from <= time);
    const { before, factor, ofWeek } = found as Stretch; // the first begins at the start
    return before + (this.#week.weighedAt(time) - ofWeek) * factor;
  }

  /** When so many weighted ms have come; Infinity when they never do. Asked for in order, never for fewer. */
  instantAt(weighed: number): number {
    while ((this.#stretches[this.#asked + 1]?.before ?? Infinity) <= weighed) this.#asked += 1;
    const { before, factor, ofWeek } = this.#stretches[this.#asked] as Stretch; // the last one at most
    return factor === 0 ? Infinity : this.#week.instantAt(ofWeek + (weighed - before) / factor);
  }
}

/** Two schedules of factors multiplied; each has `before` until its first. */
export function productOf(
  one: { readonly steps: readonly DatedFactor[]; readonly before: number },
  other: { readonly steps: readonly DatedFactor[]; readonly before: number },
): readonly DatedFactor[] {
  const at = ({ steps, before }: typeof one, time: number): number =>
    steps.findLast(({ from }) => from <= time)?.factor ?? before;
  const dates = new Set([...one.steps, ...other.steps].map(({ from }) => from));
  return [...dates].sort((a, b) => a - b).map((from) => ({ from, factor: at(one, from) * at(other, from) }));
}
