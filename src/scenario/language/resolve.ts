import { assert } from "#base/assert";
import type { Diagnostic, Place } from "#base/diagnostic";
import { compareDiagnostics } from "#base/diagnostic";
import { collectNames } from "#scenario/language/collect-names";
import { families as allFamilies } from "#scenario/language/families";
import { formReaders } from "#scenario/language/form-readers";
import type { NetworkSource } from "#scenario/source/network-source";
import { Reading } from "#scenario/language/reading";
import type { Families, Origin } from "#scenario/language/reading";
import type { Study } from "#scenario/language/resolved";
import { reportTableFields } from "#scenario/language/scenario-tables";
import { extendFiles } from "#scenario/patch/extend-files";
import { merge } from "#scenario/patch/merge";
import { patchedFile } from "#scenario/patch/patched-file";
import { setPatch } from "#scenario/patch/set-patch";
import type { Library } from "#scenario/read/library";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";
import { readInstantFiles } from "#scenario/source/instant-files";
import { withoutRepeats } from "#scenario/source/alike-rows";
import { readTables } from "#scenario/source/read-tables";
import { fileField } from "#scenario/language/file-field";
import type { Futures, FuturesDesign, FutureValue, VariedPath } from "#scenario/language/futures";
import { SharedWork } from "#scenario/language/shared-work";
import { StudyWork } from "#scenario/language/study-work";
import type { StudyMaterial } from "#scenario/language/study-work";
import { withUnknownIdsOnce } from "#scenario/language/unknown-ids";

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
  /** Its futures, where it has some and there is no error. */
  readonly futures?: StudyFutures;
  /** In order of place; errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where every value comes from, by variant and path; empty unless that was asked for. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, Origin>>;
}

/** The futures of a study, of which none is kept: each is made when it is asked for. */
export interface StudyFutures {
  readonly count: number;
  readonly design: FuturesDesign;
  /** What they vary, in the order of the values of a future. */
  readonly paths: readonly VariedPath[];
  idOf(index: number): string;
  /** What a future says, path by path. */
  valuesOf(index: number): readonly FutureValue[];
  /** A future by its index, from 0: what it says, and its study unless a value does not fit. */
  at(index: number): Future;
}

/** One future: every variant, with the same values written over it. */
export interface Future {
  /** `f001`, `f002` ... */
  readonly id: string;
  readonly values: readonly FutureValue[];
  readonly study?: Study;
  /** What is wrong with it names the future and its values; warnings are told of the scenario alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Text to study: reads, merges, normalises and checks a scenario and all its variants. Never throws on any
 * text.
 */
export function resolveStudy(input: ResolveInput): Resolution {
  return resolveWith(input, allFamilies);
}

/** As `resolveStudy`, with other families of kinds: for tests of the language itself. */
export function resolveWith(input: ResolveInput, families: Families): Resolution {
  const { id, library, notesOrigins = false } = input;
  const file = extendFiles(input.text, input.file, { field: fileField, families, library });
  const diagnostics: Diagnostic[] = [...file.diagnostics];
  if (!file.root) return finished(diagnostics, undefined, new Map());
  const set = withSets(file.root, input.set ?? [], families, diagnostics);
  const instants = readInstantFiles(set, { file: input.file, library });
  diagnostics.push(...instants.diagnostics);
  const written = instants.root;
  const source = chooseSource(written, input.source, diagnostics);
  const tables = readTables(written, { file: input.file, field: fileField, families, library, source });
  diagnostics.push(...tables.diagnostics);
  if (tables.broken) {
    const names = collectNames(written, source, []);
    const reading = new Reading({ families, readers: formReaders, names, start: undefined });
    reportTableFields(reading, written, fileField);
    const found = finished([...diagnostics, ...reading.told()], undefined, new Map());
    return { ...found, diagnostics: withoutRepeats(found.diagnostics, tables.files) };
  }
  const over = (root: MapNode): MapNode =>
    tables.base ? merge(tables.base, root, fileField, families) : root;
  const shared = new SharedWork(families, source);
  const material = { id, families, root: over(written), source, tables, notesOrigins, shared };
  const work = new StudyWork(material, diagnostics);
  if (set !== file.root) {
    // Other names may stand there: it shares nothing with the trees that are run.
    const apart = { ...material, shared: new SharedWork(families, source) };
    new StudyWork(apart, diagnostics).checkWritten(over(file.root));
  }
  const variants = work.resolveVariants();
  const errors = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  const found = finished(diagnostics, errors ? undefined : work.studyOf(variants), work.origins);
  const files = new Set([...tables.files, ...instants.files]);
  const futures = errors ? undefined : work.futuresOf(variants);
  const more = futures === undefined ? {} : { futures: studyFutures(futures, material) };
  return { ...found, ...more, diagnostics: withoutRepeats(found.diagnostics, files) };
}

function studyFutures(futures: Futures, material: StudyMaterial): StudyFutures {
  return {
    count: futures.count,
    design: futures.design,
    paths: futures.paths,
    idOf: (index) => futures.idOf(index),
    valuesOf: (index) => futures.valuesOf(index),
    at: (index) => {
      assert(index >= 0 && index < futures.count, `there is a future ${index} of ${futures.count}`);
      const [id, values] = [futures.idOf(index), futures.valuesOf(index)];
      const future = (tree: MapNode): MapNode => futures.patchOver(tree, index);
      const diagnostics: Diagnostic[] = [];
      const shared = new SharedWork(material.families, material.source, material.shared);
      const work = new StudyWork({ ...material, shared, future }, diagnostics);
      const variants = work.resolveVariants();
      const errors = diagnostics.some(({ severity }) => severity === "error");
      const found = finished(diagnostics, errors ? undefined : work.studyOf(variants), new Map());
      const said = values.map(({ path, text }) => `${path} is ${text}`).join(", ");
      const named = (one: Diagnostic): Diagnostic => ({
        ...one,
        wrong: `in future ${id}, where ${said}, ${one.wrong}`,
      });
      const told = found.diagnostics.filter(({ severity }) => severity === "error").map(named);
      return { id, values, ...(found.study && { study: found.study }), diagnostics: told };
    },
  };
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
  const kept = diagnostics.filter(({ code, place, wrong, right }) => {
    // A map may lack several keys, all told at its beginning; a patch may clash with several others.
    const told = code === "PATCH_CONFLICT" ? wrong : code === "KEY_MISSING" ? right : "";
    const key = `${code} ${at(place)} ${told}`;
    // What an alias stands for is not read: that it is no number either says nothing.
    if (seen.has(key) || (code !== "YAML_ALIAS" && unread.has(at(place)))) return false;
    seen.add(key);
    return true;
  });
  const sorted = withUnknownIdsOnce(kept.sort(compareDiagnostics));
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
