/**
 * What a kind says about the values that a user may write for it. Fields are data: this file knows no text,
 * no units and no file. The `scenario` floor alone turns them into a schema, diagnostics, documentation, help
 * and random generators; a kind's `create` receives the normalised values, in the units stated here.
 *
 * | dimension | written | value inside |
 * |---|---|---|
 * | duration | `36 h` | whole milliseconds |
 * | distance | `120 nm` | whole metres |
 * | speed | `12 kn` | metres per second |
 * | amount | `8000 TEU` | units of the commodity |
 * | money | `3 MUSD` | US dollars |
 * | rate | `60 /d` | per day (24 h) |
 * | amount-rate | `480 units/d` | units per day |
 * | cost | `400 kUSD/d`, `3 MUSD`, or both in a list | `Cost` |
 * | unit-value | `2 kUSD/units` | US dollars per unit |
 * | length | `15 m` | metres, a fraction allowed (drafts) |
 * | number | `0.5` | a bare number |
 * | instant | see `Instant` | milliseconds since the Unix epoch |
 */
export type Dimension =
  | "duration"
  | "distance"
  | "speed"
  | "amount"
  | "money"
  | "rate"
  | "amount-rate"
  | "cost"
  | "unit-value"
  | "length"
  | "number"
  | "instant";

/** A cost: once, and per day while its owner acts. US dollars. */
export interface Cost {
  readonly once: number;
  readonly perDay: number;
}

/** A point in time: known from the start, or tied to an event of the run. `offset` in milliseconds. */
export type Instant =
  | { readonly at: number }
  | { readonly event: string; readonly edge: "start" | "end"; readonly offset: number };

/**
 * An instant, or a distribution of instants drawn once where it describes the world, once a vessel in a
 * belief.
 */
export type Moment = Instant | { readonly distribution: DistributionValue };

/** One value for all, or a value for each of some named things; `all` stands in for those not named. */
export interface Per<T> {
  readonly all?: T;
  readonly by: Readonly<Record<string, T>>;
}

