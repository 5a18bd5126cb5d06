import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playPage } from "./played-page.ts";

/** Follows the tutorial and writes into it what its commands print now. */
const folder = mkdtempSync(join(tmpdir(), "breakwater-tutorial-"));
try {
  const { text, codes } = await playPage(readFileSync("TUTORIAL.md", "utf8"), folder);
  writeFileSync("TUTORIAL.md", text);
  console.error(`Wrote TUTORIAL.md; its commands ended ${codes.join(", ")}`);
} finally {
  rmSync(folder, { recursive: true });
}
