import type { SweptPath } from "#study/sweep/cube";
import type { PathBin } from "#study/sweep/path-bins";
import { pathNumberText } from "#study/sweep/sweep-words";

/** Whether futures of a group have numbers of their path, and not words. */
export function isNumericBin({ centre }: PathBin): boolean {
  return !Number.isNaN(centre);
}

/**
 * `3.2 to 5.1` without the unit, which stands beside; days of instants; a value of a list as it is written.
 */
export function binText({ unit, levels }: SweptPath, bin: PathBin): string {
  if (levels !== undefined || !isNumericBin(bin)) return bin.text;
  const plain = { path: "", levels: undefined, texts: [], numbers: new Float64Array() };
  const text = (value: number): string =>
    unit === "instant"
      ? pathNumberText({ ...plain, unit }, value).slice(0, 10)
      : pathNumberText({ ...plain, unit: "" }, value);
  const [from, to] = [text(bin.from), text(bin.to)];
  return from === to ? from : `${from} to ${to}`;
}
