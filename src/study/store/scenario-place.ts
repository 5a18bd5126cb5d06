import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Library } from "#scenario/read/library";
import { suggest } from "#scenario/read/nearest";
import { manifestName } from "#study/store/whole-folder";

/** A scenario on disk: what a user may type for it, and what it is called. */
export interface ScenarioPlace {
  /** Its file as a user sees it: relative to the current folder where it lies below it. */
  readonly file: string;
  /** The name of its folder, or of its file. */
  readonly id: string;
  /** The files of its folder tree. */
  readonly library: Library;
}

/** No scenario is where one was looked for. The message says so, and where the nearest is. */
export class NoScenario extends Error {
  override readonly name: string = "NoScenario";
}

const scenarioName = "scenario.yaml";
const benchmarkFolder = "benchmark";
const besideMost = 12;
const endings: readonly string[] = [".yaml", ".yml", ".json"];
const shipped = fileURLToPath(new URL("../../../scenarios", import.meta.url));

/**
 * Finds a scenario: a file, a folder that holds `scenario.yaml`, or the name of a shipped one, such as
 * `two-canals` or `benchmark/corridor`.
 */
export function findScenario(typed: string, folder: string): ScenarioPlace {
  const path = resolve(folder, typed);
  if (existsSync(path)) return placeOf(typed, path, folder);
  const named = join(shipped, typed);
  if (/^(benchmark\/)?[\w-]+$/.test(typed) && existsSync(join(named, scenarioName)))
    return placeOf(typed, named, folder);
  const near = join(dirname(typed), basename(typed, extname(typed)));
  const beside = scenariosIn(dirname(path), dirname(typed));
  const namesake = beside.find((name) => name.replace(/\.\w+$/, "") === near);
  const remedy =
    namesake === undefined ? suggest(typed, [...beside, ...shippedNames()], 30) : `nearest is "${namesake}"`;
  throw new NoScenario(`there is no scenario ${typed}; ${remedy}`);
}

/** The scenarios that lie in a folder, as a user would name them from where that is called `shown`. */
function scenariosIn(folder: string, shown: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter(
      (name) => [".yaml", ".yml"].includes(extname(name)) || existsSync(join(folder, name, scenarioName)),
    )
    .sort()
    .slice(0, besideMost)
    .map((name) => join(shown, name));
}

/** The names of the scenarios that come with Breakwater, in order. */
export function shippedNames(): readonly string[] {
  if (!existsSync(shipped)) return [];
  return readdirSync(shipped)
    .filter((name) => existsSync(join(shipped, name, scenarioName)))
    .sort();
}

/** The networks of the benchmark that come with Breakwater, in order of id, and where their files are. */
export function shippedBenchmarks(): readonly { readonly id: string; readonly path: string }[] {
  const folder = join(shipped, benchmarkFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, scenarioName)))
    .sort()
    .map((id) => ({ id, path: join(folder, id) }));
}

function placeOf(typed: string, path: string, folder: string): ScenarioPlace {
  const isFolder = statSync(path).isDirectory();
  const file = isFolder ? join(path, scenarioName) : path;
  const run = runAt(isFolder ? path : dirname(path));
  if (run !== undefined && (!isFolder || !existsSync(file)))
    throw new NoScenario(
      `${typed} is of a run that "${run}" made, and no scenario; name its scenario, ` +
        "or ask explain, report or diff about the run",
    );
  if (!existsSync(file)) {
    const inside = scenariosIn(path, typed);
    const others =
      inside.length === 0
        ? `a scenario file, or one of ${shippedNames().join(", ")}`
        : `a file in it: ${inside.join(", ")}`;
    throw new NoScenario(`${typed} is a folder without a ${scenarioName}; name ${others}`);
  }
  if (!endings.includes(extname(file))) {
    throw new NoScenario(
      `${typed} is no scenario: the name of one ends in ${endings.join(", ")}; shipped are ` +
        shippedNames().join(", "),
    );
  }
  return scenarioAt(file, folder);
}

/** What was typed for the run that a folder holds; undefined where it holds none. */
function runAt(folder: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, manifestName), "utf8"));
    const { command } = manifest as { readonly command?: unknown }; // what is not there stays undefined
    return typeof command === "string" ? command : undefined;
  } catch {
    return undefined;
  }
}

/** Where a scenario is, or will be, whose file is named from the current folder. */
export function scenarioAt(named: string, folder: string): ScenarioPlace {
  const file = resolve(folder, named);
  const inFolder = basename(file) === scenarioName;
  const id = inFolder ? basename(dirname(file)) : basename(file, extname(file));
  const below = relative(folder, file);
  const tree = inFolder ? dirname(dirname(file)) : dirname(file);
  const shown = below.startsWith("..") ? file : below;
  return { file: shown, id, library: libraryOf(tree, folder) };
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
