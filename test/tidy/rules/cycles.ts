import { fileOfImport, importsOf } from "../imports.ts";
import { isSource } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** No file of src imports itself, however long the way round, counting what is left at run time. */
export function cycles(files: ReadonlyMap<string, string>): Violation[] {
  const targets = new Map<string, string[]>();
  for (const [file, text] of files) if (isSource(file)) targets.set(file, runTimeTargets(file, text));
  const found: Violation[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      const round = [...way.slice(way.indexOf(file)), file];
      found.push({
        file,
        line: 1,
        message: `imports itself: ${round.join(" -> ")}; cut one of these imports`,
      });
    } else if (!done.has(file)) {
      for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
      done.add(file);
    }
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}

function runTimeTargets(file: string, text: string): string[] {
  return importsOf(file, text).flatMap(({ specifier, runTime }) => {
    const target = runTime ? fileOfImport(file, specifier) : undefined;
    return target === undefined ? [] : [target];
  });
}
