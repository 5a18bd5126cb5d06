/** One place of a file that a fault changes. */
export interface Edit {
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replacement: string;
}

/** A mistake that somebody might make, and the tests that must not let it pass. */
export interface Fault {
  /** For people and for the command: kebab-case, unique. */
  readonly name: string;
  /** What the faulty program does. */
  readonly sentence: string;
  /** From the root of the project. */
  readonly file: string;
  readonly edits: readonly Edit[];
  /** Test files of which each must turn red, from the root of the project. */
  readonly tests: readonly string[];
  /** Cases of `breakwater verify` of which each must fail; none when left out. */
  readonly cases?: readonly string[];
}

/** By which name a case stands beside the test files. */
export function caseName(id: string): string {
  return `verify ${id}`;
}

/** All that must turn red by a fault: test files and cases. */
export function judgesOf({ tests, cases = [] }: Fault): readonly string[] {
  return [...tests, ...cases.map(caseName)];
}

/** How often `part` stands in `text`. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The text of a file with the fault in it. Throws when what an edit looks for does not stand there once. */
export function faultyText(fault: Fault, text: string): string {
  return fault.edits.reduce((changed, { find, replacement }) => {
    const count = occurrences(changed, find);
    if (count !== 1)
      throw new Error(`${fault.name}: ${fault.file} holds "${find}" ${count} times; once is due`);
    return changed.replace(find, () => replacement);
  }, text);
}
