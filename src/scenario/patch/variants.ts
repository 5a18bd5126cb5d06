import type { Diagnostic, Place } from "#base/diagnostic";
import type { Field } from "#base/field";
import { merge } from "#scenario/patch/merge";
import type { MergeFamilies } from "#scenario/patch/merge";
import { patchedFile } from "#scenario/patch/patched-file";
import { conflictOf, writesOf } from "#scenario/patch/writes";
import type { Entry, MapNode, Node } from "#scenario/read/node";

/** A variant as it stands in the file: its own patch, and the variants that it builds on. */
export interface VariantPatch {
  readonly name: string;
  readonly place: Place;
  /** Where in the file it says what it builds on: `variants.<name>.extends`, or `cross`. */
  readonly path: string;
  readonly extends: readonly string[];
  /** Where each of them is named, when that is not in `place`. */
  readonly namedAt?: ReadonlyMap<string, Place>;
  readonly patch: MapNode;
}

/** What a variant comes to: the whole tree with all its patches, and whose patches they are, its own last. */
export interface PatchedVariant {
  readonly name: string;
  readonly root: MapNode;
  readonly lineage: readonly string[];
  /**
   * The variants whose sum it is: those that it extends, two or more, when it writes nothing itself and no
   * two of them build on one; else none.
   */
  readonly parts: readonly string[];
}

/** What patching needs to know. */
export interface Patching {
  readonly base: MapNode;
  readonly field: Field<unknown>;
  readonly families: MergeFamilies;
  readonly variants: ReadonlyMap<string, VariantPatch>;
  readonly diagnostics: Diagnostic[];
}

/**
 * Applies the patches of a variant and of all that it extends, ancestors first, each once. Two that it
 * extends may not write one path differently; its own patch goes over them. Undefined when it extends itself
 * or when two clash.
 */
export function patchVariant(variant: VariantPatch, how: Patching): PatchedVariant | undefined {
  const lineage = lineageOf(variant, how, []);
  if (!lineage) return undefined;
  let clashes = false;
  const parents = variant.extends.map((name) => ({ name, lineage: lineageNames(name, how) }));
  for (const [index, parent] of parents.entries()) {
    for (const other of parents.slice(index + 1))
      if (reportConflict(variant, parent, other, how)) clashes = true;
  }
  if (clashes) return undefined;
  let root = how.base;
  for (const name of lineage) {
    const patch = how.variants.get(name)?.patch;
    if (patch) root = patchedFile(root, patch, how.field, how.families);
  }
  const apart = parents.reduce((sum, parent) => sum + parent.lineage.length, 0) === lineage.length - 1;
  const isSum = parents.length > 1 && variant.patch.entries.size === 0 && apart;
  return { name: variant.name, root, lineage, parts: isSum ? variant.extends : [] };
}

function lineageNames(name: string, how: Patching): readonly string[] {
  const variant = how.variants.get(name);
  return (variant && lineageOf(variant, { ...how, diagnostics: [] }, [])) ?? [];
}

/** The variants whose patches act, ancestors first, each once. */
function lineageOf(
  variant: VariantPatch,
  how: Patching,
  below: readonly string[],
): readonly string[] | undefined {
  if (below.includes(variant.name)) {
    const wrong = [...below.slice(below.indexOf(variant.name)), variant.name].join(" extends ");
    const { place, path } = how.variants.get(below[0] ?? "") ?? variant;
    how.diagnostics.push({
      code: "VARIANT_CYCLE",
      severity: "error",
      place,
      path,
      wrong,
      right: "remove one `extends`",
    });
    return undefined;
  }
  const lineage: string[] = [];
  for (const name of variant.extends) {
    const parent = how.variants.get(name);
    const above = parent ? lineageOf(parent, how, [...below, variant.name]) : [];
    if (!above) return undefined;
    for (const ancestor of above) if (!lineage.includes(ancestor)) lineage.push(ancestor);
  }
  return [...lineage, variant.name];
}

interface Parent {
  readonly name: string;
  readonly lineage: readonly string[];
}

function reportConflict(variant: VariantPatch, a: Parent, b: Parent, how: Patching): boolean {
  const [first, second] = conflictOf(combined(a, how), combined(b, how)) ?? [];
  if (!first || !second) return false;
  const { path } = variant;
  const place = variant.namedAt?.get(b.name) ?? variant.place;
  const texts = `${first.text} and ${second.text}`;
  const wrong = `"${a.name}" and "${b.name}" write ${second.path} differently: ${texts}`;
  const right = "let both write the same value, or leave one of them out";
  how.diagnostics.push({
    code: "PATCH_CONFLICT",
    severity: "error",
    place,
    path,
    wrong,
    right,
  });
  return true;
}

/** All that a parent writes, its own patch merged over those of its ancestors. */
function combined(parent: Parent, how: Patching): ReturnType<typeof writesOf> {
  let patch: MapNode | undefined;
  for (const name of parent.lineage) {
    const own = how.variants.get(name)?.patch;
    if (own) patch = patch ? overlay(patch, own, how) : own;
  }
  return patch ? writesOf(patch, how.base, how.field, how.families) : [];
}

/** One patch over another, both still patches: a `null` stays, since it must remove from the base. */
function overlay(under: MapNode, over: MapNode, how: Patching): MapNode {
  const merged = merge(under, over, how.field, how.families);
  return { ...merged, entries: keepNulls(merged.entries, over) };
}

function keepNulls(entries: ReadonlyMap<string, Entry>, over: MapNode): ReadonlyMap<string, Entry> {
  const kept = new Map(entries);
  for (const [key, entry] of over.entries) {
    const below: Node | undefined = kept.get(key)?.value;
    if (!below) kept.set(key, entry);
    else if (below.node === "map" && entry.value.node === "map") {
      kept.set(key, { ...entry, value: { ...below, entries: keepNulls(below.entries, entry.value) } });
    }
  }
  return kept;
}