/** A distribution as written: its kind, and its parameters as base-unit numbers of the place's dimension. */
export interface DistributionValue {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

/** One step of a schedule: `value` holds from `from` on, until the next step. */
export interface ScheduleStep<T> {
  readonly from: Instant;
  readonly value: T;
}

/** A value that may change over the run: a plain value is one step at the start of time. Steps at known times
 * first, in order of time, then those tied to events, so that the order of keys never matters. */
export interface Schedule<T> {
  readonly steps: readonly ScheduleStep<T>[];
}

/** Which named thing a reference or selector may name. */
export type Target =
  | "site"
  | "port"
  | "passage"
  | "direction"
  | "station"
  | "link"
  | "vessel"
  | "commodity"
  | "flow"
  | "disruption"
  | "policy"
  | "variant"
  | "element"
  | "measured"
  | "country";

/** The normalised form of a `kind of` field: the chosen kind's name and its own normalised values. */
export interface KindValue {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** One entry of a map whose keys are values too: a time of day, a quantity. */
export interface Pair<K, V> {
  readonly key: K;
  readonly value: V;
}

/** The closed set of shapes. `scenario` switches over it, ended by `assertNever`. */
export type Form =
  | { readonly form: "flag" }
  | { readonly form: "text" }
  | { readonly form: "word"; readonly words: readonly string[] }
  | { readonly form: "count"; readonly least: number; readonly most: number }
  | { readonly form: "factor"; readonly least: number; readonly most: number }
  | { readonly form: "share" }
  | {
      readonly form: "quantity";
      readonly dimension: Dimension;
      readonly least: Bound;
      /** A distance between two values of its place, so that between instants it is a duration. */
      readonly isSpread?: true;
    }
  | { readonly form: "time-of-day" }
  | { readonly form: "day-span" }
  | { readonly form: "instant" }
  | { readonly form: "moment" }
  | {
      readonly form: "distribution";
      readonly dimension: Dimension;
      /** Its mean may be 0, though a rate or a speed of nothing is mostly a mistake. */
      readonly allowsNothing?: true;
    }
  | { readonly form: "schedule"; readonly of: Field<unknown> }
  | { readonly form: "reference"; readonly to: Target }
  | { readonly form: "selector"; readonly of: Target }
  | { readonly form: "weights"; readonly to: Target }
  | { readonly form: "per"; readonly of: Field<unknown>; readonly keys: Target }
  | { readonly form: "kind"; readonly family: string }
  | { readonly form: "kinds-by-key"; readonly family: string }
  | { readonly form: "record"; readonly fields: Fields }
  | { readonly form: "map"; readonly of: Field<unknown>; readonly keys: Target | "any" }
  | { readonly form: "pairs"; readonly keys: Field<number>; readonly of: Field<unknown> }
  | {
      readonly form: "list";
      readonly of: Field<unknown>;
      /** What its items are, in order, where each means another thing. */
      readonly names?: readonly string[];
    }
  | { readonly form: "either"; readonly options: readonly Field<unknown>[] };

/** The least a quantity may be: above 0, 0 included, or anything. */
export type Bound = "positive" | "non-negative" | "any";

/** One field: its shape, what it means, and what holds when it is absent. `T` is the normalised value. */
export interface Field<out T> {
  readonly shape: Form;
  /** A sentence: what it is, with the default and the edge case. */
  readonly doc: string;
  /** True when a user may leave it out. */
  readonly optional: boolean;
  /** What stands in when it is left out; absent: the key is absent from the values. */
  readonly fallback?: T | undefined;
  /** A value as a user would write it, for documentation and generators. */
  readonly example?: string;
}

/** The fields of one kind or record, by key. */
export type Fields = { readonly [key: string]: Field<unknown> };

/**
 * The fields that describe a normalised value `T`: one per property. Write the interface first, then
 * `const portFields: FieldsOf<PortSpec> = { ... }`, and the compiler holds the two to each other.
 */
export type FieldsOf<T> = { readonly [K in keyof T]-?: Field<T[K]> };

function field<T>(shape: Form, doc: string): Field<T> {
  return { shape, doc, optional: false };
}

/** The same field, which may be left out; without a fallback its value is then undefined. */
export function optional<T>(of: Field<T>): Field<T | undefined> {
  return { ...of, optional: true };
}

/** The same field, which may be left out: `value` stands in. */
export function fallback<T>(of: Field<T>, value: T): Field<T> {
  return { ...of, optional: true, fallback: value };
}

/** True or false. */
export const flag = (doc: string): Field<boolean> => field({ form: "flag" }, doc);

/** Free words for people. */
export const text = (doc: string): Field<string> => field({ form: "text" }, doc);

/** One of a closed set of words. */
export const word = <W extends string>(words: readonly W[], doc: string): Field<W> =>
  field({ form: "word", words }, doc);

/** A whole number, `least` (default 0) or more. */
export const count = (
  doc: string,
  least: number = 0,
  most: number = Number.MAX_SAFE_INTEGER,
): Field<number> => field({ form: "count", least, most }, doc);

/** A bare number that multiplies; never negative. */
export const factor = (doc: string, least: number = 0, most: number = Number.MAX_VALUE): Field<number> =>
  field({ form: "factor", least, most }, doc);

/** A part of a whole, 0 to 1, written `0.05` or `5 %`. */
export const share = (doc: string): Field<number> => field({ form: "share" }, doc);

/** A number with a unit, in the base unit of its dimension; above 0 unless `least` says otherwise. */
export const quantity = (dimension: Dimension, doc: string, least: Bound = "positive"): Field<number> =>
  field({ form: "quantity", dimension, least }, doc);

/** A distance between two values of the place of a distribution, above 0: of instants a duration. */
export const spread = (doc: string): Field<number> =>
  field({ form: "quantity", dimension: "number", least: "positive", isSpread: true }, doc);

/** A cost: once, per day, or both. */
export const cost = (doc: string): Field<Cost> =>
  field({ form: "quantity", dimension: "cost", least: "non-negative" }, doc);

/** A time of day, written `06:30`: ms since midnight. */
export const timeOfDay = (doc: string): Field<number> => field({ form: "time-of-day" }, doc);

/** A part of a day, ms since its midnight; `until` is after `from`, beyond 24 h on the next day. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

/** A part of a day, written `08:00-18:00`, over midnight `22:00-06:00`, `open` all day or `closed`. */
export const daySpan = (doc: string): Field<DaySpan | "closed"> => field({ form: "day-span" }, doc);

/** A point in time, known or tied to an event. */
export const instant = (doc: string): Field<Instant> => field({ form: "instant" }, doc);

/** A point in time, or a distribution of such. */
export const moment = (doc: string): Field<Moment> => field({ form: "moment" }, doc);

/** What is written for a distribution that is always this value, in base units: a bare number or quantity. */
export const constantly = (value: number): DistributionValue => ({ kind: "constant", value });

/** A plain quantity, or a distribution of one; of rates and speeds its mean is above 0. */
export const distribution = (dimension: Dimension, doc: string): Field<DistributionValue> =>
  field({ form: "distribution", dimension }, doc);

/** A rate, or a distribution of one, that may also be 0. */
export const rateOrNothing = (doc: string): Field<DistributionValue> =>
  field({ form: "distribution", dimension: "rate", allowsNothing: true }, doc);

/** A value that may change at instants: `{ instant: value, ... }`, or the plain value. */
export const schedule = <T>(of: Field<T>, doc: string): Field<Schedule<T>> =>
  field({ form: "schedule", of }, doc);

/** The id of one thing. */
export const reference = (to: Target, doc: string): Field<string> => field({ form: "reference", to }, doc);

/** Which things: resolved to their ids, in order of id. */
export const selector = (of: Target, doc: string): Field<readonly string[]> =>
  field({ form: "selector", of }, doc);

/** One id, or positive weights by id; normalised to weights, in order of id. */
export const weights = (to: Target, doc: string): Field<Readonly<Record<string, number>>> =>
  field({ form: "weights", to }, doc);

/** One value for all, or a map from ids of `keys` to values. */
export const per = <T>(of: Field<T>, keys: Target, doc: string): Field<Per<T>> =>
  field({ form: "per", of, keys }, doc);

/** One kind of a family (`arrival`, `admission`, ...) with its own fields. */
export const kindOf = (family: string, doc: string): Field<KindValue> => field({ form: "kind", family }, doc);

/**
 * A map whose keys are kinds of a family, each with one entry or a list of entries; an entry that is a bare
 * selector stands for `{ of: selector }`. Normalised to one value per entry, in file order, a filter to one
 * value per thing.
 */
export const kindsByKey = (family: string, doc: string): Field<readonly KindValue[]> =>
  field({ form: "kinds-by-key", family }, doc);

/** A map with fixed keys. */
export const record = <T>(fields: FieldsOf<T>, doc: string): Field<T> =>
  field({ form: "record", fields: fields as Fields }, doc); // values known better

/** A map from free keys, or from ids of `keys`, to values of one shape. */
export const mapOf = <T>(
  of: Field<T>,
  doc: string,
  keys: Target | "any" = "any",
): Field<Readonly<Record<string, T>>> => field({ form: "map", of, keys }, doc);

/** A map whose keys are values of one shape; normalised to pairs in order of key, each key once. */
export const pairs = <V>(keys: Field<number>, of: Field<V>, doc: string): Field<readonly Pair<number, V>[]> =>
  field({ form: "pairs", keys, of }, doc);

/** A list of values of one shape, in order; `names` where each item means another thing. */
export const listOf = <T>(of: Field<T>, doc: string, names?: readonly string[]): Field<readonly T[]> =>
  field({ form: "list", of, ...(names && { names }) }, doc);

/** The first of several shapes that fits what is written. */
export const either = <T>(options: readonly Field<T>[], doc: string): Field<T> =>
  field({ form: "either", options }, doc);
