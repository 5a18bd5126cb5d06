import { assert } from "#base/assert";
import type { Figure, Figures } from "#study/truth/verification-case";

/**
 * Nested figures under flat names: members of maps by their keys, those of lists from 1 on, joined by points.
 * Lists of names, which are sets of answers, become one text each.
 */
export function flatFigures(nested: unknown): Figures {
  const flat: Record<string, Figure> = {};
  add(flat, "", nested);
  return flat;
}

/** The number of that name. */
export function numberAt(figures: Figures, name: string): number {
  const value = figures[name];
  assert(typeof value === "number", `${name} is a number, not ${String(value)}`);
  return value;
}

function add(flat: Record<string, Figure>, name: string, value: unknown): void {
  if (value === null || typeof value === "number" || typeof value === "string") flat[name] = value;
  else if (Array.isArray(value) && value.some((member) => typeof member !== "number"))
    flat[name] = JSON.stringify(value);
  else {
    assert(typeof value === "object", `${name} is a figure or holds some`);
    const from = Array.isArray(value) ? 1 : NaN;
    Object.entries(value).forEach(([key, member], index) => {
      const part = Number.isNaN(from) ? key : String(from + index);
      add(flat, name === "" ? part : `${name}.${part}`, member);
    });
  }
}
