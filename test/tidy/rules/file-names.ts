import { posix } from "node:path";
import { isTypeScript } from "../syntax.ts";
import type { Violation } from "../violation.ts";

const drawers = /^(utils?|helpers?|common|misc)$/;
const topLevel = ["src", "scenarios", "notebooks-data", "test", "bench"];

/** Files of code are nouns in kebab-case, and none is a drawer for what had no name. */
export function fileName(file: string): Violation[] {
  const parts = file.split("/");
  const stem = posix.basename(file).replace(/(\.(test|laws|test-d|d))?\.[a-z]+$/, "");
  const drawer = [...parts.slice(0, -1), stem].find((part) => drawers.test(part));
  if (drawer !== undefined) {
    return [
      { file, line: 1, message: `\`${drawer}\` is a drawer, not a name; name it after the one thing it is` },
    ];
  }
  if (!isTypeScript(file) || /\.config\.ts$/.test(file) || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) return [];
  return [{ file, line: 1, message: "is not in kebab-case; write small letters with dashes" }];
}

/** The folders at the top are fixed; those that begin with a dot are for tools. */
export function topFolder(file: string): Violation[] {
  const [top, rest] = file.split("/");
  if (rest === undefined || top === undefined || top.startsWith(".") || topLevel.includes(top)) return [];
  return [
    { file, line: 1, message: `\`${top}\` is not one of the top folders ${topLevel.join(", ")}; move it` },
  ];
}
