import { assert } from "#base/assert";
import type { KindValue } from "#base/field";

/** A parameter that must be there, as its field promises: a number in the base unit of its place. */
export function parameter(written: KindValue, name: string): number {
  const value = written[name];
  assert(typeof value === "number", `${written.kind} has a number as its ${name}`);
  return value;
}

/** A parameter that may be left out. */
export function optionalParameter(written: KindValue, name: string): number | undefined {
  return written[name] === undefined ? undefined : parameter(written, name);
}

/** A parameter that is a list of numbers, as its field promises. */
export function listParameter(written: KindValue, name: string): readonly number[] {
  const value = written[name];
  assert(Array.isArray(value), `${written.kind} has a list as its ${name}`);
  return value.map((item: unknown) => {
    assert(typeof item === "number", `${written.kind} has only numbers in its ${name}`);
    return item;
  });
}
