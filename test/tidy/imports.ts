import { posix } from "node:path";
import ts from "typescript";
import { lineOf, nodesOf } from "./syntax.ts";

/** One import or re-export of a file. */
export interface Import {
  /** As written: `#engine/kernel/calendar`, `node:fs`, `yaml`. */
  readonly specifier: string;
  readonly line: number;
  /** False for `import type`, which leaves nothing in the compiled file. */
  readonly runTime: boolean;
  /** The names taken or passed on from it; empty for a whole module. */
  readonly names: readonly string[];
}

/** All imports of a text: static, re-exported and dynamic. */
export function importsOf(file: string, text: string): Import[] {
  const isImport = (node: ts.Node): node is ts.ImportDeclaration | ts.ExportDeclaration | ts.CallExpression =>
    ts.isImportDeclaration(node) ||
    (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) ||
    (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword);
  return nodesOf(file, text, isImport).map((node) => ({
    specifier: specifierOf(node),
    line: lineOf(node),
    runTime: !isTypeOnly(node),
    names: namesOf(node),
  }));
}

/** The path of the source file that a subpath or relative import means; undefined for packages. */
export function fileOfImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return `src/${specifier.slice(1)}.ts`;
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts");
}

function specifierOf(node: ts.ImportDeclaration | ts.ExportDeclaration | ts.CallExpression): string {
  const written = ts.isCallExpression(node) ? node.arguments[0] : node.moduleSpecifier;
  return written && ts.isStringLiteralLike(written) ? written.text : "";
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration | ts.CallExpression): boolean {
  if (ts.isCallExpression(node)) return false;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function namesOf(node: ts.ImportDeclaration | ts.ExportDeclaration | ts.CallExpression): string[] {
  if (ts.isCallExpression(node)) return [];
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return [];
  return [...bindings.elements].map((element) => (element.propertyName ?? element.name).text);
}
