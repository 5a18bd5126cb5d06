import ts from "typescript";
import { isTypeScript, lastLineOf, lineOf, nodesOf } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/** The most characters of a line. */
const LINE_CHARACTERS = 110;

/**
 * Lines of code and prose fit beside each other on a screen; rows of tables, links and quoted texts may be
 * longer.
 */
export function lineLength(file: string, text: string): Violation[] {
  if (!/\.(ts|mjs|js|md)$/.test(file)) return [];
  const quoted = isTypeScript(file) ? quotedLines(file, text) : new Set<number>();
  return text.split("\n").flatMap((content, index) => {
    const line = index + 1;
    if (content.length <= LINE_CHARACTERS || isTableOrLink(content) || quoted.has(line)) return [];
    return [
      { file, line, message: `${content.length} characters, the most is ${LINE_CHARACTERS}; break the line` },
    ];
  });
}

function isTableOrLink(content: string): boolean {
  return /https?:\/\//.test(content) || /^\s*(\*\s*)?\|/.test(content) || /^\s*[[{].*[\]}],?$/.test(content);
}

function quotedLines(file: string, text: string): Set<number> {
  const lines = new Set<number>();
  for (const node of nodesOf(file, text, isTemplate)) {
    for (let line = lineOf(node); line <= lastLineOf(node); line += 1) {
      if (lastLineOf(node) > lineOf(node)) lines.add(line);
    }
  }
  return lines;
}

function isTemplate(node: ts.Node): node is ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression {
  return ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}
