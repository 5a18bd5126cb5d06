import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { MeasureKind } from "#domain/measure/measure-kind";
import * as listed from "#domain/measure/measures/kinds";

/** Every measure of the language; the key under `measures` is its `kind`. */
export const measures: Family<MeasureKind> = {
  name: "measure",
  shared: {},
  kinds: kindsIn(listed),
};

const kindByName: ReadonlyMap<string, MeasureKind> = new Map(measures.kinds.map((kind) => [kind.kind, kind]));

/** The measure of this name; undefined where the language has none. */
export function measureKind(name: string): MeasureKind | undefined {
  return kindByName.get(name);
}
