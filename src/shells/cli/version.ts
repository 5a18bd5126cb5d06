import { readFileSync } from "node:fs";

/** The version of this package, as its `package.json` says. */
export function version(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  const { version: stated } = JSON.parse(text) as { version: string }; // npm refuses a package without one
  return stated;
}
