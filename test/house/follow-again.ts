import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playExamples } from "./played-examples.ts";
import { playPage } from "./played-page.ts";

/** Follows the tutorial and runs the programs of API.md, and writes into both what is printed now. */
const folder = mkdtempSync(join(tmpdir(), "breakwater-tutorial-"));
try {
  const consumer = join(folder, "consumer");
  mkdirSync(consumer);
  const { text: api, programs } = playExamples(readFileSync("API.md", "utf8"), consumer);
  writeFileSync("API.md", api);
  console.error(`Wrote API.md; it runs ${programs.join(", ")}`);
  const { text, codes } = await playPage(readFileSync("TUTORIAL.md", "utf8"), folder);
  writeFileSync("TUTORIAL.md", text);
  console.error(`Wrote TUTORIAL.md; its commands ended ${codes.join(", ")}`);
} finally {
  rmSync(folder, { recursive: true });
}
