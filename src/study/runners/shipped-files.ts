import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Library } from "#scenario/read/library";

const packages = createRequire(import.meta.url);
const dataFolder = new URL("../../../notebooks-data/", import.meta.url);
/** Folders of `notebooks-data`. */
const ours = /^(world|verification)\//;
const missing: ReadonlySet<string> = new Set(["ENOENT", "MODULE_NOT_FOUND", "ERR_PACKAGE_PATH_NOT_EXPORTED"]);

/**
 * The files of the data sets that come with Breakwater: of `notebooks-data`, and of the packages that it
 * depends on, by the name under which `scenario/source` asks for them. Nothing else is ever read by it.
 */
export const shippedFiles: Library = (name) => {
  try {
    return readFileSync(ours.test(name) ? new URL(name, dataFolder) : packages.resolve(name));
  } catch (error) {
    if (error instanceof Error && "code" in error && missing.has(String(error.code))) return undefined;
    throw error;
  }
};
