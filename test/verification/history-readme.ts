/** The README of a shipped scenario. */
export function readmeOf(name: string): URL {
  return new URL(`../../scenarios/${name}/README.md`, import.meta.url);
}

/** The text of a README before, in and after its table beside history. */
export function partsOf(text: string): { before: string; table: string; after: string } {
  const [before = "", table = "", after = ""] = text.split(/(?<=<!-- table -->\n)|(?=<!-- \/table -->)/);
  return { before, table, after };
}
