import { assert } from "#base/assert";
import { dayMs } from "#base/time";

const weekMs = 7 * dayMs;
/** 1970-01-05, the first Monday since the epoch. */
const mondayMs = 4 * dayMs;

/** A part of a day in which a station is open: ms since its midnight, beyond 24 h into the next day. */
interface OpenSpan {
  readonly from: number;
  readonly until: number;
}

/**
 * When a station is open, week by week: at `from` of a span it is open, at `until` it is not. Instants are
 * computed from the number of the week, never accumulated; a clock that is set ahead in summer is not known.
 */
export class OpeningCalendar {
  /** Open parts of a week, ms since Monday's midnight, in order, none touching the next. */
  readonly #spans: readonly OpenSpan[];
  /** ms since Monday's midnight at which it opens or closes, in order. */
  readonly #changes: readonly number[];
  readonly #offsetMs: number;
  /** The share of the week in which it is open. */
  readonly openShare: number;

  /** Spans of seven days from Monday on, undefined where it is closed, by a clock `offsetMs` ahead of UTC. */
  constructor(days: readonly (OpenSpan | undefined)[], offsetMs: number) {
    assert(days.length === 7, "a week has seven days");
    this.#offsetMs = offsetMs;
    this.#spans = joined(days.flatMap((span, day) => (span ? inWeek(day * dayMs, span) : [])));
    this.openShare = this.#spans.reduce((sum, { from, until }) => sum + until - from, 0) / weekMs;
    const opens = this.#spans.map(({ from }) => from);
    const closes = this.#spans.map(({ until }) => until % weekMs);
    const isChange = (at: number): boolean => opens.includes(at) !== closes.includes(at);
    this.#changes = [...opens, ...closes].filter(isChange).sort((a, b) => a - b);
  }

  /** Whether it is open at an instant, ms. */
  isOpen(time: number): boolean {
    const rest = time - this.#weekOf(time);
    return this.#spans.some(({ from, until }) => from <= rest && rest < until);
  }

  /** The first instant after `time` at which it opens or closes; Infinity: it never does. */
  nextChange(time: number): number {
    const week = this.#weekOf(time);
    const [first = Infinity] = this.#changes;
    const next = this.#changes.find((change) => week + change > time);
    return week + (next ?? weekMs + first);
  }

  /** The Monday's midnight before an instant. */
  #weekOf(time: number): number {
    const local = time + this.#offsetMs - mondayMs;
    return time - (local - Math.floor(local / weekMs) * weekMs);
  }
}

/** A span of a day as parts of the week: what goes beyond Sunday is early on Monday. */
function inWeek(day: number, { from, until }: OpenSpan): OpenSpan[] {
  const [begin, end] = [day + from, day + until];
  if (end <= weekMs) return [{ from: begin, until: end }];
  return [
    { from: begin, until: weekMs },
    { from: 0, until: end - weekMs },
  ];
}

function joined(spans: readonly OpenSpan[]): OpenSpan[] {
  const all: OpenSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.until) all.push(span);
    else all[all.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return all;
}
