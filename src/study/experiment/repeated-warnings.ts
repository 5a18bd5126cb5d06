import type { Diagnostic } from "#base/diagnostic";

/**
 * The warnings that a result repeats: without their places, which are where the file happened to be, and
 * without what the experiment says by itself.
 */
export function repeatedWarnings(warnings: readonly Diagnostic[]): readonly string[] {
  const others = warnings.filter(({ code }) => code !== "REPLICATIONS_FEW");
  return others.map(({ path, wrong, right }) => `${path === "" ? "" : `${path}: `}${wrong}; ${right}`);
}
