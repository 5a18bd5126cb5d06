/**
 * Whether two plain values say the same: equal scalars, or maps and lists of which all parts say the same,
 * whatever the order of keys. What is undefined is not there; NaN is NaN. Parts that are one object are not
 * looked into.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return areSameLists(one, other);
  if (one instanceof Map || other instanceof Map) return areSameLists(partsOf(one), partsOf(other));
  const [ours, theirs] = [one as Parts, other as Parts]; // objects that are no lists
  const hasOurs = Object.keys(ours).every((key) => isSame(ours[key], theirs[key]));
  return hasOurs && Object.keys(theirs).every((key) => theirs[key] === undefined || key in ours);
}

type Parts = Readonly<Record<string, unknown>>;

function areSameLists(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => isSame(item, other[index]));
}

/** The entries of a map as a list; what is no map is left as it is. */
function partsOf(value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
