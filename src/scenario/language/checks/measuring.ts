import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { countedUnits } from "#scenario/language/site-paths";
import { suggest } from "#scenario/read/nearest";

/** The curve is a sum of counts, which are all in one unit. */
export const checkCurve: Check = (ground) => {
  const { performance, commodities, network } = ground.draft;
  if (!performance || !commodities || !network) return;
  const units = countedUnits(commodities, network.sites);
  const unitOf = (id: string): string => units.get(id) ?? "vessels";
  const [first = "", ...others] = performance.of;
  const other = others.find((id) => unitOf(id) !== unitOf(first));
  if (other === undefined) return;
  const wrong = `${first} is counted in ${unitOf(first)} and ${other} in ${unitOf(other)}, which have no sum`;
  at(ground, "performance", "of").report("VALUES_WRONG", wrong, "name what is counted in one unit");
};

/** What compares curves needs `performance`. */
export const checkMeasures: Check = (ground) => {
  const { root, draft } = ground;
  if (!root.entries.has("performance")) {
    for (const row of draft.measures ?? []) {
      if (row["of"] !== "performance") continue;
      const right = "write performance: { of: ... }, or name a flow or a station";
      at(ground, "measures", row.kind).report("PERFORMANCE_MISSING", "there is no performance", right);
    }
  }
};

/** What is judged at a path is among `measures`. */
export function checkMeasured(
  ground: CheckGround,
  path: readonly string[],
  { measure, of }: { readonly measure: string; readonly of: string },
): void {
  const { draft } = ground;
  if (!draft.measures) return;
  const rows = draft.measures.filter((row) => row.kind === measure);
  if (rows.length === 0) {
    const right = suggest(measure, new Set(draft.measures.map((row) => row.kind)));
    at(ground, ...path, "measure").report("MEASURE_MISSING", `"${measure}" is not measured`, right);
  } else if (!rows.some((row) => row["of"] === of)) {
    const known = rows.map((row) => String(row["of"]));
    const wrong = `${measure} is not measured of "${of}"`;
    at(ground, ...path, "of").report("MEASURE_MISSING", wrong, suggest(of, known));
  }
}
