import type { Alternates, PolicyKind } from "#domain/policy/policy-kind";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { countingUnit } from "#scenario/language/amount-units";
import type { Draft } from "#scenario/language/draft";
import type { Families } from "#scenario/language/reading";
import { hubsOf } from "#scenario/language/voyage-way";
import { textAt } from "#scenario/read/node";

/** At which ports vessels may call instead of others, and by which policy. */
export interface PolicyAlternates extends Alternates {
  readonly policy: string;
}

/** The alternates of all policies that were understood. */
export function alternatesOf(draft: Draft, families: Families): readonly PolicyAlternates[] {
  return Object.entries(draft.policies ?? {}).flatMap(([policy, values]) => {
    const kind = families["policy"]?.kinds.find((candidate) => candidate.kind === values.kind);
    const { alternates } = (kind ?? {}) as Partial<PolicyKind>; // the family holds policies
    const isRead = Array.isArray(values["of"]) && typeof values["alternates"] === "object";
    return alternates && isRead ? [{ policy, ...alternates(values) }] : [];
  });
}

/** Some flow is bound for a port that has alternates, and what a unit costs is of the unit of its cargo. */
export const checkAlternates: Check = (ground) => {
  const { reading, draft } = ground;
  for (const { policy, of, to } of alternatesOf(draft, reading.families)) {
    const flows = ground.flows().filter(([, flow]) => {
      const bound = [...Object.keys(flow.to), ...(flow.onward.length > 0 ? hubsOf(draft) : [])];
      return of.some((port) => bound.includes(port));
    });
    if (draft.flows !== undefined && flows.length === 0) {
      const wrong = `no flow ends or changes vessels at ${of.join(", ")}, so nobody could call elsewhere`;
      at(ground, "policies", policy, "of").report("VALUES_WRONG", wrong, "name a port where a flow ends");
      continue;
    }
    const units = flows.map(([, { commodity }]) => draft.commodities?.[commodity ?? ""]?.unit);
    for (const port of to)
      checkUnitCost(ground, ["policies", policy, "alternates", port, "unit-cost"], units);
  }
};

/** What a unit costs at a place is of the unit of some cargo that comes there. */
export function checkUnitCost(
  ground: CheckGround,
  path: readonly string[],
  units: readonly (string | undefined)[],
): void {
  const { root } = ground;
  const written = textAt(root, ...path);
  const unit = countingUnit(written?.slice(written.indexOf("/") + 1).replace(/^/, "1 "));
  if (written === undefined || unit === undefined || units.includes(unit)) return;
  const carried = units.find((one) => one !== undefined);
  const wrong =
    carried === undefined
      ? "no flow that comes there carries anything, so nothing is paid by the unit"
      : `the cargo that comes there is counted in ${carried}, not in ${unit}`;
  const right = carried === undefined ? "write `cost`, which a voyage pays" : `write it in USD/${carried}`;
  at(ground, ...path).report("UNIT_WRONG", wrong, right);
}
