import ts from "typescript";
import { isSource, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

const clock = "take time from the simulation";
const later = "schedule an event; below study nothing is asynchronous";
const order = "compare with `<`, in an order that is the same everywhere";

/**
 * Names of the host that bring in what is not in the scenario or the seed, with what to use in their place.
 */
const ambientNames: Readonly<Record<string, string>> = {
  Date: clock,
  performance: clock,
  process: "take the value as an argument",
  globalThis: "take the value as an argument",
  crypto: "draw from a stream or a mark",
  setTimeout: later,
  setInterval: later,
  setImmediate: later,
  queueMicrotask: later,
  Promise: later,
  Intl: "format in a shell",
};

/** Functions of `Math` whose last bit differs between engines. */
const inexact = [
  "acos",
  "acosh",
  "asin",
  "asinh",
  "atan",
  "atan2",
  "atanh",
  "cbrt",
  "cos",
  "cosh",
  "exp",
  "expm1",
  "hypot",
  "log",
  "log10",
  "log1p",
  "log2",
  "pow",
  "sin",
  "sinh",
  "tan",
  "tanh",
];

/**
 * Below study a run depends on the scenario and the seed alone: no clock, chance, promise or inexact number
 * of the host.
 */
export function ambientInputs(file: string, text: string): Violation[] {
  if (!isSource(file) || !/^src\/(base|engine|domain|scenario)\//.test(file)) return [];
  const declared = new Set(nodesOf(file, text, isBinding).map((node) => node.name.getText()));
  return nodesOf(file, text, (node): node is ts.Node => faultOf(node, declared) !== undefined).map(
    (node) => ({
      file,
      line: lineOf(node),
      message: faultOf(node, declared) ?? "",
    }),
  );
}

function faultOf(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isIdentifier(node)) return nameFault(node, declared);
  if (ts.isPropertyAccessExpression(node)) return memberFault(node);
  if (ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword) return `async code: ${later}`;
  const power =
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
  return power ? "`**` differs between engines: use `pow` of #base/elementary" : undefined;
}

function nameFault(node: ts.Identifier, declared: ReadonlySet<string>): string | undefined {
  const name = node.text;
  if (isMember(node) || declared.has(name)) return undefined;
  if (name === "Math" && !ts.isPropertyAccessExpression(node.parent))
    return "`Math` as a value: call its members by name";
  const substitute = Object.hasOwn(ambientNames, name) ? ambientNames[name] : undefined;
  return substitute === undefined ? undefined : `\`${name}\` is an ambient input: ${substitute}`;
}

function memberFault(node: ts.PropertyAccessExpression): string | undefined {
  const name = node.name.text;
  if (name === "localeCompare" || name.startsWith("toLocale"))
    return `\`${name}\` depends on the machine: ${order}`;
  if (node.expression.getText() !== "Math") return undefined;
  if (name === "random") return "`Math.random` has no seed: draw from a stream or a mark";
  return inexact.includes(name)
    ? `\`Math.${name}\` differs between engines: use #base/elementary`
    : undefined;
}

/** True of the name of a member or a key, which only looks like a name of the host. */
function isMember(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  return ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isTypeElement(parent)
    ? parent.name === node
    : false;
}

type Binding =
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.FunctionDeclaration
  | ts.ImportSpecifier
  | ts.BindingElement;

function isBinding(node: ts.Node): node is Binding & { readonly name: ts.Node } {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isImportSpecifier(node) ||
    ts.isBindingElement(node) ||
    (ts.isFunctionDeclaration(node) && node.name !== undefined)
  );
}
