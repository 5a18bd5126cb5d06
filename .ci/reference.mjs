/**
 * Writes REFERENCE.md, every key and every kind of a scenario with examples, from the kinds of the built
 * program.
 */
import { writeFileSync } from "node:fs";
import { referenceText } from "../dist/scenario/language/reference/reference-text.js";

writeFileSync(new URL("../REFERENCE.md", import.meta.url), referenceText());
process.stderr.write("Wrote REFERENCE.md\n");
