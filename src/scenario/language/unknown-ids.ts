import type { Diagnostic } from "#base/diagnostic";
import { listed } from "#base/listed";

/** Of how many further lines the numbers are told. */
const linesMost = 6;

/**
 * An id that names nothing is one mistake, wherever it is used: of those in one file that say the same the
 * first is kept, with the lines of the others. Diagnostics are in order of place.
 */
export function withUnknownIdsOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Map<string, Set<number>>();
  const firsts = diagnostics.filter((diagnostic) => {
    const key = keyOf(diagnostic);
    if (key === undefined) return true;
    const known = lines.get(key);
    lines.set(key, (known ?? new Set()).add(diagnostic.place.line));
    return known === undefined;
  });
  return firsts.map((diagnostic) => {
    const key = keyOf(diagnostic);
    const [, ...others] = (key === undefined ? undefined : lines.get(key)) ?? [];
    if (others.length === 0) return diagnostic;
    return { ...diagnostic, wrong: `${diagnostic.wrong}, ${also(others)}` };
  });
}

/** Undefined for what is told each time: all but ids, and what stands on the command line. */
function keyOf({ code, place, wrong, right }: Diagnostic): string | undefined {
  if (code !== "ID_UNKNOWN" || place.owner === "--set") return undefined;
  return `${place.file} ${wrong} ${right}`;
}

function also(lines: readonly number[]): string {
  if (lines.length > linesMost) return `here and in ${lines.length} more lines`;
  return `here and in ${lines.length === 1 ? "line" : "lines"} ${listed(lines)}`;
}
