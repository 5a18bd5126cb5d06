import { assert } from "#base/assert";

/** A longer copy of a column, new places filled with `value`. */
export function grown<Values extends Int32Array | Float64Array>(
  old: Values,
  count: number,
  value: number,
): Values {
  assert(count >= old.length, "a column never shrinks");
  const Columns = old.constructor as new (length: number) => Values; // makes its like
  const longer = new Columns(count);
  longer.fill(value);
  longer.set(old);
  return longer;
}
