import type { Violation } from "../violation.ts";

/** Written in pieces, so that this file does not find itself. */
const unfinishedAnywhere = new RegExp(`\\b(${["FIX" + "ME", "TO" + "DO"].join("|")})\\b`);
const unfinishedInProduct = new RegExp(
  [
    "not (yet )?imple" + "mented",
    "place" + "holder",
    "\\bst" + "ub(bed)?\\b",
    "coming " + "soon",
    "\\bfor " + "now\\b",
  ].join("|"),
  "i",
);
const machinePath = new RegExp(
  ["work/", "tmp/", "root/", "home/[a-z]"].map((folder) => `/${folder}`).join("|"),
);
const notRun = /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf|fails)\b|\bx(it|describe|test)\(/;

/** Nothing is promised in place of being done. */
export function unfinished(file: string, text: string): Violation[] {
  const product = /^(src|scenarios)\//.test(file) || file === "README.md";
  const isCode = /\.(ts|mjs|js|md|yaml)$/.test(file);
  if (!isCode) return [];
  return linesWith(
    file,
    text,
    unfinishedAnywhere,
    "promises work that is not done; do it or leave it out",
  ).concat(
    product
      ? linesWith(file, text, unfinishedInProduct, "sounds unfinished; finish it or say what it does")
      : [],
  );
}

/** No path of one machine. */
export function machinePaths(file: string, text: string): Violation[] {
  if (/(^package-lock\.json|\.svg|\.csv)$/.test(file)) return [];
  return linesWith(
    file,
    text,
    machinePath,
    "a path of one machine; take it from os.tmpdir() or from the project's root",
  );
}

/** No test is left out, singled out or promised. */
export function notRunTests(file: string, text: string): Violation[] {
  if (!/^test\/.*\.ts$/.test(file)) return [];
  return linesWith(file, text, notRun, "a test that does not run tells nothing; run it or remove it");
}

function linesWith(file: string, text: string, pattern: RegExp, message: string): Violation[] {
  return text.split("\n").flatMap((content, index) => {
    const found = pattern.exec(content);
    return found ? [{ file, line: index + 1, message: `"${found[0].trim()}" ${message}` }] : [];
  });
}
