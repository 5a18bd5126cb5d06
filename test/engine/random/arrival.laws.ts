import { describe, expect, test } from "vitest";
import type { KindValue } from "#base/field";
import { arrivalKind, arrivals } from "#engine/random/arrival-kinds";
import { Stream } from "#engine/random/stream";

/** One arrival process as written, with what is known of it from elsewhere. */
export interface ArrivalCase {
  readonly written: KindValue;
  /** Arrivals a day over the days of `days`. */
  readonly ratePerDay: number;
  readonly days: number;
  /** Variance over mean of the count in a long time: 1 for poisson, 0 for what is not random. */
  readonly dispersion: number;
}

const start = Date.UTC(2024, 0, 1);
const msPerDay = 86_400_000;

/** The instants before `until`, from a stream of that key. */
export function instants(written: KindValue, key: string, until: number): number[] {
  const process = arrivalKind(written).create(written, new Stream(key), start);
  const found: number[] = [];
  for (let time = process.next(); time < until; time = process.next()) found.push(time);
  return found;
}

/** What every arrival process of the language promises. */
export function arrivalLaws(name: string, one: ArrivalCase): void {
  describe(`${one.written.kind}: ${name}`, () => {
    const end = start + one.days * msPerDay;
    const found = instants(one.written, `rate of ${one.written.kind}: ${name}`, end);

    test("has parameters that its fields know, and a kind that is listed", () => {
      const kind = arrivals.kinds.find((listed) => listed.kind === one.written.kind);
      const { kind: _kind, ...written } = one.written;
      expect(Object.keys(written).filter((key) => !(key in (kind?.fields ?? {})))).toEqual([]);
    });

    test("states its rate, and keeps it over a long run inside the 99.9 % interval", () => {
      const expected = one.ratePerDay * one.days;
      expect(arrivalKind(one.written).ratePerDay(one.written, { from: start, until: end })).toBeCloseTo(
        one.ratePerDay,
        9,
      );
      const deviation = Math.sqrt(one.dispersion * expected);
      expect(Math.abs(found.length - expected)).toBeLessThanOrEqual(1 + 3.2905 * deviation);
    });

    test("gives whole milliseconds, in order, none before the start", () => {
      const wrong = found.filter((time, i) => !Number.isInteger(time) || time < (found[i - 1] ?? start));
      expect(wrong).toEqual([]);
    });

    test("gives the same instants from the same stream", () => {
      expect(instants(one.written, `rate of ${one.written.kind}: ${name}`, end)).toEqual(found);
    });

    test("gives other instants from another stream, unless it is not random", () => {
      const other = instants(one.written, "another stream", end);
      if (one.dispersion > 0) expect(other).not.toEqual(found);
      else expect(other).toEqual(found);
    });
  });
}
