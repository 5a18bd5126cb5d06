import ts from "typescript";
import { isTypeScript, lastLineOf, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/**
 * The files where `!` may stand behind an index into an array that a checked handle has made safe: hot loops
 * in which a second check would cost. Adding one is a decision.
 */
export const hotFiles: readonly string[] = [
  "src/base/elementary/fast-log.ts",
  "src/engine/kernel/heap-calendar.ts",
  "src/engine/kernel/ladder-calendar.ts",
  "src/engine/kernel/simulation.ts",
  "src/engine/kernel/slots.ts",
  "src/engine/network/adjacency.ts",
  "src/engine/network/cheapest-routes.ts",
  "src/engine/network/gate-graph.ts",
  "src/engine/network/shortest-path.ts",
  "src/engine/random/mark.ts",
  "src/engine/random/stream.ts",
  "src/engine/station/capacity.ts",
  "src/engine/station/closures.ts",
  "src/engine/station/roster.ts",
  "src/engine/station/station-levels.ts",
  "src/engine/station/work.ts",
];

/** No `any`. */
export function anyType(file: string, text: string): Violation[] {
  if (!isTypeScript(file)) return [];
  const isAny = (node: ts.Node): node is ts.Node => node.kind === ts.SyntaxKind.AnyKeyword;
  const message = "`any` switches the compiler off; write the type, or `unknown` and narrow it";
  return nodesOf(file, text, isAny).map((node) => ({ file, line: lineOf(node), message }));
}

/** A cast in src says on its line why it holds; `as const` is no cast. */
export function castWithoutReason(file: string, text: string): Violation[] {
  if (!isTypeScript(file) || file.startsWith("test/")) return [];
  const rows = text.split("\n");
  return nodesOf(file, text, ts.isAsExpression)
    .filter((node) => node.type.getText() !== "const")
    .filter((node) => ![lineOf(node.type), lastLineOf(node)].some((line) => rows[line - 1]?.includes("//")))
    .map((node) => ({
      file,
      line: lineOf(node.type),
      message: "a cast without its reason on its line; add // why it holds",
    }));
}

/** `!` stands in hot files only, and there only behind an index. */
export function nonNull(file: string, text: string): Violation[] {
  if (!isTypeScript(file)) return [];
  const isHot = hotFiles.includes(file);
  const isAssertion = (node: ts.Node): node is ts.Node =>
    (ts.isNonNullExpression(node) && !(isHot && ts.isElementAccessExpression(node.expression))) ||
    ((ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) &&
      node.exclamationToken !== undefined);
  const message = isHot
    ? "`!` on what is no index; check the value"
    : "`!` outside the hot files; check the value";
  return nodesOf(file, text, isAssertion).map((node) => ({ file, line: lineOf(node), message }));
}
