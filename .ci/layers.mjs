/**
 * Holds src to the table of floors and rooms with dependency-cruiser. Fails when an import breaks a rule, and
 * also when fewer modules were read than stand in src: a check that reads nothing finds nothing.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const options = { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true };
const { output } = await cruise(["src"], options, undefined, { tsConfig: extractTsConfig("tsconfig.json") });

const read = output.modules.filter((module) => module.source.startsWith("src/")).length;
const standing = readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".ts")).length;
for (const { rule, from, to } of output.summary.violations) {
  process.stderr.write(`${from}: imports ${to}; the rule is: ${rule.name}\n`);
}
if (read < standing || read === 0) {
  process.stderr.write(
    `Read ${read} modules under src, where ${standing} stand: the check itself is broken.\n`,
  );
}
const failed = output.summary.violations.length > 0 || read < standing || read === 0;
process.stderr.write(`layers: ${read} modules under src, ${output.summary.violations.length} violations\n`);
process.exitCode = failed ? 1 : 0;
