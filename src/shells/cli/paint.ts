import type { Io } from "#shells/cli/io";

/** Words in the colours and weights of a terminal; plain words where there is none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** The paint of an output. */
export function paintOf(io: Io): Paint {
  const coded =
    (code: number) =>
    (text: string): string =>
      io.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { bold: coded(1), faint: coded(2), good: coded(32), bad: coded(31) };
}

/** Breaks words into lines of at most `width` characters. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** Words beside a head that stands on their first line alone, in lines of at most `width` characters. */
export function hanging(head: string, words: string, width: number): string {
  return `${head}${wrapped(words, width - head.length).replaceAll("\n", `\n${" ".repeat(head.length)}`)}`;
}

/** The same, each line set in by two. */
export function indented(text: string, width: number): string {
  return wrapped(text, width - 2).replaceAll(/^/gm, "  ");
}
