import type { Diagnostic } from "#base/diagnostic";

/** How many mistakes of one sort a table gets a line for. */
const alikeMost = 20;

/**
 * Of the mistakes that many rows of one table share, the first twenty, the last of them with how many more
 * there are: a wrong column is one mistake, not a hundred thousand. Diagnostics are in order of place.
 */
export function withoutRepeats(
  diagnostics: readonly Diagnostic[],
  tables: ReadonlySet<string>,
): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, place, path }: Diagnostic): string =>
    `${place.file} ${code} ${path.slice(path.lastIndexOf(".") + 1)}`;
  const kept = diagnostics.filter((diagnostic) => {
    if (!tables.has(diagnostic.place.file)) return true;
    const count = (counts.get(keyOf(diagnostic)) ?? 0) + 1;
    counts.set(keyOf(diagnostic), count);
    return count <= alikeMost;
  });
  const seen = new Map<string, number>();
  return kept.map((diagnostic) => {
    const key = keyOf(diagnostic);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const more = (counts.get(key) ?? 0) - alikeMost;
    if (count < alikeMost || more <= 0) return diagnostic;
    return { ...diagnostic, wrong: `${diagnostic.wrong} (and so in ${more} more places)` };
  });
}
