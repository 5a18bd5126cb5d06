/**
 * Writes scenarios/schema.json, which editors complete scenario files with, from the kinds of the built
 * program.
 */
import { writeFileSync } from "node:fs";
import { schemaText } from "../dist/scenario/language/schema.js";

const file = new URL("../scenarios/schema.json", import.meta.url);
writeFileSync(file, schemaText());
process.stderr.write("Wrote scenarios/schema.json\n");
