import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import type { Io } from "#shells/cli/io";

/** What a page of steps came to when it was followed. */
export interface PlayedPage {
  /** The page with what the commands printed in its `text` blocks. */
  readonly text: string;
  /** The exit codes of its commands, in order. */
  readonly codes: readonly number[];
}

const block = /^```(\w+)(?: ([\w.-]+))?\n([\s\S]*?)^```$/gm;

/**
 * Follows a page in `folder`, which is empty: a block `yaml name` goes on with the file of that name, the
 * lines of a block `sh` are typed, and a block `text` becomes what the commands before it printed.
 */
export async function playPage(page: string, folder: string): Promise<PlayedPage> {
  const io = new PageIo(folder);
  const codes: number[] = [];
  const started = new Set<string>();
  let played = "";
  let from = 0;
  for (const match of page.matchAll(block)) {
    const [whole, language, name = "", content = ""] = match;
    played += page.slice(from, match.index);
    from = match.index + whole.length;
    if (language === "yaml" && name !== "") {
      const write = started.has(name) ? appendFileSync : writeFileSync;
      write(join(io.folder, name), content);
      started.add(name);
    }
    if (language === "sh") {
      io.stdout = io.stderr = "";
      for (const line of content.trim().replaceAll("\\\n", "").split("\n")) codes.push(await typed(line, io));
    }
    played += language === "text" ? `\`\`\`text\n${printed(io, codes.at(-1) ?? 0)}\`\`\`` : whole;
  }
  return { text: played + page.slice(from), codes };
}

/** The outside world of somebody who follows a page: a folder, and a terminal that is remembered. */
export class PageIo implements Io {
  stdout: string = "";
  stderr: string = "";
  readonly terminal: undefined;
  readonly colours: boolean = false;
  readonly width: number = 100;
  readonly program: string = "npm start --";
  readonly folder: string;
  readonly cores: number = 1;
  readonly signal: AbortSignal = new AbortController().signal;

  constructor(folder: string) {
    this.folder = folder;
  }

  out(text: string): void {
    this.stdout += text;
  }

  err(text: string): void {
    this.stderr += text;
  }

  now(): number {
    return 0;
  }
}

/** Types a line in the folder of `io`, and gives its exit code. */
export async function typed(line: string, io: Io): Promise<number> {
  const [, rest] = /^npm start(?: -s)?(?: -- (.+))?$/.exec(line) ?? fail(line);
  const words = [...(rest ?? "").matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );
  return main(words, io, shippedWorkshop);
}

function fail(line: string): never {
  throw new Error(`a page is followed by "npm start", not by: ${line}`);
}

/** Words on stdout, and on stderr before them when the last command failed; long lines are folded. */
function printed({ stdout, stderr }: PageIo, code: number): string {
  const text = code === 0 ? stdout : `${stderr}${stdout}`;
  const lines = text
    .replace(/^\n+/, "")
    .split("\n")
    .flatMap((line) => folded(line.trimEnd()));
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}

const most = 104;

function folded(line: string): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...words] = line.slice(indent.length).split(" ");
  const lines = [`${indent}${first}`];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(`${indent}  ${word}`);
  }
  return lines;
}
