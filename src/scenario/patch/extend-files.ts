import type { Diagnostic } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Field } from "#base/field";
import type { MergeFamilies } from "#scenario/patch/merge";
import { patchedFile } from "#scenario/patch/patched-file";
import { besideFile } from "#scenario/read/beside";
import type { Library } from "#scenario/read/library";
import { nodeAt } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";

/** What a file and all that it extends come to. */
export interface ExtendedFile {
  readonly root: MapNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What extending needs to know: the fields of a whole scenario, and where other files come from. */
export interface Extending {
  readonly field: Field<unknown>;
  readonly families: MergeFamilies;
  readonly library: Library;
}

/** Reads a file and merges it over the file that it `extends`, and so on. */
export function extendFiles(text: string, file: string, how: Extending): ExtendedFile {
  return extend(text, file, how, [file]);
}

function extend(text: string, file: string, how: Extending, seen: readonly string[]): ExtendedFile {
  const own = readText(text, file);
  const named = nodeAt(own.root, "extends");
  if (!own.root || !named) return own;
  const base = baseOf(named, file, how, seen);
  const diagnostics = [...own.diagnostics, ...base.diagnostics];
  if (!base.root) return { root: base.diagnostics.length > 0 ? undefined : own.root, diagnostics };
  return { root: patchedFile(base.root, own.root, how.field, how.families), diagnostics };
}

function baseOf(named: Node, file: string, how: Extending, seen: readonly string[]): ExtendedFile {
  const fail = (code: DiagnosticCode, wrong: string, right: string): ExtendedFile => ({
    root: undefined,
    diagnostics: [{ code, severity: "error", place: named.place, path: "extends", wrong, right }],
  });
  if (named.node !== "scalar" || named.text === "") {
    return fail("SHAPE_WRONG", "`extends` names one file", "write extends: other-scenario");
  }
  const names = namesFor(named.text, file);
  const cycle = names.find((name) => seen.includes(name));
  if (cycle !== undefined) {
    const chain = [...seen.slice(seen.indexOf(cycle)), cycle].join(" extends ");
    return fail("FILE_CYCLE", chain, "remove one `extends`");
  }
  for (const name of names) {
    const bytes = how.library(name);
    const text = bytes && textOf(bytes);
    if (text !== undefined) return extend(text, name, how, [...seen, name]);
    if (bytes) return fail("FILE_UNKNOWN", `${name} is not text in UTF-8`, "name a scenario file");
  }
  return fail(
    "FILE_UNKNOWN",
    `there is no file ${names.join(" nor ")}`,
    "name a scenario of the same folder tree",
  );
}

/** The names that a shell may know the file by: as it stands, and as a folder with a `scenario.yaml`. */
function namesFor(name: string, file: string): readonly string[] {
  const joined = besideFile(file, name);
  return /\.(ya?ml|json)$/.test(name) ? [joined] : [`${joined}/scenario.yaml`, `${joined}.yaml`];
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
