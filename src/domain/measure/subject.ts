import { dayMs } from "#base/time";
import type { Facts, Performance } from "#domain/measure/facts";

/**
 * The count series that a row of measures is about: an id's own, those of `performance`, or all flows for
 * `all`.
 */
export function seriesOf(of: string, facts: Facts): readonly string[] {
  if (of === "performance") return facts.performance?.of ?? [];
  return of === "all" ? facts.flows.map((flow) => flow.id) : [of];
}

/** The stations that a row is about: one, those of `performance`, or all that have servers for `all`. */
export function stationsOf(of: string, facts: Facts): readonly string[] {
  if (of === "performance") return facts.performance?.of ?? [];
  return of === "all" ? [...facts.servers.keys()] : [of];
}

/**
 * The index of the flow that a row is about, -1 for `all`; undefined when it is no flow.
 */
export function flowOf(of: string, facts: Facts): number | undefined {
  if (of === "all") return -1;
  const index = facts.flows.findIndex((flow) => flow.id === of);
  return index < 0 ? undefined : index;
}

/** What waits at the stations of a row: `vessels`, `shipments`, or `jobs` where both do. */
export function jobsOf(of: string, facts: Facts): string {
  const units = new Set(stationsOf(of, facts).map((id) => facts.units.get(id) ?? "vessels"));
  const [unit = "vessels"] = units;
  return units.size > 1 ? "jobs" : unit;
}

/** What the counts of a row count: `vessels`, the unit of a commodity, or `shipments`. */
export function unitOf(of: string, facts: Facts): string {
  if (of === "performance") return facts.performance?.unit ?? "vessels";
  return facts.units.get(of) ?? "vessels";
}

/**
 * The curve that a row is about: that of `performance`, or the counts of another id with the window, the
 * share and the hold of `performance`; 7 d, 0.95 and 7 d where the scenario has none.
 */
export function curveOf(of: string, facts: Facts): Performance {
  const { window, recoveredAt, heldFor } = facts.performance ?? usual;
  return { of: seriesOf(of, facts), window, recoveredAt, heldFor, unit: unitOf(of, facts) };
}

const usual = { window: 7 * dayMs, recoveredAt: 0.95, heldFor: 7 * dayMs } as const;
