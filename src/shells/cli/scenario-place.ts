import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Library } from "#scenario/read/library";
import { suggest } from "#scenario/read/nearest";
import { UsageError } from "#shells/cli/exit-code";

/** A scenario on disk: what a user may type for it, and what it is called. */
export interface ScenarioPlace {
  /** Its file as a user sees it: relative to the current folder where it lies below it. */
  readonly file: string;
  /** The name of its folder, or of its file. */
  readonly id: string;
  /** What to type to run it again. */
  readonly typed: string;
  /** The files of its folder tree. */
  readonly library: Library;
}

const scenarioName = "scenario.yaml";
const endings: readonly string[] = [".yaml", ".yml", ".json"];
const shipped = fileURLToPath(new URL("../../../scenarios", import.meta.url));

/** Finds a scenario: a file, a folder that holds `scenario.yaml`, or the bare name of a shipped one. */
export function findScenario(typed: string, folder: string): ScenarioPlace {
  const path = resolve(folder, typed);
  if (existsSync(path)) return placeOf(typed, path, folder);
  const named = join(shipped, typed);
  if (/^[\w-]+$/.test(typed) && existsSync(join(named, scenarioName))) return placeOf(typed, named, folder);
  const remedy = typed.includes("/")
    ? `name a file, a folder with a scenario.yaml, or one of ${shippedNames().join(", ")}`
    : suggest(typed, shippedNames());
  throw new UsageError(`there is no scenario ${typed}; ${remedy}`);
}

/** The names of the scenarios that come with Breakwater, in order. */
export function shippedNames(): readonly string[] {
  if (!existsSync(shipped)) return [];
  return readdirSync(shipped)
    .filter((name) => existsSync(join(shipped, name, scenarioName)))
    .sort();
}

function placeOf(typed: string, path: string, folder: string): ScenarioPlace {
  const file = statSync(path).isDirectory() ? join(path, scenarioName) : path;
  if (!existsSync(file))
    throw new UsageError(
      `${typed} is a folder without a ${scenarioName}; name a scenario file, or one of ` +
        shippedNames().join(", "),
    );
  if (!endings.includes(extname(file))) {
    throw new UsageError(
      `${typed} is no scenario: the name of one ends in ${endings.join(", ")}; shipped are ` +
        shippedNames().join(", "),
    );
  }
  return { ...scenarioAt(file, folder), typed };
}

/** Where a scenario is, or will be, whose file is named from the current folder. */
export function scenarioAt(named: string, folder: string): ScenarioPlace {
  const file = resolve(folder, named);
  const inFolder = basename(file) === scenarioName;
  const id = inFolder ? basename(dirname(file)) : basename(file, extname(file));
  const below = relative(folder, file);
  const tree = inFolder ? dirname(dirname(file)) : dirname(file);
  const shown = below.startsWith("..") ? file : below;
  return { file: shown, id, typed: named, library: libraryOf(tree, folder) };
}

/**
 * Reads files of one folder tree only, also where a link leads out of it. Names count from the current
 * folder.
 */
function libraryOf(tree: string, folder: string): Library {
  const root = realpathSync(tree);
  return (name) => {
    const path = resolve(folder, name);
    if (!existsSync(path)) return undefined;
    const real = realpathSync(path);
    if (!real.startsWith(root + sep) || !statSync(real).isFile()) return undefined;
    return readFileSync(real);
  };
}
