import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, relative, resolve } from "node:path";
import type { Diagnostic } from "#base/diagnostic";
import { besideFile } from "#scenario/read/beside";
import type { Sketch } from "#scenario/source/sketch-scenario";
import type { Arguments, Command } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { jsonText } from "#shells/cli/output";
import { assertFree, schemaLine } from "#shells/cli/scenario-file";
import { ScenarioRefused } from "#shells/cli/scenario-refused";
import { quoted } from "#shells/cli/typed-command";
import { numberText, withUnit } from "#study/experiment/quantity-text";
import { writeWholeFile } from "#study/store/whole-folder";

/**
 * Writes a scenario that reads tables and runs, and says what it had to assume. It is read once before it is
 * written: a row that is wrong is told with its place, and then nothing is written.
 */
export const importFiles: Command = {
  usage: "import <files...>",
  summary: "Write a scenario that reads sites, links and flows from files, and say what it had to assume",
  needs: "one or more files of sites, links or flows, such as ports.csv lanes.geojson",
  takes: [],
  run(given, io, workshop) {
    const shown = given.out ?? `${stemOf(given.paths[0] ?? "")}.yaml`;
    const file = resolve(io.folder, shown);
    assertFree({ file, shown, example: stemOf(shown) });
    if (!existsSync(dirname(file)))
      throw new UsageError(`there is no folder ${dirname(shown)}; make it, or name another with --out`);
    const files = given.paths.map((typed) => openedFile(typed, dirname(file), io));
    const sketching = workshop.sketch(files);
    if ("lacks" in sketching) throw new UsageError(`${sketching.lacks}; nothing was written`);
    if ("diagnostics" in sketching)
      throw refused(sketching.diagnostics.map((one) => seenFromHere(one, shown)));
    const text = `${schemaLine(file)}\n${sketching.sketch.text}`;
    const { study, diagnostics } = workshop.checkText(text, shown, io.folder, files);
    if (study === undefined) throw refused(ofFiles(diagnostics, shown));
    assertFree({ file, shown, example: stemOf(shown) });
    writeWholeFile(file, text);
    for (const warning of diagnostics) io.err(`${diagnosticText(warning)}\n`);
    io.out(printed(sketching.sketch, shown, { given, io }));
    return Promise.resolve(exitCodes.done);
  },
};

function stemOf(typed: string): string {
  return basename(typed, extname(typed));
}

/** A file by its name from the folder of the scenario, beside or below which it must lie. */
function openedFile(
  typed: string,
  folder: string,
  io: Io,
): { readonly file: string; readonly bytes: Uint8Array } {
  const path = resolve(io.folder, typed);
  if (!existsSync(path))
    throw new UsageError(`there is no file ${typed}; name files of sites, links or flows`);
  if (!statSync(path).isFile()) throw new UsageError(`${typed} is a folder; name the files in it`);
  if (/\.ya?ml$/i.test(typed))
    throw new UsageError(`${typed} is a scenario, no table; name files of sites, links or flows`);
  const file = relative(folder, path).replaceAll("\\", "/");
  if (file.startsWith("..")) {
    const beside = `${dirname(typed)}/${stemOf(typed)}.yaml`;
    throw new UsageError(
      `${typed} lies outside the folder of the scenario; write that beside it: --out ${quoted(beside)}`,
    );
  }
  return { file, bytes: readFileSync(path) };
}

function refused(diagnostics: readonly Diagnostic[]): ScenarioRefused {
  const them = diagnostics.length === 1 ? "it" : "them";
  return new ScenarioRefused(diagnostics, `mend ${them} and import again; nothing was written`);
}

/**
 * What is wrong with the files; without what follows from it in a scenario that nobody sees. A station with
 * more work than it can do is only warned of elsewhere: here no warm-up can be chosen for it.
 */
function ofFiles(diagnostics: readonly Diagnostic[], shown: string): readonly Diagnostic[] {
  const own = diagnostics.filter(({ severity, place }) => severity === "error" && place.file !== shown);
  if (own.length > 0) return own;
  const full = diagnostics.filter(({ code, place }) => code === "LOAD_FULL" && place.file !== shown);
  return full.length > 0 ? full.map((one) => ({ ...one, severity: "error" as const })) : diagnostics;
}

/** A place in a file that is named from the folder of the scenario, named from the current one. */
function seenFromHere(diagnostic: Diagnostic, shown: string): Diagnostic {
  const { place } = diagnostic;
  return { ...diagnostic, place: { ...place, file: besideFile(shown, place.file) } };
}

interface Printing {
  readonly given: Arguments;
  readonly io: Io;
}

function printed({ tables, assumptions }: Sketch, shown: string, { given, io }: Printing): string {
  const counts = tables.map(({ file, kind, guesses }) => ({
    file,
    kind,
    holds: Object.fromEntries(guesses.map(({ section, sheet }) => [section, sheet.rows.length])),
  }));
  if (given.json) {
    const said = assumptions.map(([about, assumed]) => ({ about, assumed }));
    return jsonText({ file: shown, tables: counts, assumptions: said });
  }
  if (given.quiet) return `${shown}\n`;
  const read = counts.map(({ file, kind, holds }) => {
    const parts = Object.entries(holds).map(([section, count]) => withUnit(numberText(count, 0), section));
    return `  ${file}: ${parts.join(" and ")} (${kind})`;
  });
  const assumed = assumptions.map(([about, assumption]) => `  ${about}: ${assumption}`);
  const file = quoted(shown);
  return [
    `Wrote ${shown}, which reads`,
    ...read,
    "",
    "It had to assume, and says so in its comments:",
    ...assumed,
    "",
    `  ${io.program} run ${file}        answers its question`,
    `  ${io.program} validate ${file}   checks it, after you changed it`,
    "",
  ].join("\n");
}
