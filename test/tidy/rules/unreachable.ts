import { posix } from "node:path";
import ts from "typescript";
import { house } from "../floors.ts";
import { fileOfImport, importsOf } from "../imports.ts";
import { isSource, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** Every file of src is reached from an entry: by imports, or as a worker named by its path. */
export function unreachable(files: ReadonlyMap<string, string>): Violation[] {
  const sources = [...files.keys()].filter((file) => isSource(file) && !file.endsWith(".d.ts"));
  const reached = new Set<string>();
  const waiting = house.entries.filter((entry) => files.has(entry));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = files.get(file);
    if (text === undefined || reached.has(file)) continue;
    reached.add(file);
    waiting.push(...leadsOf(file, text));
  }
  const message = `is reached from no entry (${house.entries.join(", ")}); use it or remove it`;
  return sources.filter((file) => !reached.has(file)).map((file) => ({ file, line: 1, message }));
}

function leadsOf(file: string, text: string): string[] {
  const imported = importsOf(file, text).flatMap(({ specifier }) => fileOfImport(file, specifier) ?? []);
  const literals = nodesOf(file, text, ts.isStringLiteralLike).map(({ text: path }) => path);
  // A worker is named as `./worker.${ending}`, because it ends in .ts in development and in .js when built.
  const templates = nodesOf(file, text, ts.isTemplateExpression).map(({ head }) =>
    head.text.replace(/\.$/, ".ts"),
  );
  const named = [...literals, ...templates]
    .filter((path) => /^\.\/[\w./-]+\.(ts|js)$/.test(path))
    .map((path) => posix.join(posix.dirname(file), path).replace(/\.js$/, ".ts"));
  return [...imported, ...named];
}
