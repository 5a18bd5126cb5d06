import ts from "typescript";
import { fileOfImport, importsOf } from "../imports.ts";
import { isSource, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

const isList = (file: string): boolean => /(^|\/|-)kinds\.ts$/.test(file);

/**
 * Every exported value of a type that ends in `Kind` is taken or passed on by a file `kinds.ts` or
 * `...-kinds.ts`.
 */
export function unlistedKinds(files: ReadonlyMap<string, string>): Violation[] {
  const listed = new Set<string>();
  for (const [file, text] of files) if (isSource(file) && isList(file)) addListed(listed, file, text);
  return [...files]
    .flatMap(([file, text]) =>
      !isSource(file) || isList(file)
        ? []
        : kindsOf(file, text).filter(({ name }) => !listed.has(`${file} ${name}`)),
    )
    .map(({ file, line, name }) => ({
      file,
      line,
      message: `kind \`${name}\` is in no kinds.ts; list it in its family's`,
    }));
}

function addListed(listed: Set<string>, file: string, text: string): void {
  for (const { specifier, names, runTime } of importsOf(file, text)) {
    const target = fileOfImport(file, specifier);
    if (target !== undefined && runTime) for (const name of names) listed.add(`${target} ${name}`);
  }
}

function kindsOf(file: string, text: string): { file: string; line: number; name: string }[] {
  return nodesOf(file, text, ts.isVariableStatement)
    .filter((statement) => statement.modifiers?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((statement) => [...statement.declarationList.declarations])
    .filter(({ type }) => type && ts.isTypeReferenceNode(type) && /Kind$/.test(type.typeName.getText()))
    .map((declaration) => ({ file, line: lineOf(declaration), name: declaration.name.getText() }));
}
