/** One place that breaks one rule of the house. */
export interface Violation {
  readonly file: string;
  /** From 1; 1 for what concerns the whole file. */
  readonly line: number;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/** A rule about one file: its path from the root of the project, with `/`, and its text. */
export type FileRule = (file: string, text: string) => Violation[];

/** A rule about all files together: texts by path. */
export type TreeRule = (files: ReadonlyMap<string, string>) => Violation[];

/** As an editor can jump to it. */
export function violationText({ file, line, message }: Violation): string {
  return `${file}:${line} ${message}`;
}
