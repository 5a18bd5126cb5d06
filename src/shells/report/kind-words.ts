import { listed } from "#base/listed";
import type { Kind } from "#base/kind";
import type { Resolved, Study } from "#scenario/language/resolved";

/**
 * What there is of a family in the baseline, then what each variant has besides and what it is without;
 * variants that differ alike are named together.
 */
export function kindsInVariants(
  [baseline, ...variants]: Study["variants"],
  family: (scenario: Resolved) => Resolved["policies"],
  kinds: readonly Kind[],
): string {
  if (baseline === undefined) return "nothing";
  const common = family(baseline.scenario);
  const changes = variants.map(({ name, scenario }) => {
    const own = family(scenario);
    const besides = kindWords(without(own, common), kinds);
    const missing = Object.keys(without(common, own));
    const parts = [
      besides === "nothing" ? "" : `also ${besides}`,
      missing.length === 0 ? "" : `without ${listed(missing)}`,
    ];
    return { name, change: parts.filter((part) => part !== "").join(", ") };
  });
  const told = [...new Set(changes.map(({ change }) => change))].filter((change) => change !== "");
  const clauses = told.map((change) => {
    const names = changes.filter((one) => one.change === change).map(({ name }) => name);
    return `; in ${listed(names)} ${change}`;
  });
  return `${kindWords(common, kinds)}${clauses.join("")}`;
}

/** The things of one family that the other does not have: by their id, or of another kind. */
function without(family: Resolved["policies"], other: Resolved["policies"]): Resolved["policies"] {
  return Object.fromEntries(Object.entries(family).filter(([id, { kind }]) => other[id]?.kind !== kind));
}

/** The kinds of some things of a scenario with what each does, as the kinds themselves say it. */
function kindWords(things: Resolved["policies"], kinds: readonly Kind[]): string {
  const used = [...new Set(Object.values(things).map(({ kind }) => kind))].sort();
  if (used.length === 0) return "nothing";
  return used
    .map((kind) => `${kind} (${bare(kinds.find((each) => each.kind === kind)?.summary ?? "")})`)
    .join("; ");
}

const bare = (summary: string): string => summary.replace(/\.$/, "");
