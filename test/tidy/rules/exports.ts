import ts from "typescript";
import { isSource, isTypeScript, lineOf, syntaxTree } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** No default exports, except where a tool reads its configuration from one. */
export function defaultExport(file: string, text: string): Violation[] {
  if (!isTypeScript(file) || /\.config\.ts$/.test(file)) return [];
  return syntaxTree(file, text)
    .statements.filter(
      (statement) => ts.isExportAssignment(statement) || hasModifier(statement, ts.SyntaxKind.DefaultKeyword),
    )
    .map((statement) => ({
      file,
      line: lineOf(statement),
      message: "a default export has no one name; export it by its name",
    }));
}

/** Every name that src exports has a doc comment. Of overloads, the first. */
export function missingDoc(file: string, text: string): Violation[] {
  if (!isSource(file)) return [];
  const documented = new Set<string>();
  return syntaxTree(file, text).statements.flatMap((statement) => {
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return [];
    const names = namesOf(statement);
    const missing = names.filter((name) => !documented.has(name));
    if (ts.getJSDocCommentsAndTags(statement).length > 0) {
      for (const name of names) documented.add(name);
      return [];
    }
    const line = lineOf(statement);
    return missing.map((name) => ({
      file,
      line,
      message: `\`${name}\` is exported without a doc comment; say what it is`,
    }));
  });
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((word) => word.kind === kind);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) => one.name.getText());
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}
