import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What a program of somebody who uses the package said, and how it ended. */
interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly said: string;
}

/** How the compiler of the consumer finds packages. */
export type Resolving = "node16" | "bundler";

/**
 * A project of somebody who uses the built package: strict, with types of packages checked too, and without
 * any setting of ours.
 */
export class Consumer {
  readonly #folder: string;

  /** In an empty folder. Builds the package first, where that is due. */
  constructor(folder: string, files: Readonly<Record<string, string>>) {
    this.#folder = folder;
    const built = run(process.execPath, [resolve(".ci/build.mjs")], process.cwd());
    if (built.status !== 0) throw new Error(built.said);
    mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
    symlinkSync(resolve("."), join(folder, "node_modules/breakwater"), "junction");
    symlinkSync(resolve("node_modules/@types/node"), join(folder, "node_modules/@types/node"), "junction");
    this.write({ "package.json": '{ "name": "consumer", "private": true, "type": "module" }', ...files });
  }

  /** Puts files into it. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.#folder, name)), { recursive: true });
      writeFileSync(join(this.#folder, name), text);
    }
  }

  /** Compiles all its TypeScript; `out` holds what the compiler says. */
  compile(resolving: Resolving, libraries: readonly string[] = ["ES2022", "DOM"]): Ended {
    const isBundled = resolving === "bundler";
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: "ES2022",
      lib: libraries,
      types: libraries.includes("DOM") ? ["node"] : [],
      module: isBundled ? "preserve" : "node16",
      moduleResolution: resolving,
      noEmit: isBundled,
      rootDir: ".",
    };
    this.write({ "tsconfig.json": JSON.stringify({ compilerOptions, include: ["*.ts"] }) });
    return run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", "."], this.#folder);
  }

  /** Runs one of its compiled files. */
  run(file: string): Ended {
    return run(process.execPath, [file], this.#folder);
  }
}

function run(program: string, words: readonly string[], cwd: string): Ended {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", env });
  return { status, out: stdout, said: stderr };
}
