import { Consumer } from "./consumer.ts";

const pairs: RegExp = /^```ts (\S+)\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm;

/** A page with what the programs on it print now, and what the compiler says of them. */
export interface PlayedExamples {
  readonly text: string;
  /** Names of the programs, in order. */
  readonly programs: readonly string[];
  /** By how it finds packages, what the compiler said: nothing when all is well. */
  readonly compiled: Readonly<Record<string, string>>;
}

/**
 * Compiles the programs of a page, each a block of `ts` with a file name and behind it a block of `text`, as
 * somebody who uses the package would, runs them, and puts what they print into the page.
 */
export function playExamples(page: string, folder: string): PlayedExamples {
  const sources = [...page.matchAll(pairs)].map(([, name = "", source = ""]) => [name, source] as const);
  const consumer = new Consumer(folder, Object.fromEntries(sources));
  const compiled = { bundler: consumer.compile("bundler").out, node16: consumer.compile("node16").out };
  const text = page.replace(pairs, (_, name: string, source: string) => {
    const { out, said } = consumer.run(name.replace(/\.ts$/, ".js"));
    return `\`\`\`ts ${name}\n${source}\`\`\`\n\n\`\`\`text\n${out}${said}\`\`\``;
  });
  return { text, programs: sources.map(([name]) => name), compiled };
}
