import ts from "typescript";
import { isTypeScript, lastLineOf, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** The most lines of a file. */
const FILE_LINES = 600;
/** The lines from which on a file is named as long. */
const FILE_LINES_WARNING = 400;
/** The most lines of a function. */
const FUNCTION_LINES = 70;

const linesOf = (text: string): number => text.replace(/\n$/, "").split("\n").length;

/** A file of code has at most 600 lines. */
export function fileLength(file: string, text: string): Violation[] {
  const lines = linesOf(text);
  if (!isTypeScript(file) || lines <= FILE_LINES) return [];
  return [
    { file, line: 1, message: `has ${lines} lines, the most is ${FILE_LINES}; cut it where a name appears` },
  ];
}

/** A file of code from 400 lines on: no violation yet, but said. */
export function fileLengthWarning(file: string, text: string): Violation[] {
  const lines = linesOf(text);
  if (!isTypeScript(file) || lines <= FILE_LINES_WARNING) return [];
  return [{ file, line: 1, message: `has ${lines} lines; aim at 150, and look for a name to cut at` }];
}

/** A function has at most 70 lines. A block that only groups tests is no function. */
export function functionLength(file: string, text: string): Violation[] {
  if (!isTypeScript(file)) return [];
  return nodesOf(file, text, isFunction).flatMap((node) => {
    const lines = lastLineOf(node) - lineOf(node) + 1;
    if (lines <= FUNCTION_LINES || isGroup(node)) return [];
    return [
      { file, line: lineOf(node), message: `a function of ${lines} lines, the most is ${FUNCTION_LINES}` },
    ];
  });
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

function isGroup(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent)) return false;
  return /^describe\b/.test(node.parent.expression.getText());
}
