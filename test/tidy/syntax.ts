import ts from "typescript";

const trees = new Map<string, ts.SourceFile>();

/** The syntax tree of a TypeScript or JavaScript text, with parents. The same text is parsed once. */
export function syntaxTree(file: string, text: string): ts.SourceFile {
  const key = `${file}\0${text}`;
  const known = trees.get(key);
  if (known) return known;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  trees.set(key, tree);
  return tree;
}

/** The line on which a node's first character stands, from 1. */
export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** The line on which a node's last character stands, from 1. */
export function lastLineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getEnd()).line + 1;
}

/** Every node of a text that `select` picks, in the order of the text. */
export function nodesOf<N extends ts.Node>(
  file: string,
  text: string,
  select: (node: ts.Node) => node is N,
): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (select(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(syntaxTree(file, text));
  return found;
}

/** True of TypeScript sources; rules of syntax look at nothing else. */
export const isTypeScript = (file: string): boolean => file.endsWith(".ts");

/** True of TypeScript sources under `src`. */
export const isSource = (file: string): boolean => file.startsWith("src/") && isTypeScript(file);
