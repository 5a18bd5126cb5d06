/** What joins the names of crossed variants; no id that is written holds it. */
const mark = "+";

/** The name of a variant that `cross` puts together: `low+day` of `low` and `day`. */
export function crossedName(parts: readonly string[]): string {
  return parts.join(mark);
}

/** Whether `cross` made the variant of this name. */
export function isCrossedName(name: string): boolean {
  return name.includes(mark);
}
