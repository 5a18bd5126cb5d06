import { readFileSync, writeFileSync } from "node:fs";
import { coverageText } from "./coverage-table.ts";

/** Writes the figures of COVERAGE.md anew, some minutes; the words before them stay. */
const place = new URL("../../../../COVERAGE.md", import.meta.url);
const page = readFileSync(place, "utf8");
writeFileSync(place, page.slice(0, page.indexOf("\n## Mean\n") + 1) + coverageText());
process.stderr.write("Wrote COVERAGE.md\n");
