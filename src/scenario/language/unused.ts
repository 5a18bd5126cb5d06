import type { Diagnostic } from "#base/diagnostic";
import type { UsedNames } from "#scenario/language/used-names";
import type { VariantPatch } from "#scenario/patch/variants";
import { nearest } from "#scenario/read/nearest";
import { entriesAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/**
 * Warns of vessel classes and commodities that nothing names, in the scenario or in any variant, and of sites
 * that a variant may have misspelt. Silent after an error: what seems unused may just be misspelt where it is
 * named.
 */
export function reportUnused(
  root: MapNode,
  variants: readonly VariantPatch[],
  used: UsedNames,
  diagnostics: Diagnostic[],
): void {
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) return;
  for (const tree of [root, ...variants.map((variant) => variant.patch)]) {
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
  for (const { patch } of variants) reportStrangers(root, patch, used, diagnostics);
}

/** Warns of sites of a patch that nothing names and that are called nearly like one that it leaves alone. */
function reportStrangers(root: MapNode, patch: MapNode, used: UsedNames, diagnostics: Diagnostic[]): void {
  const known = entriesAt(root, "network", "sites").map(({ key }) => key);
  const patched = entriesAt(patch, "network", "sites");
  for (const { key, keyPlace } of patched) {
    if (known.includes(key) || used.has("site", key)) continue;
    const left = known.filter((other) => !patched.some((entry) => entry.key === other));
    const meant = nearest(key, left);
    if (meant === undefined) continue;
    const [wrong, right] = [`nothing uses "${key}"`, `nearest is "${meant}"`];
    const path = `${keyPlace.owner ?? ""}.network.sites.${key}`;
    diagnostics.push({ code: "ID_UNUSED", severity: "warning", place: keyPlace, path, wrong, right });
  }
}
