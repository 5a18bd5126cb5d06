import type { Diagnostic } from "#base/diagnostic";
import type { UsedNames } from "#scenario/language/used-names";
import type { VariantPatch } from "#scenario/patch/variants";
import { entriesAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/**
 * Warns of vessel classes and commodities that nothing names, in the scenario or in any variant. Silent after
 * an error: what seems unused may just be misspelt where it is named.
 */
export function reportUnused(
  root: MapNode,
  variants: Iterable<VariantPatch>,
  used: UsedNames,
  diagnostics: Diagnostic[],
): void {
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) return;
  for (const tree of [root, ...[...variants].map((variant) => variant.patch)]) {
    for (const [section, target] of [
      ["vessels", "vessel"],
      ["commodities", "commodity"],
    ] as const) {
      for (const { key, keyPlace } of entriesAt(tree, section)) {
        if (used.has(target, key)) continue;
        const wrong = `nothing uses "${key}"`;
        const right = "name it in a flow, or remove it";
        const path = `${section}.${key}`;
        diagnostics.push({ code: "ID_UNUSED", severity: "warning", place: keyPlace, path, wrong, right });
      }
    }
  }
}
