import ts from "typescript";
import { isSource, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** Where objects are made by the thousand, to last for one replication. */
const places = ["src/engine/", "src/domain/", "src/scenario/build/"];

/**
 * No `object.property = () => …` where worlds are made: V8 puts a function that is written on the right of
 * such an assignment among what lives long (`FunctionLiteral::pretenure`), and all that it sees with it.
 */
export function lastingFunction(file: string, text: string): Violation[] {
  if (!isSource(file) || !places.some((place) => file.startsWith(place))) return [];
  const message =
    "a function assigned to a property outlives its world until a full collection; " +
    "write a method, or hand it over as an argument";
  return nodesOf(file, text, isLasting).map((node) => ({ file, line: lineOf(node), message }));
}

function isLasting(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    (ts.isArrowFunction(node.right) || ts.isFunctionExpression(node.right))
  );
}
