import type { Diagnostic } from "#base/diagnostic";
import { once } from "#base/once";
import { isSame } from "#base/same";
import type { Cost } from "#base/field";
import { looksLikeDate, readInstant } from "#base/time";
import { assemble } from "#scenario/language/assemble";
import type { CheckGround } from "#scenario/language/checks/check";
import { checks } from "#scenario/language/checks/checks";
import { checkSources } from "#scenario/language/checks/ids";
import { isCrossedName } from "#scenario/language/crossed-name";
import { collectNames } from "#scenario/language/collect-names";
import { formReaders } from "#scenario/language/form-readers";
import type { NetworkSource } from "#scenario/source/network-source";
import { readDraft } from "#scenario/language/read-draft";
import { crossedNames, readCross } from "#scenario/language/read-cross";
import type { Crossing } from "#scenario/language/read-cross";
import { readFutures } from "#scenario/language/read-futures";
import { readVariants } from "#scenario/language/read-variants";
import type { WrittenVariant } from "#scenario/language/read-variants";
import { Futures } from "#scenario/language/futures";
import type { WrittenFutures } from "#scenario/language/futures";
import { Reading } from "#scenario/language/reading";
import type { Families, Origin } from "#scenario/language/reading";
import type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
import { withNamedPassages } from "#scenario/language/named-passages";
import { shareable } from "#scenario/language/shared-sections";
import type { SharedWork } from "#scenario/language/shared-work";
import { reportUnused } from "#scenario/language/unused";
import { UsedNames } from "#scenario/language/used-names";
import { chooseWarmUp } from "#scenario/language/warm-up";
import { withLikes } from "#scenario/patch/likes";
import { patchedFile } from "#scenario/patch/patched-file";
import { patchVariant } from "#scenario/patch/variants";
import { nodeAt, textAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";
import type { ReadTables } from "#scenario/source/read-tables";
import { fileField } from "#scenario/language/file-field";

/** What the work on one file begins with. */
export interface StudyMaterial {
  /** The scenario's id. */
  readonly id: string;
  readonly families: Families;
  /** The tree of the file over what its tables bring. */
  readonly root: MapNode;
  readonly source: NetworkSource | undefined;
  readonly tables: ReadTables;
  /** Whether to note where every value comes from. */
  readonly notesOrigins: boolean;
  /** What all trees of the file, or of the future, share. */
  readonly shared: SharedWork;
  /** What a future writes over the tree of a variant; nothing when left out. */
  readonly future?: (tree: MapNode) => MapNode;
}

/** The work on one file: its variants, one after the other, and what they share. */
export class StudyWork {
  /** Where every value comes from, by variant and path; empty unless that was asked for. */
  readonly origins: Map<string, ReadonlyMap<string, Origin>> = new Map();
  private readonly id: string;
  private readonly notesOrigins: boolean;
  private readonly families: Families;
  private readonly root: MapNode;
  private readonly diagnostics: Diagnostic[];
  private readonly source: NetworkSource | undefined;
  private readonly tables: ReadTables;
  private readonly used: UsedNames = new UsedNames();
  private readonly shared: SharedWork;
  private variants: ReadonlyMap<string, WrittenVariant> = new Map();
  private readonly future: StudyMaterial["future"];
  /** The tree of the baseline in the future; undefined until it is made, and without a future. */
  private baseline: MapNode | undefined = undefined;
  private crossing: Crossing | undefined = undefined;
  private written: WrittenFutures | undefined = undefined;

  /** What is found wrong is added to `diagnostics`. */
  constructor(material: StudyMaterial, diagnostics: Diagnostic[]) {
    this.id = material.id;
    this.notesOrigins = material.notesOrigins;
    this.families = material.families;
    this.root = material.root;
    this.future = material.future;
    this.source = material.source;
    this.tables = material.tables;
    this.shared = material.shared;
    this.diagnostics = diagnostics;
  }

  /**
   * Sources name something of the file as it is written, whatever `--set` puts there or takes away. A file
   * with other errors does not tell.
   */
  checkWritten(written: MapNode): void {
    const root = withLikes(written, fileField, this.families);
    const reading = this.readingOf(root, this.readCompared(root).names);
    const ground = this.groundOf("baseline", reading, root);
    if (reading.errors > 0) return;
    checkSources(ground);
    this.diagnostics.push(...reading.told().filter(({ code }) => code === "SOURCE_UNKNOWN"));
  }

  /** The baseline and all variants that have no error, in that order. */
  resolveVariants(): readonly ResolvedVariant[] {
    const { names, reading, written, crossing } = this.readCompared(this.root);
    const crossed = crossing?.variants ?? [];
    this.variants = new Map([...written, ...crossed.map((variant) => [variant.name, variant] as const)]);
    this.crossing = crossing;
    this.written = readFutures(reading, this.root, [...written.values()]);
    this.diagnostics.push(...reading.told());
    const baseline = this.resolveOne("baseline", this.inFuture(this.root), names, undefined);
    const zero = { once: 0, perDay: 0 };
    const all = baseline
      ? [{ name: "baseline", summary: undefined, pillar: undefined, cost: zero, scenario: baseline }]
      : [];
    const others = new Map<string, ResolvedVariant>();
    for (const variant of this.variants.values()) {
      // What is wrong with a part of a combination is told of the part.
      if (isCrossedName(variant.name) && !variant.extends.every((part) => others.has(part))) continue;
      const resolved = this.resolvePatched(variant, names, baseline);
      if (resolved !== undefined) others.set(variant.name, resolved);
    }
    reportUnused(this.root, [...this.variants.values()], this.used, this.diagnostics);
    return withNamedPassages([...all, ...others.values()]);
  }

  /** The futures of a study without errors. */
  futuresOf([baseline]: readonly ResolvedVariant[]): Futures | undefined {
    const { written } = this;
    return written && baseline && new Futures(written, baseline.scenario.seed);
  }

  /**
   * A tree with what the future writes over it. A section that it leaves as the baseline has it stays that of
   * the baseline, so that it is read once.
   */
  private inFuture(root: MapNode): MapNode {
    if (!this.future) return root;
    const patched = patchedFile(root, this.future(root), fileField, this.families);
    this.baseline ??= patched;
    const entries = new Map(patched.entries);
    for (const key of shareable) {
      const [own, theirs] = [root.entries.get(key), this.root.entries.get(key)];
      const known = this.baseline.entries.get(key);
      if (own?.value === theirs?.value && known !== undefined) entries.set(key, known);
    }
    return { ...patched, entries };
  }

  /** What is compared in a tree: its variants, those that it crosses, and the names of all. */
  private readCompared(root: MapNode): ComparedVariants {
    const names = [...(variantsNode(root)?.entries.keys() ?? [])];
    const reading = this.readingOf(root, names);
    const written = readVariants(reading, root);
    const crossing = readCross(reading, root, written);
    return { reading, written, crossing, names: [...names, ...crossedNames(root)] };
  }

  /** The study of variants without errors, with the names of their sites. */
  studyOf(variants: readonly ResolvedVariant[]): Study {
    const ids = new Set(variants.flatMap(({ scenario }) => Object.keys(scenario.network.sites)));
    const named = [...ids].sort().flatMap((id) => {
      const written = textAt(this.root, "network", "sites", id, "name");
      const name = written ?? this.tables.names.get(id) ?? this.source?.nameOf(id);
      return name === undefined ? [] : [[id, name] as const];
    });
    const lists = this.crossing?.lists;
    return {
      id: this.id,
      variants,
      ...(lists === undefined ? {} : { cross: lists }),
      ...(named.length === 0 ? {} : { names: Object.fromEntries(named) }),
    };
  }

  private readingOf(root: MapNode, variantNames: readonly string[]): Reading {
    const names = collectNames(root, this.source, variantNames, this.shared.named);
    this.shared.named ??= { root, names };
    // What sources are about is told by the paths that values have.
    const notesOrigins = this.notesOrigins || root.entries.has("sources");
    const { families } = this;
    return new Reading({ families, readers: formReaders, names, start: startOf(root), notesOrigins });
  }

  private resolvePatched(
    variant: WrittenVariant,
    names: readonly string[],
    baseline: Resolved | undefined,
  ): ResolvedVariant | undefined {
    const { families, diagnostics, variants } = this;
    const how = { base: this.root, field: fileField, families, variants, diagnostics };
    const patched = patchVariant(variant, how);
    if (!patched) return undefined;
    const scenario = this.resolveOne(variant.name, this.inFuture(patched.root), names, baseline);
    if (!scenario) return undefined;
    if (baseline && !isCrossedName(variant.name) && isSameWorld(baseline, scenario))
      this.warnOfNothing(variant);
    const { name, summary, pillar, cost } = variant;
    const isSum = patched.parts.length > 0 && cost.once === 0 && cost.perDay === 0;
    const of = isSum ? { of: patched.parts } : {};
    return { name, summary, pillar, cost: this.costOf(patched.lineage), ...of, scenario };
  }

  private warnOfNothing(variant: WrittenVariant): void {
    // What it would change may be what was not understood.
    if (this.diagnostics.some((known) => known.path.startsWith(`variants.${variant.name}.`))) return;
    const wrong = `the variant "${variant.name}" changes nothing`;
    const right = "write what it changes; `baseline` is always there";
    const path = `variants.${variant.name}`;
    const place = variant.patch.place;
    this.diagnostics.push({ code: "PATCH_NOTHING", severity: "warning", place, path, wrong, right });
  }

  /** Costs of a variant and of all that it extends, each once. */
  private costOf(lineage: readonly string[]): Cost {
    const costs = lineage.map((name) => this.variants.get(name)?.cost);
    return costs.reduce<Cost>(
      (sum, cost) => ({ once: sum.once + (cost?.once ?? 0), perDay: sum.perDay + (cost?.perDay ?? 0) }),
      { once: 0, perDay: 0 },
    );
  }

  /** Reads and checks the tree of one variant; undefined when it has errors. */
  private resolveOne(
    name: string,
    patched: MapNode,
    names: readonly string[],
    baseline: Resolved | undefined,
  ): Resolved | undefined {
    const root = withLikes(patched, fileField, this.families);
    const reading = this.readingOf(root, names);
    const ground = this.groundOf(name, reading, root);
    const { draft } = ground;
    for (const check of checks) check(ground);
    const warmUp = draft.time?.["warm-up"] === "auto" ? chooseWarmUp(ground) : draft.time?.["warm-up"];
    if (this.notesOrigins) this.origins.set(name, reading.origins);
    this.used.addAll(reading.names.used);
    this.diagnostics.push(
      ...reading.told().map((diagnostic) => inVariant(diagnostic, name, baseline !== undefined)),
    );
    if (reading.errors > 0 || warmUp === undefined) return undefined;
    return assemble(ground, { warmUp, sites: this.shared.sites.of(ground) });
  }

  /** Reads the sections of a tree, which the checks then look at. */
  private groundOf(variant: string, reading: Reading, root: MapNode): CheckGround {
    const { source, shared } = this;
    const draft = readDraft(reading, root, { source, shared: shared.sections });
    const sites = once(() => Object.entries(draft.network?.sites ?? {}));
    return { variant, reading, root, draft, source, sites, ...shared.plans.of(draft, reading.names.sites) };
  }
}

/** What is compared in a tree, and what was said in reading it. */
interface ComparedVariants {
  readonly reading: Reading;
  readonly written: ReadonlyMap<string, WrittenVariant>;
  readonly crossing: Crossing | undefined;
  /** Of all variants, the crossed ones last. */
  readonly names: readonly string[];
}

/** Says in which variant something is wrong at a place that by itself, or in the baseline, is fine. */
function inVariant(diagnostic: Diagnostic, name: string, baselineIsFine: boolean): Diagnostic {
  if (name === "baseline" || !baselineIsFine) return diagnostic;
  if (diagnostic.place.owner !== undefined && !isCrossedName(name)) return diagnostic;
  return { ...diagnostic, wrong: `in variant ${name}, ${diagnostic.wrong}` };
}

/** Whether two scenarios say the same, whatever their sources. */
function isSameWorld(one: Resolved, other: Resolved): boolean {
  return isSame({ ...one, sources: {} }, { ...other, sources: {} });
}

function variantsNode(root: MapNode): MapNode | undefined {
  const node = nodeAt(root, "variants");
  return node?.node === "map" ? node : undefined;
}

/** `time.start`, read before all else since durations count from it. */
function startOf(root: MapNode): number | undefined {
  const text = textAt(root, "time", "start") ?? "";
  const start = looksLikeDate(text) ? readInstant(text) : undefined;
  return start && "at" in start ? start.at : undefined;
}
