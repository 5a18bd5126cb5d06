import { existsSync, readFileSync } from "node:fs";

/** What a shipped scenario gives, kept beside it: `expected.json`. */
export interface Expected {
  /** Digest of the whole run. */
  readonly digest: string;
  /** Digest of its first replications only, which a usual run of all tests can afford. */
  readonly brief: { readonly replications: number; readonly digest: string };
}

/** The file of a scenario's folder, by its place relative to these tests. */
export function expectedFile(place: string): URL {
  return new URL(`${place}/expected.json`, import.meta.url);
}

/** What is committed; undefined where nothing is. */
export function expectedOf(place: string): Expected | undefined {
  const file = expectedFile(place);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as Expected; // as expect-again wrote it
}
