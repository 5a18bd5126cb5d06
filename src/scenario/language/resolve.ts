import type { Diagnostic, Place } from "#base/diagnostic";
import { once } from "#base/once";
import { isSame } from "#base/same";
import { compareDiagnostics } from "#base/diagnostic";
import type { Cost, Field, Fields } from "#base/field";
import { looksLikeDate, readInstant } from "#base/time";
import { assemble } from "#scenario/language/assemble";
import type { CheckGround } from "#scenario/language/checks/check";
import { checks } from "#scenario/language/checks/checks";
import { checkSources } from "#scenario/language/checks/ids";
import { collectNames } from "#scenario/language/collect-names";
import type { NamedTree } from "#scenario/language/collect-names";
import { families as allFamilies } from "#scenario/language/families";
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
import { patchableKeys, scenarioFields, variantFields } from "#scenario/language/scenario-fields";
import { withNamedPassages } from "#scenario/language/named-passages";
import { reportTableFields, withoutRepeats } from "#scenario/language/scenario-tables";
import { SharedSections } from "#scenario/language/shared-sections";
import { reportUnused } from "#scenario/language/unused";
import { chooseWarmUp } from "#scenario/language/warm-up";
import { extendFiles } from "#scenario/patch/extend-files";
import { withLikes } from "#scenario/patch/likes";
import { merge } from "#scenario/patch/merge";
import { patchedFile } from "#scenario/patch/patched-file";
import { setPatch } from "#scenario/patch/set-patch";
import { patchVariant } from "#scenario/patch/variants";
import type { Library } from "#scenario/read/library";
import { nodeAt, textAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";
import { readTables } from "#scenario/source/read-tables";
import type { ReadTables } from "#scenario/source/read-tables";

/** A scenario as a shell hands it in. */
export interface ResolveInput {
  /** The scenario's id: the name of its folder or file. */
  readonly id: string;
  /** The name of the file, for places and for the files that it extends. */
  readonly file: string;
  readonly text: string;
  readonly library: Library;
  /** The `--set path=value` of the command line, in order. */
  readonly set?: readonly string[];
  /** The shipped network that `network.use` may name. */
  readonly source?: NetworkSource;
  /** Whether to note where every value comes from; not when left out, for that takes as long as reading. */
  readonly notesOrigins?: boolean;
}

/** What a scenario comes to: a study when there is no error, and all that is to be said about it. */
export interface Resolution {
  readonly study?: Study;
  /** In order of place; errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where every value comes from, by variant and path; empty unless that was asked for. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, Origin>>;
}

/** The shape of a whole file, variants included: what merges by key and what is replaced whole. */
export const fileField: Field<unknown> = wholeFile();

/**
 * Text to study: reads, merges, normalises and checks a scenario and all its variants. Never throws on any
 * text.
 */
export function resolveStudy(input: ResolveInput): Resolution {
  return resolveWith(input, allFamilies);
}

/** As `resolveStudy`, with other families of kinds: for tests of the language itself. */
export function resolveWith(input: ResolveInput, families: Families): Resolution {
  const { library } = input;
  const file = extendFiles(input.text, input.file, { field: fileField, families, library });
  const diagnostics: Diagnostic[] = [...file.diagnostics];
  if (!file.root) return finished(diagnostics, undefined, new Map());
  const written = withSets(file.root, input.set ?? [], families, diagnostics);
  const source = chooseSource(written, input.source, diagnostics);
  const tables = readTables(written, { file: input.file, field: fileField, families, library, source });
  diagnostics.push(...tables.diagnostics);
  if (tables.broken) {
    const names = collectNames(written, source, []);
    const reading = new Reading({ families, readers: formReaders, names, start: undefined });
    reportTableFields(reading, written, fileField);
    const found = finished([...diagnostics, ...reading.diagnostics], undefined, new Map());
    return { ...found, diagnostics: withoutRepeats(found.diagnostics, tables.files) };
  }
  const over = (root: MapNode): MapNode =>
    tables.base ? merge(tables.base, root, fileField, families) : root;
  const work = new StudyWork({ input, families, root: over(written), source, tables }, diagnostics);
  if (written !== file.root) work.checkWritten(over(file.root));
  const variants = work.resolveVariants();
  const errors = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  const found = finished(diagnostics, errors ? undefined : work.studyOf(variants), work.origins);
  return { ...found, diagnostics: withoutRepeats(found.diagnostics, tables.files) };
}

/** The data set that `network.use` names; an unknown one is reported. */
function chooseSource(
  root: MapNode,
  source: NetworkSource | undefined,
  diagnostics: Diagnostic[],
): NetworkSource | undefined {
  const use = nodeAt(root, "network", "use");
  if (use?.node !== "scalar" || use.text === "") return undefined;
  if (source?.name === use.text) return source;
  const wrong = `no data set is named "${use.text}"`;
  const right = source ? `nearest is "${source.name}"` : "there is none here: write sites and links";
  diagnostics.push({
    code: "ID_UNKNOWN",
    severity: "error",
    place: use.place,
    path: "network.use",
    wrong,
    right,
  });
  return undefined;
}

function finished(
  diagnostics: readonly Diagnostic[],
  study: Study | undefined,
  origins: Resolution["origins"],
): Resolution {
  const seen = new Set<string>();
  const at = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
  const unread = new Set(
    diagnostics.filter(({ code }) => code === "YAML_ALIAS").map(({ place }) => at(place)),
  );
  const kept = diagnostics.filter(({ code, place }) => {
    const key = `${code} ${at(place)}`;
    // What an alias stands for is not read: that it is no number either says nothing.
    if (seen.has(key) || (code !== "YAML_ALIAS" && unread.has(at(place)))) return false;
    seen.add(key);
    return true;
  });
  const sorted = kept.sort(compareDiagnostics);
  return study ? { study, diagnostics: sorted, origins } : { diagnostics: sorted, origins };
}

function withSets(
  root: MapNode,
  sets: readonly string[],
  families: Families,
  diagnostics: Diagnostic[],
): MapNode {
  let merged = root;
  for (const [index, text] of sets.entries()) {
    const set = setPatch(text, index + 1);
    diagnostics.push(...set.diagnostics);
    if (set.patch) merged = patchedFile(merged, set.patch, fileField, families);
  }
  return merged;
}

function wholeFile(): Field<unknown> {
  const scenario = scenarioFields as Fields; // their values are only better known
  const patch = Object.fromEntries(patchableKeys.map((key) => [key, scenarioFields[key]]));
  const variant = { ...variantFields, ...patch } as Fields; // as above
  const of: Field<unknown> = {
    shape: { form: "record", fields: variant },
    doc: "One variant: a patch.",
    optional: false,
  };
  const variants: Field<unknown> = {
    shape: { form: "map", of, keys: "any" },
    doc: "What is compared: patches of this scenario by name. `baseline`, without a patch, always exists.",
    optional: true,
  };
  return {
    shape: { form: "record", fields: { ...scenario, variants } },
    doc: "A scenario.",
    optional: false,
  };
}

/** What the work on one file begins with. */
interface StudyMaterial {
  readonly input: ResolveInput;
  readonly families: Families;
  /** The tree of the file over what its tables bring. */
  readonly root: MapNode;
  readonly source: NetworkSource | undefined;
  readonly tables: ReadTables;
}

/** The work on one file: what is shared by its variants. */
class StudyWork {
  readonly origins: Map<string, ReadonlyMap<string, Origin>> = new Map();
  private readonly input: ResolveInput;
  private readonly families: Families;
  private readonly root: MapNode;
  private readonly diagnostics: Diagnostic[];
  private readonly source: NetworkSource | undefined;
  private readonly tables: ReadTables;
  private readonly used: Set<string> = new Set();
  private readonly shared: SharedSections = new SharedSections();
  private readonly sites: ResolvedSites = new ResolvedSites();
  private variants: ReadonlyMap<string, WrittenVariant> = new Map();
  private named: NamedTree | undefined = undefined;
  private readonly plans: TrafficPlans;

  constructor(material: StudyMaterial, diagnostics: Diagnostic[]) {
    this.input = material.input;
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
    this.diagnostics.push(...reading.diagnostics.filter(({ code }) => code === "SOURCE_UNKNOWN"));
  }

  resolveVariants(): readonly ResolvedVariant[] {
    const names = [...(variantsNode(this.root)?.entries.keys() ?? [])];
    const reading = this.readingOf(this.root, names);
    this.variants = readVariants(reading, this.root);
    this.diagnostics.push(...reading.diagnostics);
    const baseline = this.resolveOne("baseline", this.root, names, undefined);
    const zero = { once: 0, perDay: 0 };
    const all = baseline
      ? [{ name: "baseline", summary: undefined, pillar: undefined, cost: zero, scenario: baseline }]
      : [];
    const others = [...this.variants.values()].flatMap(
      (variant) => this.resolvePatched(variant, names, baseline) ?? [],
    );
    reportUnused(this.root, this.variants.values(), this.used, this.diagnostics);
    return withNamedPassages([...all, ...others]);
  }

  /** The study of variants without errors, with the names of their sites. */
  studyOf(variants: readonly ResolvedVariant[]): Study {
    const ids = new Set(variants.flatMap(({ scenario }) => Object.keys(scenario.network.sites)));
    const named = [...ids].sort().flatMap((id) => {
      const name = this.tables.names.get(id) ?? this.source?.nameOf(id);
      return name === undefined ? [] : [[id, name] as const];
    });
    const { id } = this.input;
    return named.length === 0 ? { id, variants } : { id, variants, names: Object.fromEntries(named) };
  }

  private readingOf(root: MapNode, variantNames: readonly string[]): Reading {
    const names = collectNames(root, this.source, variantNames, this.named);
    this.named ??= { root, names };
    // What sources are about is told by the paths that values have.
    const notesOrigins = this.input.notesOrigins === true || root.entries.has("sources");
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
    if (this.input.notesOrigins === true) this.origins.set(name, reading.origins);
    for (const id of reading.names.used) this.used.add(id);
    this.diagnostics.push(
      ...reading.diagnostics.map((diagnostic) => inVariant(diagnostic, name, baseline !== undefined)),
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
