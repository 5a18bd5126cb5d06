import { assert } from "#base/assert";
import type { Family } from "#base/family";
import type { KindValue } from "#base/field";
import { kindsIn } from "#base/kind";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import * as listed from "#engine/random/arrivals/kinds";

const kinds: readonly ArrivalKind[] = kindsIn(listed);
const kindByName: ReadonlyMap<string, ArrivalKind> = new Map(kinds.map((kind) => [kind.kind, kind]));

/** The arrival processes of the language, in order of name. */
export const arrivals: Family<ArrivalKind> = { name: "arrival", shared: {}, kinds };

/** The kind of a written arrival process. It has been checked when the scenario was read. */
export function arrivalKind(value: KindValue): ArrivalKind {
  const kind = kindByName.get(value.kind);
  assert(kind !== undefined, `an arrival process is of a known kind, but it is "${value.kind}"`);
  return kind;
}
