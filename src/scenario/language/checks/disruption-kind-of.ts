import type { KindValue } from "#base/field";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import type { Families } from "#scenario/language/reading";

/** The kind of a disruption as it was written. */
export function disruptionKindOf(families: Families, { kind }: KindValue): DisruptionKind | undefined {
  const kinds = (families["disruption"]?.kinds ?? []) as readonly DisruptionKind[]; // its kinds
  return kinds.find((candidate) => candidate.kind === kind);
}
