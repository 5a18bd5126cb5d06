import type { Diagnostic } from "#base/diagnostic";
import { once } from "#base/once";
import { isSame } from "#base/same";
import type { Cost } from "#base/field";
import { looksLikeDate, readInstant } from "#base/time";
import { assemble } from "#scenario/language/assemble";
import type { CheckGround } from "#scenario/language/checks/check";
import { checks } from "#scenario/language/checks/checks";
import { checkSources } from "#scenario/language/checks/ids";
import { collectNames } from "#scenario/language/collect-names";
import type { NamedTree } from "#scenario/language/collect-names";
import { formReaders } from "#scenario/language/form-readers";
import type { NetworkSource } from "#scenario/source/network-source";
import { TrafficPlans } from "#scenario/language/planned-traffic";
import { readDraft } from "#scenario/language/read-draft";
import { readVariants } from "#scenario/language/read-variants";
import type { WrittenVariant } from "#scenario/language/read-variants";
import { Reading } from "#scenario/language/reading";
import type { Families, Origin } from "#scenario/language/reading";
import type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
import { ResolvedSites } from "#scenario/language/resolved-sites";
import { withNamedPassages } from "#scenario/language/named-passages";
import { SharedSections } from "#scenario/language/shared-sections";
import { reportUnused } from "#scenario/language/unused";
import { UsedNames } from "#scenario/language/used-names";
import { chooseWarmUp } from "#scenario/language/warm-up";
import { withLikes } from "#scenario/patch/likes";
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
  private readonly shared: SharedSections = new SharedSections();
  private readonly sites: ResolvedSites = new ResolvedSites();
  private variants: ReadonlyMap<string, WrittenVariant> = new Map();
  private named: NamedTree | undefined = undefined;
  private readonly plans: TrafficPlans;

  /** What is found wrong is added to `diagnostics`. */
  constructor(material: StudyMaterial, diagnostics: Diagnostic[]) {
    this.id = material.id;
    this.notesOrigins = material.notesOrigins;
    this.families = material.families;
    this.root = material.root;
    this.source = material.source;
    this.tables = material.tables;
    this.plans = new TrafficPlans(material.families, material.source);
    this.diagnostics = diagnostics;
  }

  /**
   * Sources name something of the file as it is written, whatever `--set` puts there or takes away. A file
   * with other errors does not tell.
   */
  checkWritten(written: MapNode): void {
    const root = withLikes(written, fileField, this.families);
    const names = [...(variantsNode(root)?.entries.keys() ?? [])];
    const reading = this.readingOf(root, names);
    const ground = this.groundOf("baseline", reading, root);
    if (reading.errors > 0) return;
    checkSources(ground);
    this.diagnostics.push(...reading.told().filter(({ code }) => code === "SOURCE_UNKNOWN"));
  }

  /** The baseline and all variants that have no error, in that order. */
  resolveVariants(): readonly ResolvedVariant[] {
    const names = [...(variantsNode(this.root)?.entries.keys() ?? [])];
    const reading = this.readingOf(this.root, names);
    this.variants = readVariants(reading, this.root);
    this.diagnostics.push(...reading.told());
    const baseline = this.resolveOne("baseline", this.root, names, undefined);
    const zero = { once: 0, perDay: 0 };
    const all = baseline
      ? [{ name: "baseline", summary: undefined, pillar: undefined, cost: zero, scenario: baseline }]
      : [];
    const others = [...this.variants.values()].flatMap(
      (variant) => this.resolvePatched(variant, names, baseline) ?? [],
    );
    reportUnused(this.root, [...this.variants.values()], this.used, this.diagnostics);
    return withNamedPassages([...all, ...others]);
  }

  /** The study of variants without errors, with the names of their sites. */
  studyOf(variants: readonly ResolvedVariant[]): Study {
    const ids = new Set(variants.flatMap(({ scenario }) => Object.keys(scenario.network.sites)));
    const named = [...ids].sort().flatMap((id) => {
      const written = textAt(this.root, "network", "sites", id, "name");
      const name = written ?? this.tables.names.get(id) ?? this.source?.nameOf(id);
      return name === undefined ? [] : [[id, name] as const];
    });
    const { id } = this;
    return named.length === 0 ? { id, variants } : { id, variants, names: Object.fromEntries(named) };
  }

  private readingOf(root: MapNode, variantNames: readonly string[]): Reading {
    const names = collectNames(root, this.source, variantNames, this.named);
    this.named ??= { root, names };
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
    const scenario = this.resolveOne(variant.name, patched.root, names, baseline);
    if (!scenario) return undefined;
    if (baseline && isSameWorld(baseline, scenario)) this.warnOfNothing(variant);
    const { name, summary, pillar } = variant;
    return { name, summary, pillar, cost: this.costOf(patched.lineage), scenario };
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
    return assemble(ground, { warmUp, sites: this.sites.of(ground) });
  }

  /** Reads the sections of a tree, which the checks then look at. */
  private groundOf(variant: string, reading: Reading, root: MapNode): CheckGround {
    const { source, shared } = this;
    const draft = readDraft(reading, root, { source, shared });
    const sites = once(() => Object.entries(draft.network?.sites ?? {}));
    return { variant, reading, root, draft, source, sites, ...this.plans.of(draft, reading.names.sites) };
  }
}

/** Says in which variant something is wrong when the place is one that the baseline is content with. */
function inVariant(diagnostic: Diagnostic, name: string, baselineIsFine: boolean): Diagnostic {
  if (name === "baseline" || !baselineIsFine) return diagnostic;
  if (diagnostic.place.owner !== undefined) return diagnostic;
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
