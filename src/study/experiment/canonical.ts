import { byId } from "#base/order";

/**
 * The one text of a JSON value: keys in code-unit order, no white space, `undefined` members left out. Two
 * values that mean the same give the same text, whatever the order in which their keys were written.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) return objectText(value);
  return value === undefined ? "null" : JSON.stringify(value);
}

function objectText(value: object): string {
  const members = byId(value as Readonly<Record<string, unknown>>) // its own members, whatever they are
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${members.join(",")}}`;
}
